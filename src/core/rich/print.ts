/**
 * A document as Markdown of the subset, such that reading it gives the document again. Emphasis that
 * CommonMark has no way to write, such as of a quotation mark inside a word, is narrowed to what it has.
 */
import { assertNever } from '../assert.ts'
import { escapeText } from '../text.ts'
import { joined, linesOf, sameMarks, wordsOf, type Block, type Doc, type Inline, type ListItem, type Piece, type Shape } from './doc.ts'
import { readLines, trimEnds } from './read.ts'

export function printDoc(doc: Doc, shape: Shape): string {
  if (shape === 'body') return blocks(doc.content)
  return doc.content
    .map((block) => ('content' in block && (block.type === 'paragraph' || block.type === 'heading') ? lines(block.content) : []).join('\n'))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

function blocks(all: readonly Block[]): string {
  let before: Block | undefined
  let other = false
  return all.reduce((text, block) => {
    // A list right after one of its kind would go on with it: the other sign begins a new one.
    other = before?.type === block.type && !other
    const printed = print(block, other)
    if (printed === '') return text
    const between = before?.type === 'paragraph' && interrupts(block) ? '\n' : '\n\n'
    before = block
    return text === '' ? printed : `${text}${between}${printed}`
  }, '')
}

/** Whether a block may begin right below a paragraph's last line: a list that begins with words (CommonMark 5.3). */
function interrupts(block: Block): boolean {
  const first = block.type === 'bulletList' ? block.content[0]?.content[0] : undefined
  return first?.type === 'paragraph' && lines(first.content).some(Boolean)
}

function print(block: Block, other: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return lines(block.content).filter(Boolean).join('\n')
    case 'heading': {
      // Marks at its end would close it (CommonMark 4.2).
      const words = lines(block.content)
        .filter(Boolean)
        .join(' ')
        .replace(/(?<=^|[ \t])#+$/, '\\$&')
      return words === '' ? '' : `${'#'.repeat(block.attrs.level)} ${words}`
    }
    case 'blockquote':
      return prefixed(blocks(block.content), '> ', '> ')
    case 'bulletList':
      return items(block.content, () => (other ? '*' : '-'))
    case 'orderedList':
      return items(block.content, (index) => `${block.attrs.start + index}${other ? ')' : '.'}`)
    default:
      return assertNever(block)
  }
}

function items(all: readonly ListItem[], sign: (index: number) => string): string {
  return all.map((item, index) => prefixed(blocks(item.content) || ' ', `${sign(index)} `, ' '.repeat(sign(index).length + 1))).join('\n')
}

function prefixed(text: string, first: string, rest: string): string {
  if (text === '') return ''
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.replace(/[ \t]+$/, ''))
    .join('\n')
}

function lines(content: readonly Inline[] | undefined): string[] {
  return linesOf(content).map(printLine)
}

// A body of many paragraphs is printed again at each key press, and all but one are the same.
const known = new Map<string, string>()

/** A line as Markdown. */
export function printLine(line: readonly Piece[]): string {
  const words = trimEnds(line)
  if (words.every(({ bold, italic, link }) => !bold && !italic && link === undefined)) return escapeText(wordsOf(words))
  const key = JSON.stringify(words)
  const had = known.get(key)
  if (had !== undefined) return had
  const printed = printMarked(words)
  if (known.size > 2_000) known.clear()
  known.set(key, printed)
  return printed
}

/** The plainest way to write a line that reads as the line again. */
function printMarked(words: readonly Piece[]): string {
  const line = withoutEdges(words, (text) => /\s/.test(text))
  const narrowed = withoutEdges(
    line,
    (text, beside) => /[\s\p{P}\p{S}]/u.test(text) && beside !== undefined && !/[\s\p{P}\p{S}]/u.test(beside),
  )
  const links = joined(line.map((piece) => ({ ...piece, bold: false, italic: false })))
  for (const one of [line, narrowed, links]) {
    for (const style of styles) {
      const printed = within(one, style, true)
      const [read = [], ...more] = readLines(printed)
      if (more.length === 0 && sameLine(read, one)) return printed
    }
  }
  return within(links, '*', true)
}

