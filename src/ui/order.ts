/** The rows of the board as they are drawn. */
import type { RecordId } from '../core/ids.ts'
import type { Brief } from '../core/model/brief.ts'
import { isComplete, type BriefRow } from '../core/rail.ts'

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

/** Whether a brief holds nothing of anybody's. */
export function isWordless({ kicker, headline, text, link, source, note, tags, image }: Brief): boolean {
  return image === undefined && tags.length === 0 && [kicker, headline, text, link, source, note].every((words) => words.trim() === '')
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

/** Letters that are no letter and a mark to Unicode, as people without them on the keyboard type them. */
const plain: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

/** Text as find compares it: without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıłøđðßæœþ]/g, (letter) => plain[letter] ?? letter)
}

/** Whether a brief holds what is looked for, which is folded. */
export function finds({ brief }: BriefRow, wanted: string): boolean {
  return [brief.kicker, brief.headline, brief.text, brief.source, brief.note, ...brief.tags].some((words) => folded(words).includes(wanted))
}
