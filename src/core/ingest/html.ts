/**
 * HTML that comes in, from the clipboard or a feed, as blocks of the subset. Nothing of it is kept as HTML: a
 * parser reads it as a browser would, and words, emphasis, links that readers can follow, subheads, quotes and
 * lists are written anew.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { cleanText } from '../model/field.ts'
import { joined, withLines, type Block, type ListItem, type Piece } from '../rich/doc.ts'
import { trimEnds } from '../rich/read.ts'
import { safeAddress } from '../text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** What holds no words of the page. */
const wordless = new Set(
  'audio canvas head iframe img link map math meta noscript object script select style svg template textarea title video xml'.split(' '),
)
const blockNames = new Set(
  `address article aside body center dd details div dl dt fieldset figcaption figure footer form header hr html legend main nav p pre
  section summary table tbody tfoot thead tr`.split(/\s+/),
)

/** Quotes and lists inside one another, deeper than which they are read as their words; the subset ends at six. */
const deepest = 4
/** Elements inside one another, deeper than which no person wrote them. */
const tooDeep = 400

interface State extends Omit<Piece, 'text'> {
  /** Line ends count, as in `pre`. */
  readonly kept: boolean
  readonly nest: number
  readonly depth: number
}

/** Where what is read goes: whole blocks, and the lines of the one being read. */
interface Sink {
  readonly blocks: Block[]
  lines: Piece[][]
}

/** The blocks of an HTML page or fragment; none where it has no words. */
export function blocksOfHtml(html: string): Block[] {
  const sink = newSink()
  read(parse(cleanText(html)).childNodes, sink, { bold: false, italic: false, link: undefined, kept: false, nest: 0, depth: 0 })
  flush(sink)
  return sink.blocks
}

function newSink(): Sink {
  return { blocks: [], lines: [[]] }
}

/** Ends the paragraph being read. */
function flush(sink: Sink): void {
  const lines = sink.lines.map(tidied).filter((line) => line.length > 0)
  sink.lines = [[]]
  if (lines.length > 0) sink.blocks.push({ type: 'paragraph', ...withLines(lines) })
}

/** A line with single spaces; a space that does not break stays between words alone. */
function tidied(line: readonly Piece[]): Piece[] {
  let before = ' '
  const spaced = line.map((piece) => {
    const text = Array.from(piece.text.replace(/[ \u00A0]{2,}/g, ' '))
      .filter((character) => {
        const keeps = !isSpace(character) || !isSpace(before)
        before = character
        return keeps
      })
      .join('')
    return { ...piece, text }
  })
  const whole = joined(spaced)
  const last = whole.at(-1)
  return trimEnds(last === undefined ? [] : [...whole.slice(0, -1), { ...last, text: last.text.replace(/[ \u00A0]+$/, '') }])
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\u00A0'
}

function read(nodes: readonly Node[], sink: Sink, state: State): void {
  if (state.depth > tooDeep) return
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) addText(node.value, sink, state)
    else if ('tagName' in node) readElement(node, sink, { ...state, depth: state.depth + 1 })
  }
}

function addText(value: string, sink: Sink, { bold, italic, link, kept }: State): void {
  const text = value.replace(/[\u200B\uFEFF]/g, '')
  const lines = kept ? text.split('\n') : [text.replace(/[ \t\n\f]+/g, ' ')]
  lines.forEach((line, index) => {
    if (index > 0) sink.lines.push([])
    sink.lines.at(-1)?.push({ text: line.replaceAll('\t', ' '), bold, italic, link })
  })
}

