/** What readers saw and was retracted: editions go on saying so, for sites and agencies that took over its words. */
import type { RecordState } from './change.ts'
import type { FrozenBrief, FrozenLead, FrozenRetraction, Page } from './edition.ts'
import type { Instant, RecordId } from './ids.ts'
import type { Board } from './rail.ts'
import { readBrief, readLead } from './records.ts'
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

/**
 * A page of the past without what was retracted or taken down since, and what that is. A notice to readers stays: the
 * words are gone from it already. `now` gives a record as it is now.
 */
export function withoutRetracted<P extends Pick<Page, 'lead' | 'briefs'>>(
  page: P,
  now: (id: RecordId) => RecordState | undefined,
): { readonly page: P; readonly withheld: readonly (FrozenLead | FrozenBrief)[] } {
  const gone = (brief: FrozenBrief): boolean => {
    const record = now(brief.record)
    return brief.retracted === undefined && record !== undefined && readBrief(record).status === 'retracted'
  }
  const { lead } = page
  const goneLead = lead !== undefined && readLead(now(lead.record), lead.record).status === 'retracted' ? lead : undefined
  const withheld = [...(goneLead === undefined ? [] : [goneLead]), ...page.briefs.filter(gone)]
  if (withheld.length === 0) return { page, withheld }
  return {
    page: { ...page, lead: goneLead === undefined ? lead : undefined, briefs: page.briefs.filter((brief) => !gone(brief)) },
    withheld,
  }
}
