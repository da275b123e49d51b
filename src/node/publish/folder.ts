/**
 * A folder that a site serves. Each file is whole or not there at any moment, the manifest comes last, and
 * nothing but Newsrail's own files is touched. Killed at any moment, the next send finishes what was begun.
 */
import { dirname } from 'node:path'
import { manifestName, verifyBundle, type Files, type Manifest, type Verdict } from '../../core/bundle/manifest.ts'
import { DeskError } from '../failure.ts'
import { ensureFolder, hasCode, realDisk, replace, type Disk } from '../library/disk.ts'
import { findPlace, leftBehind, manifestAt, noteName, ownFiles, readFileAt, statOf, type Place, type PlaceName } from './place.ts'

/**
 * Whose bundle stands in a place of a target.
 * @throws DeskError `not-found` where the target's folder is gone, `refused` where a link leads out of it
 */
export async function readManifest(folder: string, place: PlaceName, disk: Disk = realDisk): Promise<Manifest | 'none' | 'unreadable'> {
  return manifestAt(disk, await findPlace(folder, place))
}

export interface Sending {
  /** The target's folder, absolute. It must be there. */
  readonly folder: string
  readonly place: PlaceName
  /** A whole bundle. */
  readonly files: Files
  /** Also writes over files of the bundle's names that are not Newsrail's. */
  readonly anyway?: boolean
  /** Ends the send between two files, until the manifest is written. */
  readonly signal?: AbortSignal
  /** Called after each file of the bundle, with the number of files that are in place. */
  readonly onProgress?: (done: number, total: number) => void
  readonly disk?: Disk
}

/**
 * Puts a bundle in a place of a target: content, then the manifest, then what the bundle before it had
 * and this one has not is removed. Whose manifest stands there is for the caller to have looked at.
 * @throws DeskError `not-found` or `refused` before anything is written, `disk-full` or `disk` where a
 * write failed; the signal's reason where it was cancelled
 */
export async function sendToFolder(sending: Sending): Promise<void> {
  const { folder, files, disk = realDisk } = sending
  if (!verifyBundle(files).whole)
    throw new DeskError('damaged', 'The bundle is damaged, so nothing was sent. Launch again to make a new one.')
  try {
    await send(await findPlace(folder, sending.place), sending, disk)
  } catch (error) {
    if (error instanceof DeskError || sending.signal?.aborted === true) throw error
    throw diskFailure(error)
  }
}

async function send(place: Place, { files, anyway = false, signal, onProgress }: Sending, disk: Disk): Promise<void> {
  const own = await ownFiles(disk, place, await manifestAt(disk, place))
  await refuseOthers(place, files, anyway ? undefined : own, disk)
  const all = new Set([...own, ...files.keys()])
  const stale = [...own].filter((path) => !files.has(path))
  for (const path of await leftBehind(disk, place, all)) await disk.remove(place.at(path))

  await ensureFolder(disk, place.path)
  const noted = all.size > own.size || stale.length > 0 || (await statOf(place.at(noteName))) !== undefined
  if (noted) await replace(disk, place.at(noteName), Buffer.from(JSON.stringify({ files: [...all] })))
  let done = 0
  for (const [path, bytes] of inOrder(files)) {
    signal?.throwIfAborted()
    await put(disk, place.at(path), bytes)
    onProgress?.(++done, files.size)
  }
  await remove(disk, place, noted ? [...stale, noteName] : stale)
}

/** Media, the other files, the manifest. */
function inOrder(files: Files): (readonly [string, Uint8Array])[] {
  const turn = (path: string): number => (path === manifestName ? 2 : path.startsWith('media/') ? 0 : 1)
  return [...files].sort(([a], [b]) => turn(a) - turn(b))
}

/** Writes a file, unless just that stands there. A link is replaced, not followed. */
async function put(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  if ((await readFileAt(disk, path))?.equals(bytes) === true) return
  await ensureFolder(disk, dirname(path))
  await replace(disk, path, bytes)
}

async function remove(disk: Disk, place: Place, paths: readonly string[]): Promise<void> {
  const there = []
  for (const path of paths) {
    const stat = await statOf(place.at(path))
    if (stat !== undefined && !stat.isDirectory()) there.push(place.at(path))
  }
  for (const path of there) await disk.remove(path)
  for (const folder of new Set(there.map((path) => dirname(path)))) await disk.flushFolder(folder)
}

/** Refuses where a file would be written over that is not ours (any may be where `own` is undefined) and not the same, or where a folder has its name. */
async function refuseOthers(place: Place, files: Files, own: ReadonlySet<string> | undefined, disk: Disk): Promise<void> {
  for (const [path, bytes] of files) {
    const stat = await statOf(place.at(path))
    if (stat?.isDirectory() === true)
      throw new DeskError('refused', `In the target “${path}” is a folder. Nothing was sent; move it away or choose another folder.`)
    if (stat === undefined || own === undefined || own.has(path)) continue
    if ((await readFileAt(disk, place.at(path)))?.equals(bytes) === true) continue
    throw new DeskError(
      'refused',
      `The target holds a file “${path}” that Newsrail did not write. Nothing was sent; move it away or choose another folder.`,
    )
  }
}

function diskFailure(error: unknown): DeskError {
  const safe = 'The edition is safe in the library, and every file in the target is whole.'
  if (hasCode(error, 'ENOSPC', 'EDQUOT'))
    return new DeskError('disk-full', `The target is full, so the bundle was not sent whole. ${safe} Free some space there and send again.`)
  const reason = error instanceof Error ? error.message : String(error)
  return new DeskError(
    'disk',
    `The target could not be written (${reason}). ${safe} Check that the folder may be written to and send again.`,
  )
}

/**
 * Holds a folder against the manifest in it, file by file; files beside it and in its media that the
 * manifest does not list are told, other folders are not looked into.
 * @throws DeskError `not-found`
 */
export async function verifyFolder(folder: string, disk: Disk = realDisk): Promise<Verdict> {
  const place = await findPlace(folder, '')
  const names = [...(await disk.list(place.path)), ...(await disk.list(place.at('media'))).map((name) => `media/${name}`)].sort()
  const own = await ownFiles(disk, place, await manifestAt(disk, place))
  const files = new Map<string, Uint8Array>()
  for (const name of names) {
    if ((await statOf(place.at(name)))?.isDirectory() === true) continue
    // What is not listed may be large, and is not looked at.
    const bytes = own.has(name) || name === manifestName ? await readFileAt(disk, place.at(name)) : new Uint8Array()
    if (bytes !== undefined) files.set(name, bytes)
  }
  return verifyBundle(files)
}