function sameLine(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((piece, index) => piece.text === b[index]?.text && sameMarks(piece, b[index]))
}

/** How italic is written. */
const styles = ['*', '_'] as const
type Style = (typeof styles)[number]
type Emphasis = 'bold' | 'italic'

/** A line whose emphasis does not begin or end with characters of a kind, judged with the one beside them outside. */
function withoutEdges(line: readonly Piece[], drops: (text: string, beside: string | undefined) => boolean): Piece[] {
  const characters = line.flatMap((piece) => Array.from(piece.text, (text) => ({ ...piece, text })))
  for (const mark of ['bold', 'italic'] as const) {
    narrow(characters, mark, drops)
    narrow(characters.reverse(), mark, drops)
    characters.reverse()
  }
  return joined(characters)
}

function narrow(characters: Piece[], mark: Emphasis, drops: (text: string, beside: string | undefined) => boolean): void {
  characters.forEach((piece, index) => {
    const beside = characters[index - 1]
    if (piece[mark] && beside?.[mark] !== true && drops(piece.text, beside?.text)) characters[index] = { ...piece, [mark]: false }
  })
}

/** Pieces as Markdown: what reaches furthest is written around the rest; a link is never cut. */
function within(line: readonly Piece[], style: Style, begins: boolean): string {
  let text = ''
  for (let at = 0; at < line.length;) {
    const [mark, end] = widest(line, at)
    const inner = line.slice(at, end)
    const starts = begins && text === ''
    switch (mark) {
      case undefined:
        text += escaped(wordsOf(inner), starts)
        break
      case 'link': {
        const bare = inner.map((piece) => ({ ...piece, link: undefined }))
        text += `[${bracketsEscaped(within(bare, style, false))}](${target(inner[0]?.link)})`
        break
      }
      default: {
        const sign = mark === 'bold' ? '**' : style
        text +=
          sign +
          within(
            inner.map((piece) => ({ ...piece, [mark]: false })),
            style,
            false,
          ) +
          sign
      }
    }
    at = end
  }
  return text
}

/** The mark that reaches furthest from here, and where it ends; a link goes first. */
function widest(line: readonly Piece[], at: number): ['link' | Emphasis | undefined, number] {
  const reach = (has: (piece: Piece) => boolean): number => {
    const end = line.findIndex((piece, index) => index >= at && !has(piece))
    return end < 0 ? line.length : end
  }
  const first = line[at]
  const sameLink = (piece: Piece): boolean =>
    piece.link !== undefined && piece.link.href === first?.link?.href && piece.link.title === first.link.title
  const uncut = (end: number): number => {
    const last = line[end - 1]?.link
    return last !== undefined && end > at && line[end]?.link?.href === last.href
      ? line.findLastIndex((piece, index) => index < end && piece.link?.href !== last.href) + 1
      : end
  }
  const found: ['link' | Emphasis, number][] = [
    ['link', reach(sameLink)],
    ['bold', uncut(reach(({ bold }) => bold))],
    ['italic', uncut(reach(({ italic }) => italic))],
  ]
  const [best] = found.filter(([, end]) => end > at).sort(([, a], [, b]) => b - a)
  return best ?? [undefined, at + 1]
}

/** Escapes for text inside a line, where no quote, subhead or list begins. */
function escaped(text: string, starts: boolean): string {
  return starts ? escapeText(text) : escapeText(`.${text}`).slice(1)
}

/** Brackets inside a link's words would end them. Link texts hold no other links. */
function bracketsEscaped(markdown: string): string {
  return markdown.replace(/\\[^]|[[\]]/g, (found) => (found.length > 1 ? found : `\\${found}`))
}

/** A link's address, and the title that other programs give it. */
function target(link: Piece['link']): string {
  const { href, title } = link ?? { href: '', title: null }
  const address =
    href === '' || /[\s<>]/.test(href)
      ? `<${href.replace(/[\\<>&]/g, '\\$&').replace(/\n/g, ' ')}>`
      : href.replace(/[\\()]|&(?=#?\w+;)/g, '\\$&')
  return title === null ? address : `${address} "${title.replace(/[\\"&]/g, '\\$&')}"`
}
