/** Where the desk that has a library open is found by other processes of the same person. */
import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '../library/disk.ts'

/**
 * Where the desk of a library listens: named by the library's real path, in a folder that only this person can enter.
 * Throws where the library is not there, or where somebody else has made that folder.
 */
export async function socketOf(library: string): Promise<string> {
  const path = await realpath(library)
  const name = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\newsrail-${name(userInfo().username, path)}`
  return join(await ownFolder(), `${name(path)}.sock`)
}

async function ownFolder(): Promise<string> {
  const uid = userInfo().uid
  const folder = join(tmpdir(), `newsrail-${uid}`)
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  // Anybody may make folders there: one that another person can enter, or a link to elsewhere, is not used.
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) throw new Error(`${folder} can be entered by others`)
  return folder
}
