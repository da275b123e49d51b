/**
 * Words as an editor shows them: a document of blocks and lines in the JSON that ProseMirror reads
 * (`Node.fromJSON`), made of the subset of core's text.ts and nothing else. Inline text is a document of
 * paragraphs, one a line; in a body a paragraph holds lines parted by hard breaks.
 */

export type Mark =
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  /** Any address that was written, also one that readers cannot follow: `safeAddress` says which can. */
  | { readonly type: 'link'; readonly attrs: { readonly href: string; readonly title: string | null } }

export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly marks?: readonly Mark[]
}

export interface HardBreak {
  readonly type: 'hardBreak'
}

export type Inline = TextNode | HardBreak

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content?: readonly Inline[]
}

export interface Heading {
  readonly type: 'heading'
  /** As many `#` as it was written with. */
  readonly attrs: { readonly level: number }
  readonly content?: readonly Inline[]
}

export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly Block[]
}

export type Block =
  | Paragraph
  | Heading
  | { readonly type: 'blockquote'; readonly content: readonly Block[] }
  | { readonly type: 'bulletList'; readonly content: readonly ListItem[] }
  | { readonly type: 'orderedList'; readonly attrs: { readonly start: number }; readonly content: readonly ListItem[] }

export interface Doc {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

/** `inline` for a brief's text and a standfirst, `body` for a lead's. */
export type Shape = 'inline' | 'body'

/** A piece of a line, all in the same marks. */
export interface Piece {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly link: { readonly href: string; readonly title: string | null } | undefined
}

export const plainPiece = (text: string): Piece => ({ text, bold: false, italic: false, link: undefined })

export function sameMarks(a: Piece, b: Piece): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link?.href === b.link?.href && a.link?.title === b.link?.title
}

/** A line's pieces with neighbours of the same marks joined and empty ones left out. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const line: Piece[] = []
  for (const piece of pieces) {
    const last = line.at(-1)
    if (piece.text === '') continue
    if (last !== undefined && sameMarks(last, piece)) line[line.length - 1] = { ...last, text: last.text + piece.text }
    else line.push(piece)
  }
  return line
}

export function textNode({ text, bold, italic, link }: Piece): TextNode {
  const marks: Mark[] = [
    ...(link === undefined ? [] : [{ type: 'link' as const, attrs: { href: link.href, title: link.title } }]),
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
  ]
  return { type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }
}

/** A paragraph, or what else holds lines, with these in it. */
export function withLines(lines: readonly (readonly Piece[])[]): { readonly content?: readonly Inline[] } {
  const content = lines.flatMap((line, index): Inline[] => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
    ...line.map(textNode),
  ])
  return content.length === 0 ? {} : { content }
}

/** The lines of what holds them. */
export function linesOf(content: readonly Inline[] = []): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(pieceOf(node))
  }
  return lines.map(joined)
}

function pieceOf({ text, marks = [] }: TextNode): Piece {
  const link = marks.find((mark) => mark.type === 'link')
  return {
    text,
    bold: marks.some(({ type }) => type === 'bold'),
    italic: marks.some(({ type }) => type === 'italic'),
    link: link === undefined ? undefined : { href: link.attrs.href, title: link.attrs.title ?? null },
  }
}

/** The words of a line, without its marks. */
export function wordsOf(line: readonly Piece[]): string {
  return line.map(({ text }) => text).join('')
}
