/** Errors of a brief's own words and image: what readers must not be shown by accident. They hold the brief back. */
import type { RecordState } from '../change.ts'
import type { Illustrated } from '../model/image.ts'
import { readBrief } from '../records.ts'
import { addressesOf, safeAddress } from '../text.ts'
import type { CheckedField, MendName } from './finding.ts'

export interface WordsMend {
  readonly name: MendName
  /** The field's words once mended. */
  readonly to: string
}

/** What is wrong with the words of one field. */
export interface WordsFinding<N extends string> {
  readonly check: N
  readonly field: CheckedField
  readonly params: Readonly<Record<string, string | number>>
  readonly mend?: WordsMend
}

export type ErrorName = 'placeholder' | 'unclosedLink' | 'badAddress' | ImageErrorName
export type ImageErrorName = 'noAlt' | 'noCredit'

/** Words that only hold a place: printers' TK, notes to self, filler text. */
const placeholder = /(?<![\p{L}\p{N}])(?:(?:TK)+|TODO|FIXME|TBC|TBD|XXX+|[Ll]orem ipsum)(?![\p{L}\p{N}])|\?{3,}|_{3,}/u
/** The begin of a link's address without an end: what is left open by a forgotten `)`. */
const unclosed = /(?<!\\)\]\((?!(?:[^()\n]|\([^()\n]*\))*\))([^\s()]*)/

/** The errors in one field's words. */
export function errorsIn(field: CheckedField, text: string): WordsFinding<ErrorName>[] {
  const held = placeholder.exec(text)
  const open = text.includes('](') ? unclosed.exec(text) : null
  const bad = addressesOf(text).find((address) => safeAddress(address) === undefined)
  return [
    ...(held === null ? [] : [{ check: 'placeholder' as const, field, params: { word: held[0] } }]),
    ...(open === null ? [] : [{ check: 'unclosedLink' as const, field, params: {}, ...closing(text, open) }]),
    ...(bad === undefined ? [] : [{ check: 'badAddress' as const, field, params: { address: bad }, ...withScheme(text, bad) }]),
  ]
}

/** What is missing beside an image. Readers who do not see it are owed its words, and its maker the credit. */
export function imageErrors({ image, imageAlt, imageCredit }: Illustrated): WordsFinding<ErrorName>[] {
  if (image === undefined) return []
  return [
    ...(imageAlt.trim() === '' ? [{ check: 'noAlt' as const, field: 'imageAlt' as const, params: {} }] : []),
    ...(imageCredit.trim() === '' ? [{ check: 'noCredit' as const, field: 'imageCredit' as const, params: {} }] : []),
    ...errorsIn('imageAlt', imageAlt),
    ...errorsIn('imageCredit', imageCredit),
  ]
}

function closing(text: string, open: RegExpExecArray): { mend?: WordsMend } {
  const [whole, address = ''] = open
  if (safeAddress(address) === undefined) return {}
  // Punctuation after an address is the sentence's.
  const end = open.index + whole.length - (/[.,;:!?]+$/.exec(address)?.[0].length ?? 0)
  return { mend: { name: 'closeLink', to: `${text.slice(0, end)})${text.slice(end)}` } }
}

function withScheme(text: string, bad: string): { mend?: WordsMend } {
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(bad) || !text.includes(`](${bad}`)) return {}
  return { mend: { name: 'addScheme', to: text.replaceAll(`](${bad}`, `](https://${bad}`) } }
}

const known = new WeakMap<RecordState, readonly WordsFinding<ErrorName>[]>()

/** The errors in a brief's words; the same list as long as its record is the same. */
export function errorsOf(record: RecordState): readonly WordsFinding<ErrorName>[] {
  const had = known.get(record)
  if (had !== undefined) return had
  const brief = readBrief(record)
  const { kicker, headline, text } = brief
  const found = [...errorsIn('kicker', kicker), ...errorsIn('headline', headline), ...errorsIn('text', text), ...imageErrors(brief)]
  known.set(record, found)
  return found
}

/** Whether an error in its words holds a brief back: one that nobody decided to send anyway. */
export function holdsBack(record: RecordState): boolean {
  const errors = errorsOf(record)
  if (errors.length === 0) return false
  const sent = new Set(readBrief(record).sendAnyway.map(({ check }) => check))
  return errors.some(({ check }) => !sent.has(check))
}
