/** What stands before the rail's title, as a lead. */
import { linesOf } from './lines.ts'
import { bulletsOf, fits, flat, Gathered, markdown, type Piece } from './pieces.ts'
import type { Problems } from './problems.ts'

export interface UnderstoodLead {
  readonly line: number
  /** Only where a line is marked as one: `# Headline`. */
  readonly headline: string
  /** Markdown subset: the first paragraph. */
  readonly standfirst: string
  /** Markdown subset: the other paragraphs. */
  readonly body: string
}

const headlineMark = /^#{1,6}\s+(?=\S)/

/** Undefined where nothing is said. */
export function readLead(text: string, problems: Problems): UnderstoodLead | undefined {
  const gathered = new Gathered()
  for (const line of linesOf(text)) gathered.add(line)
  const { pieces } = gathered
  const first = pieces[0]
  if (first === undefined) return undefined
  const marked = pieces.find((piece) => headlineMark.test(piece.text))
  const words = pieces.filter((piece) => piece !== marked)
  const bullets = bulletsOf(words)
  const [opening, ...others] = paragraphs(words)
  const lead = {
    line: first.line,
    headline: flat(marked).replace(headlineMark, ''),
    standfirst: markdown(opening ?? [], bullets),
    body: others.map((paragraph) => markdown(paragraph, bullets)).join('\n\n'),
  }
  const starts = { headline: marked, standfirst: opening?.[0], body: others[0]?.[0] }
  for (const field of ['headline', 'standfirst', 'body'] as const) {
    if (!fits(field, lead[field])) problems.add('too-long', starts[field]?.line ?? first.line, lead[field], field)
  }
  return lead
}

/**
 * Every line is a paragraph, as a page is copied; but where blank lines part paragraphs, lines that
 * were broken within a sentence stay together, as mail is wrapped.
 */
function paragraphs(pieces: readonly Piece[]): Piece[][] {
  const parted = pieces.some((piece, index) => index > 0 && !piece.joined)
  const all: Piece[][] = []
  for (const piece of pieces) {
    const before = all.at(-1)
    const goesOn = parted && piece.joined && !/[.!?…]["”’»)]*$/.test(before?.at(-1)?.text ?? '')
    if (before !== undefined && goesOn) before.push(piece)
    else all.push([piece])
  }
  return all
}
