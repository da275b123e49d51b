/** What readers saw and was retracted: editions go on saying so, for sites and agencies that took over its words. */
import type { FrozenRetraction, Page } from './edition.ts'
import type { Instant } from './ids.ts'
import type { Board } from './rail.ts'
import type { ReviewRow } from './review.ts'

/** How long it is told after its day is over, in milliseconds: as long as a news sitemap reaches back. */
const toldFor = 48 * 60 * 60 * 1000

/** All that a page to be launched has to tell of: what `base` told of, and what this launch takes off as retracted. */
export function retractedSince(
  board: Board,
  page: Page,
  base: Page | undefined,
  rows: readonly ReviewRow[],
  now: Instant,
): FrozenRetraction[] {
  const since = new Date(Date.parse(now) - toldFor).toISOString()
  const told = (base?.retracted ?? []).filter(({ at }) => base?.day === page.day || at >= since)
  const taken = rows.flatMap((row) => (isRetraction(row, board) ? [{ record: row.id, published: row.before.published, at: now }] : []))
  const there = new Set([...page.briefs.map(({ record }) => record), page.lead?.record])
  return [...new Map([...told, ...taken].map((one) => [one.record, one])).values()].filter(({ record }) => !there.has(record))
}

function isRetraction(row: ReviewRow, { lead }: Board): row is ReviewRow & { readonly before: { readonly published: Instant } } {
  if (row.kind === 'lead') return row.before?.record === lead.id && row.after === undefined && lead.lead.status === 'retracted'
  return row.kind === 'retracted'
}
