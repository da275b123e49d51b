/** How the lead stands to the site, in the marks of briefs. */
import { same } from '../../core/change.ts'
import type { Page } from '../../core/edition.ts'
import type { LeadRow } from '../../core/rail.ts'
import type { Mark } from '../../core/mark.ts'

export function leadMark({ id, lead, conflicts }: LeadRow, base: Page | undefined): Mark {
  if (lead.status === 'retracted') return 'retracted'
  const last = base?.lead?.record === id ? base.lead : undefined
  if (last === undefined) return lead.status
  if (lead.status === 'draft' || conflicts.length > 0) return 'held'
  const words = ({ headline, standfirst, body, link }: Pick<typeof lead, 'headline' | 'standfirst' | 'body' | 'link'>): string[] => [
    headline,
    standfirst,
    body,
    link,
  ]
  return same(words(lead), words(last)) ? 'live' : 'changed'
}
