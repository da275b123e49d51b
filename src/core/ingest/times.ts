/** Time lines: `23:40`, `9.05 pm`, `2026-04-15T23:40Z`, alone or before a kicker. */
import { isDay, readLabel, wholeMinute } from '../clock.ts'
import type { Day, Instant } from '../ids.ts'

/** What a time line says, before it is known which day is meant. */
export type SaidTime =
  | { readonly kind: 'clock'; readonly label: string }
  | { readonly kind: 'dated'; readonly day: Day; readonly label: string }
  | { readonly kind: 'instant'; readonly at: Instant }
  /** Written as a time, but there is none such: `25:61`. */
  | { readonly kind: 'impossible'; readonly typed: string }

export interface TimeLine {
  readonly said: SaidTime
  /** The time as it was written. */
  readonly typed: string
  /** What follows on the line: nothing, a kicker, or a kicker and text. */
  readonly cells: readonly string[]
  /** Only a space parts the time from what follows: it may be a sentence that begins with a time. */
  readonly spaced: boolean
  /** Figures with a dot that are no time: perhaps a date or a price. */
  readonly doubtful: boolean
}

const clock = String.raw`\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?(?:\s?[ap]\.?\s?m(?!\p{L})\.?)?`
const ends = String.raw`(?=$|[\s·•|])`
const clockHead = new RegExp(`^(${clock})${ends}`, 'iu')
const datedHead = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})[T\s]\s?(${clock})(?:\s?(Z|[+-]\d{2}(?::?\d{2})?))?${ends}`, 'iu')
const separator = /^(?:\s*([·•|])\s*|\s+([–—-])(?:\s+|$)|(\t)|\s+)/

/** Reads a line (as `wordsOf` gives it) that begins with a time; undefined for any other. */
export function readTimeLine(text: string): TimeLine | undefined {
  const dated = datedHead.exec(text)
  const head = dated ?? clockHead.exec(text)
  if (head === null) return undefined
  const typed = head[0]
  const said = dated === null ? sayClock(typed) : sayDated(dated)
  if (said === undefined) return undefined
  const after = text.slice(typed.length)
  const parted = separator.exec(after)
  const mark = parted?.[1] ?? parted?.[2] ?? parted?.[3]
  const rest = after.slice(parted?.[0].length ?? 0)
  const spaced = rest !== '' && mark === undefined
  const doubtful = said.kind === 'impossible' && dated === null && !/[:hm]/i.test(typed)
  // A price or a measure at the head of a sentence.
  if (doubtful && rest !== '' && (spaced || parted?.[2] !== undefined)) return undefined
  return { said, typed, cells: cellsOf(rest, mark), spaced, doubtful }
}

function sayClock(typed: string): SaidTime | undefined {
  // Bare figures are no time: a kicker may be a year.
  if (!/[:.hm]/i.test(typed)) return undefined
  const label = labelOf(typed)
  return label === undefined ? { kind: 'impossible', typed } : { kind: 'clock', label }
}

function sayDated([typed, day = '', time = '', offset]: RegExpExecArray): SaidTime | undefined {
  if (!/[:.hm]/i.test(time)) return undefined
  const label = labelOf(time)
  // Far years are slips of the keyboard.
  if (label === undefined || !isDay(day) || !/^(?:19|20)/.test(day)) return { kind: 'impossible', typed }
  if (offset === undefined) return { kind: 'dated', day, label }
  const at = Date.parse(`${day}T${label}:00${isoOffset(offset)}`)
  return Number.isNaN(at) ? { kind: 'impossible', typed } : { kind: 'instant', at: wholeMinute(new Date(at).toISOString()) }
}

/** `+02`, `+0200` and `z` as ECMAScript reads offsets. */
function isoOffset(offset: string): string {
  if (offset.toUpperCase() === 'Z') return 'Z'
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
}

/** The minute; seconds are dropped. */
function labelOf(time: string): string | undefined {
  return readLabel(time.replace(/([:.h]\d{2}):\d{2}(?:[.,]\d+)?/i, '$1'))
}

/** Kicker and text on one line, parted by a tab or by the mark that parts the time from them. */
function cellsOf(rest: string, mark: string | undefined): string[] {
  if (rest === '') return []
  const between =
    mark === '\t' ? /\t/ : mark === '|' ? /\t|\s*\|\s*/ : mark === undefined ? /\t|\s[·•|–—-]\s/ : new RegExp(String.raw`\t|\s${mark}\s`)
  return splitOnce(rest, between)
}

/** A text as one or two cells. */
export function splitOnce(text: string, between: RegExp): string[] {
  const found = between.exec(text)
  if (found === null) return [text]
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)].map((cell) => cell.trim())
}
