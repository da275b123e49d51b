/** Lines on their way to a field: gathered, flattened, made Markdown, held against the field's schema. */
import { briefKind } from '../model/brief.ts'
import { leadKind } from '../model/lead.ts'
import { railKind } from '../model/rail.ts'
import { escapeText, tidyText } from '../text.ts'
import { wordsOf, type Line, type Words } from './lines.ts'
import type { TextField } from './problems.ts'

/** A line's words, or the part of a line that is meant, with its number. */
export interface Piece extends Words {
  readonly line: number
  /** Whether it stands right below the piece before it, with no blank line between. */
  readonly joined: boolean
}

/** More characters than any field holds. What is longer is reported all the same, and no paste fills the memory. */
export const mostOfOne = 300_000

/** Lines on their way to one field or two, up to more than those hold. */
export class Gathered {
  readonly pieces: Piece[] = []
  #size = 0
  #last = 0

  add(line: Line): void {
    const joined = line.number - this.#last <= 1
    this.#last = line.number
    if (this.#size > mostOfOne) return
    this.#size += line.raw.length + 1
    this.pieces.push({ line: line.number, joined, ...wordsOf(line.raw.slice(0, mostOfOne)) })
  }

  /** The last line added, whether or not it was kept. */
  get until(): number {
    return this.#last
  }
}

/** A field of one line, plain. */
export function flat(piece: Piece | undefined): string {
  return piece?.text.replaceAll('\t', ' ') ?? ''
}

/** Lines as Markdown that reads as they do. A bullet counts for nothing where `bullets` says so. */
export function markdown(pieces: readonly Piece[], bullets: 'kept' | 'dropped'): string {
  return escapeText(tidyText(pieces.map((piece) => (bullets === 'kept' ? piece.bullet : '') + piece.text).join('\n')))
}

/** Bullets are the list's own where its first line has one, else the writer's. */
export function bulletsOf(pieces: readonly Piece[]): 'kept' | 'dropped' {
  return pieces[0]?.bullet === '' ? 'kept' : 'dropped'
}

const { headline, standfirst, body } = leadKind.fields
const { kicker, text } = briefKind.fields
const { prompt, emptyState } = railKind.fields
const schemas = { headline, standfirst, body, kicker, text, prompt, emptyState }

/** Whether a value is one that its field takes. */
export function fits(field: TextField, value: string): boolean {
  return schemas[field].safeParse(value).success
}
