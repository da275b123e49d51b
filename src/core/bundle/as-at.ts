/** A rail's page as at a moment, to keep: one file that stands alone. */
import type { RecordState } from '../change.ts'
import type { Page } from '../edition.ts'
import type { Instant, RecordId } from '../ids.ts'
import type { Board } from '../rail.ts'
import { withoutRetracted } from '../retracted.ts'
import { noChoices } from '../held.ts'
import { review } from '../review.ts'
import { page } from './page.ts'

export interface Moment {
  readonly at: Instant
  /** What the site showed of the rail. */
  readonly base: Page | undefined
  /** A record as it is now. */
  readonly now: (id: RecordId) => RecordState | undefined
}

/**
 * The page as it would have been launched then, with a line that says as at when, and how many of its items were
 * retracted or taken down since and are left out. Images are left out as well: their files lie beside a page.
 */
export function pageAsAt(then: Board, { at, base, now }: Moment, asAt: string): { readonly html: string; readonly withheld: number } {
  const { page: whole, withheld } = withoutRetracted(review(then, base, noChoices, at).page, now)
  const { lead, ...rest } = whole
  const plain = { ...rest, ...(lead && { lead: withoutImage(lead) }), briefs: whole.briefs.map(withoutImage) }
  return { html: page(plain, { asAt }), withheld: withheld.length }
}

function withoutImage<T extends { readonly image?: unknown }>(item: T): T {
  return { ...item, image: undefined }
}
