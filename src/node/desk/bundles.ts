/** The bundle of an edition, as it was made with it; one that got lost is made again, which gives the same readers' words. */
import { bundle, unzipBundle, zipBundle } from '../../core/bundle/bundle.ts'
import { editionId, type Edition } from '../../core/edition.ts'
import type { DeskContext } from './context.ts'

/** An edition's zip, whole. */
export async function bundleOf({ library }: DeskContext, edition: Edition): Promise<Uint8Array> {
  const kept = await library.editions.bundle(edition.channel.key, edition.day, editionId(edition))
  if (kept !== undefined && isWhole(kept)) return kept
  const made = zipBundle(bundle(edition), edition)
  if (library.readOnly === undefined) await library.editions.mend(edition, made)
  return made
}

function isWhole(zip: Uint8Array): boolean {
  try {
    return unzipBundle(zip).size > 0
  } catch {
    return false
  }
}
