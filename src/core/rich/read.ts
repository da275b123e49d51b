/** Markdown of the subset as a document for an editor. What the subset does not know stands in it as the characters it is. */
import type { ListItem as MarkdownItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { isMarked, parseBody, parseInline, unify } from '../text.ts'
import {
  joined,
  plainPiece,
  withLines,
  wordsOf,
  type Block,
  type Doc,
  type ListItem,
  type Paragraph,
  type Piece,
  type Shape,
} from './doc.ts'

export function readDoc(markdown: string, shape: Shape): Doc {
  const content = shape === 'body' ? blocksOf(parseBody(markdown)) : readLines(markdown).map(paragraph)
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

function paragraph(line: readonly Piece[]): Paragraph {
  return { type: 'paragraph', ...withLines([line]) }
}

/** The lines of inline text; blank ones between them stay. */
export function readLines(markdown: string): Piece[][] {
  if (!isMarked(markdown))
    return trimBlank(
      unify(markdown)
        .split('\n')
        .map((line) => trimEnds([plainPiece(line)])),
    )
  const lines: Piece[][] = []
  let last = 0
  for (const node of parseInline(markdown)) {
    if (node.type !== 'paragraph') continue
    const { start, end } = node.position ?? { start: { line: last + 1 }, end: { line: last + 1 } }
    for (let blank = last + 1; blank < start.line && last > 0; blank++) lines.push([])
    lines.push(...phraseLines(node.children))
    last = end.line
  }
  return lines
}

function trimBlank(lines: Piece[][]): Piece[][] {
  const first = lines.findIndex((line) => line.length > 0)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line.length > 0) + 1)
}

function blocksOf(nodes: readonly RootContent[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', ...withLines(phraseLines(node.children)) }]
      case 'heading':
        return [{ type: 'heading', attrs: { level: node.depth }, ...withLines(phraseLines(node.children)) }]
      case 'blockquote':
        return [{ type: 'blockquote', content: atLeastOne(blocksOf(node.children)) }]
      case 'list':
        return node.ordered === true
          ? [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content: node.children.map(item) }]
          : [{ type: 'bulletList', content: node.children.map(item) }]
      default:
        return []
    }
  })
}

function item(node: MarkdownItem): ListItem {
  return { type: 'listItem', content: atLeastOne(blocksOf(node.children)) }
}

function atLeastOne(blocks: Block[]): Block[] {
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks
}

/** Phrasing as lines, with no spaces around them. */
function phraseLines(nodes: readonly PhrasingContent[]): Piece[][] {
  const lines: Piece[][] = [[]]
  const walk = (node: Nodes, marks: Omit<Piece, 'text'>): void => {
    switch (node.type) {
      case 'text':
        node.value.split('\n').forEach((text, index) => {
          if (index > 0) lines.push([])
          lines.at(-1)?.push({ ...marks, text })
        })
        return
      case 'break':
        lines.push([])
        return
      case 'strong':
        for (const child of node.children) walk(child, { ...marks, bold: true })
        return
      case 'emphasis':
        for (const child of node.children) walk(child, { ...marks, italic: true })
        return
      case 'link': {
        const link = { href: node.url, title: node.title ?? null }
        for (const child of node.children) walk(child, { ...marks, link })
        return
      }
      default:
        return
    }
  }
  for (const node of nodes) walk(node, { bold: false, italic: false, link: undefined })
  return trimBlank(lines.map((line) => trimEnds(joined(line))))
}

/** A line without the spaces around it. */
export function trimEnds(line: readonly Piece[]): Piece[] {
  const words = wordsOf(line)
  const [from, to] = [words.search(/[^ \t]/), words.replace(/[ \t]+$/, '').length]
  let at = 0
  return joined(
    line.map((piece) => {
      const begins = at
      at += piece.text.length
      return { ...piece, text: piece.text.slice(Math.max(0, from - begins), Math.max(0, to - begins)) }
    }),
  )
}
