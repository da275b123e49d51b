/** The bundle of an edition, as it was made with it; one that got lost is made again, which gives the same readers' words. */
import { bundle, unzipBundle, zipBundle } from '../../core/bundle/bundle.ts'
import { editionId, type Edition } from '../../core/edition.ts'
import { homeOf } from '../../core/ids.ts'
import { withoutRetracted } from '../../core/retracted.ts'
import { DeskError } from '../failure.ts'
import type { DeskContext } from './context.ts'
import { loadReadable } from './day.ts'
import { withMedia } from './media.ts'

/**
 * An edition's zip, whole.
 * @throws DeskError `damaged` where neither it nor all its images are left
 */
export async function bundleOf(context: DeskContext, edition: Edition): Promise<Uint8Array> {
  const { library } = context
  const kept = await library.editions.bundle(edition.channel.key, edition.day, editionId(edition))
  if (kept !== undefined && isWhole(kept)) return kept
  const { media, lost } = await withMedia(context, edition)
  if (lost.length > 0)
    throw new DeskError(
      'damaged',
      'The bundle of this edition is lost, and so are images of it. What is on the site is not touched by that. Put the files back from a backup, or launch anew.',
    )
  const made = zipBundle(bundle(edition, media), edition)
  if (library.readOnly === undefined) await library.editions.mend(edition, made)
  return made
}

/** An edition's zip for taking along, without what was retracted since; tells what it leaves out by kicker or headline. */
export async function exportOf(context: DeskContext, edition: Edition): Promise<{ zip: Uint8Array; withheld: string[] }> {
  const { library } = context
  const items = [...(edition.lead === undefined ? [] : [edition.lead]), ...edition.briefs]
  for (const home of new Set(items.map(({ record }) => homeOf(record)))) await loadReadable(library, home)
  const { page: rest, withheld } = withoutRetracted(edition, (id) => library.records.get(id))
  if (withheld.length === 0) return { zip: await bundleOf(context, edition), withheld: [] }
  const { page, media } = await withMedia(context, rest)
  return { zip: zipBundle(bundle(page, media), page), withheld: withheld.map((one) => ('kicker' in one ? one.kicker : one.headline)) }
}

function isWhole(zip: Uint8Array): boolean {
  try {
    return unzipBundle(zip).size > 0
  } catch {
    return false
  }
}
