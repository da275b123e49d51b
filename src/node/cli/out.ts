/** A bundle put where the terminal says: into a folder that a site serves, or as a zip. */
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Manifest } from '../../core/bundle/manifest.ts'
import { manifestName, readManifest as parseManifest } from '../../core/bundle/manifest.ts'
import { unzipBundle } from '../../core/bundle/bundle.ts'
import { editionNumber } from '../../core/edition.ts'
import type { ChannelKey, Day } from '../../core/ids.ts'
import { DeskError } from '../failure.ts'
import { ensureFolder, realDisk, replace } from '../library/disk.ts'
import { readManifest, sendToFolder } from '../publish/folder.ts'

export interface Out {
  /** Absolute. A name that ends in `.zip` is a zip's, any other a folder's. */
  readonly path: string
  /** Where in a folder: its root (`''`), or a day's own folder. */
  readonly place: string
}

export const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip')

/**
 * Where a day's bundle goes. A folder's root keeps the newest day: an older one goes to a folder of its own in it.
 * @throws DeskError `refused` where another's bundle, or another thing, stands there. `isOurs` knows this library's editions;
 * `anyway` goes over whatever stands there.
 */
export async function outFor(
  path: string,
  channel: ChannelKey,
  day: Day,
  isOurs: (manifest: Manifest) => Promise<boolean>,
  anyway: boolean,
): Promise<Out> {
  const root = await standsAt({ path, place: '' })
  const newer = typeof root === 'object' && root.channel.key === channel && root.edition.day > day
  const out = { path, place: newer && !isZip(path) ? day : '' }
  const stands = out.place === '' ? root : await standsAt(out)
  if (anyway || stands === 'none' || (stands !== 'unreadable' && (await isOurs(stands)))) return out
  throw new DeskError(
    'refused',
    `${whoseIs(stands)} stands in ${path}, so nothing was launched or written. Choose another place, or send over it with --anyway.`,
  )
}

function whoseIs(stands: Manifest | 'unreadable'): string {
  if (stands === 'unreadable') return 'What is not a bundle that can be read'
  const { edition, channel } = stands
  return `Edition ${editionNumber(edition.id)} of "${channel.title}", ${edition.day}, launched at ${edition.at} and not from this library,`
}

async function standsAt({ path, place }: Out): Promise<Manifest | 'none' | 'unreadable'> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return 'none'
  if (found.isDirectory() === isZip(path)) return 'unreadable'
  if (found.isDirectory()) return readManifest(path, place)
  const bytes = await realDisk.read(path)
  return (bytes && manifestIn(bytes)) ?? 'unreadable'
}

function manifestIn(zip: Uint8Array): Manifest | undefined {
  try {
    const bytes = unzipBundle(zip).get(manifestName)
    return bytes && parseManifest(bytes)
  } catch {
    return undefined
  }
}

/** Writes an edition's zip there, or what is in it. */
export async function writeOut({ path, place }: Out, zip: Uint8Array, anyway: boolean): Promise<void> {
  await ensureFolder(realDisk, isZip(path) ? dirname(path) : path)
  if (isZip(path)) await replace(realDisk, path, zip)
  else await sendToFolder({ folder: path, place, files: unzipBundle(zip), anyway })
}
