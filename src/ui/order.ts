/** The rows of the board as they are drawn. */
import type { RecordId } from '../core/ids.ts'
import { isComplete, type BriefRow } from '../core/rail.ts'
import { folded } from '../core/search/words.ts'

/** Where a card was opened: below this row, or on top. */
export interface Anchor {
  readonly id: RecordId
  readonly below: RecordId | undefined
}

/** Rows in their order, but an open card where it was opened: it moves when it closes. */
export function heldInPlace(rows: readonly BriefRow[], anchor: Anchor | undefined): readonly BriefRow[] {
  const card = anchor && rows.find((row) => row.id === anchor.id)
  if (anchor === undefined || card === undefined) return rows
  const index = rows.indexOf(card)
  if (rows[index - 1]?.id === anchor.below) return rows
  const others = rows.filter((row) => row !== card)
  const above = others.findIndex((row) => row.id === anchor.below)
  // Where the row above is gone, it stays where its place is.
  if (anchor.below !== undefined && above < 0) return rows
  return [...others.slice(0, above + 1), card, ...others.slice(above + 1)]
}

/** What a brief that is to go out still lacks. */
export type Lack = 'time' | 'kicker' | 'text'

export function lacks({ brief }: BriefRow): Lack[] {
  if (brief.status !== 'ready' || isComplete(brief)) return []
  return [
    ...(brief.at === undefined ? ['time' as const] : []),
    ...(brief.kicker.trim() === '' ? ['kicker' as const] : []),
    ...(brief.text.trim() === '' ? ['text' as const] : []),
  ]
}

/** Whether a brief holds what is looked for, which is folded. */
export function finds({ brief }: BriefRow, wanted: string): boolean {
  return [brief.kicker, brief.headline, brief.text, brief.source, brief.note, ...brief.tags].some((words) => folded(words).includes(wanted))
}
