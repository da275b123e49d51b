/** Bundles to send, and folders to send them to. */
import { createHash } from 'node:crypto'
import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../../src/core/bundle/bundle.ts'
import { manifestName, manifestOf } from '../../../src/core/bundle/manifest.ts'
import { brief, edition } from '../../core/bundle/corpus.ts'

/** A bundle with pictures, which the manifest lists as it does the rest. */
export function bundleOf(number: number, ...pictures: string[]): Map<string, Uint8Array> {
  const of = edition({ number, briefs: [brief(1, { text: `As edition ${String(number)} has it.` })] })
  const files = bundle(of)
  files.delete(manifestName)
  for (const picture of pictures) files.set(pathOf(picture), pixels(picture))
  return files.set(manifestName, new TextEncoder().encode(JSON.stringify(manifestOf(of, files))))
}

const pixels = (picture: string) => Buffer.from(picture.repeat(20_000))

/** Where a picture lies in a bundle. */
export function pathOf(picture: string): string {
  return `media/${createHash('sha256').update(pixels(picture)).digest('hex')}.jpg`
}

/** Every file under a folder with its bytes, by path; a link is told as one. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name)
    const stat = await lstat(path)
    if (stat.isSymbolicLink()) found.set(name, 'a link')
    else if (stat.isFile()) found.set(name, await readFile(path, 'latin1'))
  }
  return found
}

/** A bundle as `filesIn` tells it. */
export function asFound(files: ReadonlyMap<string, Uint8Array>, place = ''): Map<string, string> {
  return new Map([...files].map(([path, bytes]) => [join(place, path), Buffer.from(bytes).toString('latin1')]))
}

/** A folder of its own, and what removes it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrail-target-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
