/** A list of briefs: parted at its time lines, each a time, a kicker and a text. */
import type { BriefTime, Calendar } from './calendar.ts'
import { wordsOf, type Line } from './lines.ts'
import { bulletsOf, fits, flat, Gathered, markdown, mostOfOne, type Piece } from './pieces.ts'
import type { Problems } from './problems.ts'
import { readTimeLine, splitOnce, type TimeLine } from './times.ts'

export interface UnderstoodBrief {
  /** Where its time stands, counted from 1. */
  readonly line: number
  readonly time: BriefTime
  /** Empty where there is none, as is `text`. */
  readonly kicker: string
  /** Markdown subset. */
  readonly text: string
}

/** More briefs than a rail can have: what follows is reported and not read. */
const mostBriefs = 5_000

/** A brief's time line and the lines up to the next. */
interface Sketch {
  readonly line: number
  readonly head: TimeLine
  readonly below: Gathered
}

const mayBeTime = /^[^\p{L}\d]{0,12}\d/u

/** Reads a raw line that begins with a time; undefined for any other. */
export function timeLineOf(raw: string): TimeLine | undefined {
  return mayBeTime.test(raw) ? readTimeLine(wordsOf(raw.slice(0, mostOfOne)).text) : undefined
}

/** The briefs of a list and, where a discussion closes it, what stands below the last one's first line of text. */
export function readList(
  lines: Iterable<Line>,
  closes: 'with briefs' | 'with a discussion',
  calendar: Calendar,
  problems: Problems,
): { briefs: UnderstoodBrief[]; trailing: Piece[]; until: number } {
  const sketches = partAtTimes(lines, problems)
  const last = sketches.at(-1)
  let trailing: Piece[] = []
  const briefs = sketches.map((one) => {
    const { title, texts } = wordsIn(one)
    const words = closes === 'with a discussion' && one === last ? texts.slice(0, 1) : texts
    trailing = texts.slice(words.length)
    const time = calendar.timeOf(one.head.said)
    const brief = { line: one.line, time, kicker: flat(title), text: markdown(words, bulletsOf(words)) }
    report(brief, one.head.typed, words[0]?.line ?? one.line, problems)
    return brief
  })
  if (briefs[0] !== undefined && calendar.seemsReversed()) problems.add('oldest-first', briefs[0].line, sketches[0]?.head.typed ?? '')
  return { briefs, trailing, until: last?.below.until ?? 0 }
}

function partAtTimes(lines: Iterable<Line>, problems: Problems): Sketch[] {
  const sketches: Sketch[] = []
  // Where the first time has its kicker after a mere space, so may the others.
  let spaced = false
  for (const line of lines) {
    const head = timeLineOf(line.raw)
    const current = sketches.at(-1)
    if (current === undefined) spaced = head?.spaced === true
    const wantsKicker = current?.head.cells.length === 0 && current.below.pieces.length === 0
    if (head !== undefined && (spaced || !head.spaced) && !(head.doubtful && wantsKicker)) {
      if (sketches.length === mostBriefs) {
        problems.add('too-many', line.number, line.raw.trim())
        break
      }
      sketches.push({ line: line.number, head, below: new Gathered() })
    } else if (current === undefined) problems.add('stray', line.number, line.raw.trim())
    else {
      if (head !== undefined && !head.doubtful) problems.add('like-a-time', line.number, line.raw.trim())
      current.below.add(line)
    }
  }
  return sketches
}

/** The kicker, from the time's own line or the next, and the lines of text below it. */
function wordsIn({ line, head, below }: Sketch): { title: Piece | undefined; texts: Piece[] } {
  const cells = head.cells.map((text): Piece => ({ line, joined: true, bullet: '', text }))
  const [first, ...others] = [...cells, ...below.pieces]
  const own = first === undefined ? [] : splitOnce(first.text, /\t/).map((text) => ({ ...first, text }))
  const all = [...own, ...others]
  // A whole sentence in the kicker's place is a text whose kicker is missing.
  return isSentence(all[0]?.text ?? '') ? { title: undefined, texts: all } : { title: all[0], texts: all.slice(1) }
}

function isSentence(text: string): boolean {
  return /[.…]["”’»)]*$/.test(text) && text.split(' ', 6).length === 6
}

const timeProblems = { impossible: 'impossible-time', twice: 'time-twice', never: 'time-never' } as const

function report({ line, time, kicker, text }: UnderstoodBrief, typed: string, textLine: number, problems: Problems): void {
  if (time.kind !== 'known') problems.add(timeProblems[time.kind], line, typed)
  if (kicker === '' && text === '') problems.add('no-words', line, typed)
  else if (kicker === '') problems.add('no-kicker', line, text)
  else if (text === '') problems.add('no-text', line, kicker)
  if (!fits('kicker', kicker)) problems.add('too-long', line, kicker, 'kicker')
  if (!fits('text', text)) problems.add('too-long', textLine, text, 'text')
}

/** Whether a brief can be taken as it is: it has a time, a kicker and a text, and they fit their fields. */
export function isWhole(brief: UnderstoodBrief): brief is UnderstoodBrief & { readonly time: BriefTime & { readonly kind: 'known' } } {
  const filled = brief.kicker !== '' && brief.text !== ''
  return brief.time.kind === 'known' && filled && fits('kicker', brief.kicker) && fits('text', brief.text)
}
