/** What of a text could not be understood, or needs a person. Words for it are made where people read them. */

export type ProblemKind =
  /** There is no such time: 25:61. */
  | 'impossible-time'
  /** Clocks were set back over it: it occurs twice that day. */
  | 'time-twice'
  /** Clocks were set forward over it: it never occurs that day. */
  | 'time-never'
  | 'no-kicker'
  | 'no-text'
  /** A time with neither kicker nor text. */
  | 'no-words'
  /** Longer than the field that it is meant for. */
  | 'too-long'
  /** Belongs to nothing: before the first time. */
  | 'stray'
  /** Follows the discussion's empty state, where nothing is expected. */
  | 'after-end'
  /** Read as text, though it begins with a time. */
  | 'like-a-time'
  /** Times mostly rise from one brief to the next: the list seems to run oldest first. */
  | 'oldest-first'
  /** From here on nothing was read: more briefs than a rail can have. */
  | 'too-many'

export type TextField = 'headline' | 'standfirst' | 'body' | 'kicker' | 'text' | 'prompt' | 'emptyState'

export interface Problem {
  readonly kind: ProblemKind
  /** The line it begins on, counted from 1. */
  readonly line: number
  /** The last line of a stretch. */
  readonly until: number
  /** The beginning of the line. */
  readonly text: string
  /** Which field is too long. */
  readonly field?: TextField
}

const mostShown = 100
const mostKept = 10_000
const excerptLength = 80

/** Gathers problems; lines next to each other that have the same one are told as a stretch. */
export class Problems {
  readonly #all: Problem[] = []
  #untold = 0

  add(kind: ProblemKind, line: number, text: string, field?: TextField): void {
    const last = this.#all.at(-1)
    if ((kind === 'stray' || kind === 'after-end') && last?.kind === kind) this.#all[this.#all.length - 1] = { ...last, until: line }
    else if (this.#all.length === mostKept) this.#untold += 1
    else this.#all.push({ kind, line, until: line, text: excerpt(text), ...(field === undefined ? {} : { field }) })
  }

  /** The first of them in the order of the text, and how many more there are. */
  shown(): { problems: Problem[]; moreProblems: number } {
    const sorted = [...this.#all].sort((a, b) => a.line - b.line)
    return { problems: sorted.slice(0, mostShown), moreProblems: Math.max(0, sorted.length - mostShown) + this.#untold }
  }
}

function excerpt(text: string): string {
  // By code points, so that no character is cut in two; each is one or two units long.
  const start = Array.from(text.slice(0, 2 * excerptLength + 2))
  return start.length > excerptLength ? `${start.slice(0, excerptLength - 1).join('')}…` : start.join('')
}
