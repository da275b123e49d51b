/**
 * Pasted or imported plain text as a rail's words: an optional lead before a line that equals the rail's
 * title, then briefs (a time, a kicker, a text), newest first, then the discussion's prompt and empty state.
 */
import type { Day } from '../ids.ts'
import { Calendar, type Direction } from './calendar.ts'
import { readLead, type UnderstoodLead } from './lead.ts'
import { folded, linesOf, wordsOf, type Line } from './lines.ts'
import { readList, timeLineOf, type UnderstoodBrief } from './list.ts'
import { fits, flat, type Piece } from './pieces.ts'
import { Problems, type Problem, type TextField } from './problems.ts'

/** What was understood. Fields of one line are plain; `standfirst`, `body` and `text` are the Markdown subset. */
export interface Understood {
  readonly lead: UnderstoodLead | undefined
  readonly briefs: readonly UnderstoodBrief[]
  readonly prompt: UnderstoodLine | undefined
  readonly emptyState: UnderstoodLine | undefined
  /** In the order of the text; of very many the first hundred. */
  readonly problems: readonly Problem[]
  readonly moreProblems: number
}

export interface UnderstoodLine {
  readonly line: number
  readonly text: string
}

export interface UnderstandContext {
  /** The day of the first time in the list. */
  readonly day: Day
  /** The channel's. */
  readonly zone: string
  readonly railTitle: string
  /** How times run, where a person has said so; newest first otherwise. */
  readonly direction?: Direction
}

/** Understands a text. Never throws, whatever the text; what is not understood is among the problems. */
export function understand(text: string, context: UnderstandContext): Understood {
  const problems = new Problems()
  const calendar = new Calendar(context)
  const title = findTitle(text, context.railTitle)
  if (title === undefined) {
    const { briefs } = readList(linesOf(text), 'with briefs', calendar, problems)
    return { lead: undefined, briefs, prompt: undefined, emptyState: undefined, ...problems.shown() }
  }
  const lead = readLead(text.slice(0, title.start), problems)
  const below = linesOf(text.slice(title.start + title.raw.length), title.number)
  const { briefs, trailing, until } = readList(below, 'with a discussion', calendar, problems)
  return { lead, briefs, ...readDiscussion(trailing, until, problems), ...problems.shown() }
}

/** The first line that equals the rail's title and is not a brief's kicker, which stands between a time and a text. */
function findTitle(text: string, railTitle: string): Line | undefined {
  const title = folded(railTitle)
  if (title === '') return undefined
  let before: Line | undefined
  let kicker: Line | undefined
  for (const line of linesOf(text)) {
    if (kicker !== undefined) {
      if (timeLineOf(line.raw) !== undefined) return kicker
      kicker = undefined
    }
    if (mayEqual(line.raw, title) && folded(wordsOf(line.raw).text) === title) {
      if (before === undefined || timeLineOf(before.raw)?.cells.length !== 0) return line
      kicker = line
    }
    before = line
  }
  return kicker
}

/** Whether a line's length leaves it possible, so that most need not be looked at closely. */
function mayEqual(raw: string, title: string): boolean {
  return raw.length >= title.length / 2 && raw.length <= 2 * title.length + 20
}

function readDiscussion(trailing: readonly Piece[], until: number, problems: Problems): Pick<Understood, 'prompt' | 'emptyState'> {
  const [prompt, emptyState, ...more] = trailing.map((piece) => ({ line: piece.line, text: flat(piece) }))
  checkLength('prompt', prompt, problems)
  checkLength('emptyState', emptyState, problems)
  for (const one of more) problems.add('after-end', one.line, one.text)
  if (more.length > 0) problems.add('after-end', until, '')
  return { prompt, emptyState }
}

function checkLength(field: TextField, one: UnderstoodLine | undefined, problems: Problems): void {
  if (one !== undefined && !fits(field, one.text)) problems.add('too-long', one.line, one.text, field)
}
