import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { verifyBundle, type Verdict } from '../../core/bundle/manifest.ts'
import { DeskError } from '../failure.ts'
import { realDisk } from '../library/disk.ts'
import { verifyFolder } from '../publish/folder.ts'
import { command } from './command.ts'
import { print, printJson, remark, table } from './output.ts'

export const verify = command({
  name: 'verify',
  words: 'DIR',
  does: 'tells a whole bundle from a damaged one, file by file: a folder or a zip',
  options: {},
  example: 'newsrail verify /srv/site/rail',
  takes: [1, 1],
  async act({ values, words: [named = ''] }) {
    const path = resolve(named)
    const { manifest, whole, files } = await verdictOn(path)
    if (values.json === true) printJson({ path, whole, edition: manifest?.edition ?? null, files })
    else if (files.length > 0) print(table(files.map((file) => [file.state, file.path])))
    if (manifest === undefined) {
      remark(`${path} is no bundle: it has no manifest that can be read, so nothing can be said of its files.`)
      return 1
    }
    const { edition, channel } = manifest
    const name = `Edition ${edition.number} of ${channel.title}, ${edition.day},`
    if (whole && values.json !== true) print(`${name} is whole.`)
    if (!whole) remark(`${name} is damaged. Send it there again from the library.`)
    return whole ? 0 : 1
  },
})

async function verdictOn(path: string): Promise<Verdict> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new DeskError('not-found', `There is nothing at ${path}.`)
  if (found.isDirectory()) return verifyFolder(path)
  const bytes = await realDisk.read(path)
  try {
    return verifyBundle(new Map(Object.entries(unzipSync(bytes ?? new Uint8Array()))))
  } catch {
    throw new DeskError('damaged', `${path} is no folder and no zip that can be read.`)
  }
}
