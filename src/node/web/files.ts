/** Files of one folder, by the paths of a web address. */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { hasCode } from '../library/disk.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface ServedFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * The file that an address's path names inside a folder; undefined where there is none, and for whatever lies
 * outside, be it by `..`, by an encoded separator or by a link.
 */
export async function fileWithin(folder: string, pathname: string): Promise<ServedFile | undefined> {
  const path = decoded(pathname)
  if (path === undefined || path.includes('\0')) return undefined
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    if (!file.startsWith(root + sep)) return undefined
    return { type: types[extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG')) return undefined
    throw error
  }
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