function readElement(element: Element, sink: Sink, state: State): void {
  const name = element.tagName
  if (wordless.has(name) || isHidden(element)) return
  const inner = styled(element, state)
  if (name === 'br') sink.lines.push([])
  else if (/^h[1-6]$/.test(name)) readHeading(element, sink, inner)
  else if (name === 'blockquote') readQuote(element, sink, inner)
  else if (name === 'ul' || name === 'ol') readList(element, sink, inner)
  else if (name === 'td' || name === 'th') {
    addText(' ', sink, state)
    read(element.childNodes, sink, inner)
  } else if (!blockNames.has(name) && name !== 'li') read(element.childNodes, sink, inner)
  else {
    flush(sink)
    const listed = wordList(element)
    if (listed === undefined) read(element.childNodes, sink, { ...inner, kept: inner.kept || name === 'pre' })
    else readListed(element, listed, sink, inner)
    flush(sink)
  }
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

/** A property of an element's own style; empty for none. */
function styleOf(element: Element, property: string): string {
  return new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]*)`, 'i').exec(attribute(element, 'style'))?.[1]?.trim().toLowerCase() ?? ''
}

function isHidden(element: Element): boolean {
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'mso-hide') === 'all' ||
    // The sign that Word draws before an item.
    styleOf(element, 'mso-list') === 'ignore'
  )
}

/** The marks that an element adds, or takes away: Google Docs wraps everything in a `b` of normal weight. */
function styled(element: Element, state: State): State {
  const name = element.tagName
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  const bold = weight === '' ? state.bold || name === 'b' || name === 'strong' : /^(?:bold|bolder|[6-9]00)$/.test(weight)
  const italic = slant === '' ? state.italic || name === 'i' || name === 'em' : /^(?:italic|oblique)/.test(slant)
  const href = name === 'a' ? safeAddress(attribute(element, 'href').trim()) : undefined
  return { ...state, bold, italic, link: href === undefined ? state.link : { href, title: null } }
}

/** Reads into blocks of their own. */
function inside(element: Element, state: State): Block[] {
  const sink = newSink()
  read(element.childNodes, sink, state)
  flush(sink)
  return sink.blocks
}

/** Subheads are bold by themselves. */
function readHeading(element: Element, sink: Sink, state: State): void {
  flush(sink)
  const level = element.tagName < 'h3' ? 2 : 3
  for (const block of inside(element, { ...state, bold: false })) {
    sink.blocks.push(block.type === 'paragraph' ? { ...block, type: 'heading', attrs: { level } } : block)
  }
}

function readQuote(element: Element, sink: Sink, state: State): void {
  flush(sink)
  const content = inside(element, { ...state, nest: state.nest + 1 })
  if (state.nest >= deepest) sink.blocks.push(...content)
  else if (content.length > 0) sink.blocks.push({ type: 'blockquote', content })
}

function readList(element: Element, sink: Sink, state: State): void {
  flush(sink)
  const items: ListItem[] = []
  for (const child of element.childNodes) {
    const list = child.nodeName === 'ul' || child.nodeName === 'ol'
    const under = newSink()
    read([child], under, { ...state, nest: state.nest + 1 })
    flush(under)
    const last = items.at(-1)
    // Google Docs puts a list in a list beside the item that it belongs to.
    if (list && last !== undefined) items[items.length - 1] = { ...last, content: [...last.content, ...under.blocks] }
    else if (under.blocks.length > 0) items.push({ type: 'listItem', content: under.blocks })
  }
  if (state.nest >= deepest) sink.blocks.push(...items.flatMap(({ content }) => content))
  else addItems(sink, element.tagName === 'ol', startOf(element), items)
}

function startOf(element: Element): number {
  const start = Number(attribute(element, 'start') || '1')
  return Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1
}

function addItems(sink: Sink, ordered: boolean, start: number, content: readonly ListItem[]): void {
  if (content.length === 0) return
  sink.blocks.push(ordered ? { type: 'orderedList', attrs: { start }, content } : { type: 'bulletList', content })
}

/** The sign before a paragraph that Word shows as an item of a list; undefined for any other paragraph. */
function wordList(element: Element): string | undefined {
  if (!/\blevel\d/.test(styleOf(element, 'mso-list'))) return undefined
  const sign = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (!('tagName' in node)) return ''
        return styleOf(node, 'mso-list') === 'ignore' ? textOf(node.childNodes) : sign(node.childNodes)
      })
      .join('')
  return sign(element.childNodes).trim()
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => ('tagName' in node ? textOf(node.childNodes) : 'value' in node ? node.value : '')).join('')
}

/** Word's items, which follow one another as paragraphs, joined in a list. */
function readListed(element: Element, sign: string, sink: Sink, state: State): void {
  const content = inside(element, state)
  if (content.length === 0) return
  const number = /^\(?(\d{1,9})[.)]/.exec(sign)?.[1]
  const ordered = /^\(?(?:\d{1,9}|[a-z]{1,4})[.)]/i.test(sign)
  const last = sink.blocks.at(-1)
  const item: ListItem = { type: 'listItem', content }
  if (last?.type === (ordered ? 'orderedList' : 'bulletList'))
    sink.blocks[sink.blocks.length - 1] = { ...last, content: [...last.content, item] }
  else addItems(sink, ordered, number === undefined ? 1 : Number(number), [item])
}
