/** What is pasted or dropped into a text: paragraphs for inline text, blocks for a body. */
import { unify } from '../text.ts'
import { linesOf, plainPiece, withLines, type Block, type Paragraph, type Piece } from './doc.ts'
import { trimEnds } from './read.ts'

/** One paragraph, as its lines. */
export type Lines = readonly (readonly Piece[])[]

/** The paragraphs of blocks, in their order: what holds them is left behind. */
export function paragraphsOf(blocks: readonly Block[]): Lines[] {
  return blocks.flatMap((block): Lines[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [linesOf(block.content)]
      case 'blockquote':
        return paragraphsOf(block.content)
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => paragraphsOf(item.content))
    }
  })
}

/** The lines of plain text that say something. */
export function plainLines(text: string): Piece[][] {
  return unify(text)
    .split('\n')
    .map((line) => trimEnds([plainPiece(line)]))
    .filter((line) => line.length > 0)
}

/** Plain text as paragraphs: parted by blank lines where there are any, else by each line's end. */
export function plainParagraphs(text: string): Lines[] {
  const parts = unify(text)
    .trim()
    .split(/\n[ \t]*\n\s*/)
  return parts.length > 1 ? parts.map(plainLines) : plainLines(text).map((line) => [line])
}

/** Paragraphs in one line, parted by spaces. */
export function inOneLine(paragraphs: readonly Lines[]): Piece[] {
  return paragraphs.flat().flatMap((line, index) => (index === 0 ? line : [plainPiece(' '), ...line]))
}

/** Lines as the paragraphs of an inline document, one each. */
export function asInline(lines: Lines): Paragraph[] {
  return lines.map((line) => ({ type: 'paragraph', ...withLines([line]) }))
}

/** Paragraphs as blocks of a body. */
export function asBlocks(paragraphs: readonly Lines[]): Block[] {
  return paragraphs.map((lines) => ({ type: 'paragraph', ...withLines(lines) }))
}
