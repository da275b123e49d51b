/** How a brief stands to the site. */
import type { FrozenBrief } from './edition.ts'
import { sameWords, wordsOf } from './frozen.ts'
import { heldReason, noChoices } from './held.ts'
import type { Instant } from './ids.ts'
import { underEmbargo, type BriefRow } from './rail.ts'

/** Each has a mark of its own on the board. */
export type Mark = 'draft' | 'ready' | 'live' | 'corrected' | 'changed' | 'held' | 'embargoed' | 'retracted'

/** A brief's mark against what the site shows of this rail. */
export function markOf(row: BriefRow, last: FrozenBrief | undefined, zone: string, now: Instant): Mark {
  if (row.brief.status === 'retracted') return 'retracted'
  if (underEmbargo(row.brief, now)) return 'embargoed'
  if (last === undefined) return row.brief.status
  // What would be held back goes on showing its last words: a live brief made a draft, in conflict, or half emptied.
  if (heldReason(row, now, noChoices) !== undefined) return 'held'
  if (!sameWords(wordsOf(row, zone), last)) return 'changed'
  return last.corrections.length > 0 ? 'corrected' : 'live'
}
