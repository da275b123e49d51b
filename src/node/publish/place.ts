/** A place in a folder target: its root, or a day's folder in it. What stands there, and which of it is ours. */
import { lstat, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { manifestName, pathRegExp, readManifest as parseManifest, type Manifest } from '../../core/bundle/manifest.ts'
import { dayPattern } from '../../core/ids.ts'
import { DeskError } from '../failure.ts'
import { hasCode, isTemporary, type Disk } from '../library/disk.ts'

/**
 * While a target is written this file names what is ours there: until the manifest is in place it does not
 * list what is new, and afterwards no longer what is to be removed. It outlives a send that was killed.
 */
export const noteName = '.newsrail.json'
const noteSchema = z.object({ files: z.array(z.string().regex(pathRegExp)) })

/** `''` for the target's root, or a day's folder, `yyyy-mm-dd`. */
export type PlaceName = string

/** A place, with no symbolic link on the way to it or to its media. */
export interface Place {
  /** Absolute. It need not be there yet. */
  readonly path: string
  readonly at: (file: string) => string
}

/**
 * Finds a place in a target.
 * @throws DeskError `not-found` where the target's folder is gone, `refused` where a link would lead out of it
 */
export async function findPlace(folder: string, name: PlaceName): Promise<Place> {
  if (name !== '' && !dayPattern.test(name)) throw new Error(`Not a place in a target: ${name}`)
  const root = await realpath(folder).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error
    throw new DeskError(
      'not-found',
      'The target’s folder is not there. Nothing was sent; connect its drive or share, or set up the target again.',
    )
  })
  const path = join(root, name)
  const at = (file: string): string => join(path, file)
  for (const one of [path, at('media')]) {
    if ((await statOf(one))?.isDirectory() !== false) continue
    throw new DeskError(
      'refused',
      `In the target “${one.slice(root.length + 1)}” is not a folder but a link or a file. Nothing was sent; move it away.`,
    )
  }
  return { path, at }
}

/** What lies at a path, links not followed; undefined where there is nothing. */
export async function statOf(path: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  return lstat(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  })
}

/** A regular file's bytes; undefined where there is none. */
export async function readFileAt(disk: Disk, path: string): Promise<Buffer | undefined> {
  return (await statOf(path))?.isFile() === true ? disk.read(path) : undefined
}

/** Whose bundle a place holds: `none` where there is no manifest, `unreadable` where it is not one of ours. */
export async function manifestAt(disk: Disk, place: Place): Promise<Manifest | 'none' | 'unreadable'> {
  if ((await statOf(place.at(manifestName))) === undefined) return 'none'
  const bytes = await readFileAt(disk, place.at(manifestName))
  return (bytes && parseManifest(bytes)) ?? 'unreadable'
}

/** The files of a place that Newsrail wrote or was about to write. */
export async function ownFiles(disk: Disk, place: Place, manifest: Manifest | 'none' | 'unreadable'): Promise<Set<string>> {
  const note = await readFileAt(disk, place.at(noteName))
  const own = new Set(note === undefined ? [] : readNote(note))
  if (typeof manifest === 'string') return own
  return new Set([...own, manifestName, ...manifest.files.map(({ path }) => path)])
}

function readNote(bytes: Buffer): readonly string[] {
  try {
    return noteSchema.parse(JSON.parse(bytes.toString())).files
  } catch {
    return []
  }
}

/** Temporary files that a killed send left behind, as paths in the place. */
export async function leftBehind(disk: Disk, place: Place, own: ReadonlySet<string>): Promise<string[]> {
  const names = [...(await disk.list(place.path)), ...(await disk.list(place.at('media'))).map((name) => `media/${name}`)]
  return names.filter((name) => isTemporary(name) && (own.has(withoutEnd(name)) || withoutEnd(name) === noteName))
}

/** A temporary file's name without what makes it one. */
function withoutEnd(name: string): string {
  return name.replace(/\.[^.]+\.tmp$/, '')
}
