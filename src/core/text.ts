/**
 * The Markdown subset that words are kept in, and what readers see of it.
 *
 * A brief's `text` and a lead's `standfirst` are inline text: bold, italic and links. A lead's `body`
 * adds paragraphs, subheads, quotes and lists. All other fields are plain. A line break stays a line
 * break in both; runs of spaces, blank lines and what surrounds a line count for nothing. HTML is
 * never read, only written, from the subset's own nodes: so no foreign markup passes through.
 */
import type { BlockContent, DefinitionContent, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

type Block = RootContent | BlockContent | DefinitionContent

/** What CommonMark knows and the subset does not; such marks read as themselves. */
const beyondBody = [
  'autolink',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
]
const beyondInline = [...beyondBody, 'blockQuote', 'headingAtx', 'list']

/** Whether inline text holds a character that could be markup; most does not, and needs no parser. */
const mayHaveMarks = /[\\*_[]/

/** Whether inline text needs a parser. */
export function isMarked(markdown: string): boolean {
  return mayHaveMarks.test(markdown)
}

/** Line ends that are not `\n`, and the mark that only says how a file is written, as text has them. */
export function unify(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll('\uFEFF', '')
}

/** Whitespace as readers see it: single spaces, trimmed lines, no blank ones. Other spaces, such as U+00A0, stay. */
export function tidyText(text: string): string {
  return unify(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '')
}

/** Text for HTML and XML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Plain text of one or more lines as HTML, lines parted by `<br>`. */
export function plainHtml(text: string): string {
  return escapeHtml(tidyText(text)).replaceAll('\n', '<br>')
}

/**
 * Plain text as Markdown that reads as itself, inline or as paragraphs of a body:
 * `inlineText(escapeText(t))` is `tidyText(t)`. Escapes what could be read as a mark and nothing else,
 * also where the outcome is joined to other Markdown.
 */
export function escapeText(plain: string): string {
  return unify(plain)
    .replace(possibleMarks, (mark, run: string | undefined, at: number, whole: string) =>
      run !== undefined && isInert(run, whole[at - 1], whole[at + run.length]) ? run : mark.replace(/./g, '\\$&'),
    )
    .replace(/^([ \t]*)(#{1,6}(?=[ \t]|$)|[-+*](?=[ \t]|$)|>)/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])(?=[ \t]|$)/gm, '$1\\$2')
}

/** A backslash that would escape, the middle of a link, and emphasis (captured where one mark stands alone). */
const possibleMarks = /\\(?=[!-/:-@[-`{-~]|$)|\](?=\(|$)|(?<![*_])(\*+|_+)(?![*_])|[*_]/g

/** Whether a run of one mark between these characters can neither open nor close emphasis (CommonMark 6.2). */
function isInert(run: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false
  if (/\s/.test(before) && /\s/.test(after)) return true
  return run.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
}

/** What readers see of inline text, lines parted by `\n`. */
export function inlineText(markdown: string): string {
  if (!isMarked(markdown)) return tidyText(markdown)
  return remembered(knownText, markdown, () => tidyText(parseInline(markdown).map(visible).join('\n')))
}

// All outputs of a bundle, and each preview, ask for the same words again.
const knownText = new Map<string, string>()
const knownHtml = new Map<string, string>()

function remembered(known: Map<string, string>, markdown: string, make: () => string): string {
  const had = known.get(markdown)
  if (had !== undefined) return had
  const made = make()
  if (known.size > 5_000) known.clear()
  known.set(markdown, made)
  return made
}

/** Inline text as HTML: `strong`, `em`, `a` and `br`. */
export function inlineHtml(markdown: string): string {
  if (!isMarked(markdown)) return plainHtml(markdown)
  return remembered(knownHtml, markdown, () => parseInline(markdown).map(phrase).filter(Boolean).join('<br>'))
}

/** The addresses that links of inline text name, whether readers can follow them or not. */
export function addressesOf(markdown: string): string[] {
  const within = (node: Nodes): string[] => [
    ...(node.type === 'link' ? [node.url] : []),
    ...('children' in node ? node.children.flatMap(within) : []),
  ]
  return markdown.includes('](') ? parseInline(markdown).flatMap(within) : []
}

/** What readers see of a body, line by line: a browser's `innerText` of `bodyHtml` without its blank lines. */
export function bodyText(markdown: string): string[] {
  const text = tidyText(parseBody(markdown).map(visible).join('\n'))
  return text === '' ? [] : text.split('\n')
}

/**
 * A body as HTML: `p`, `blockquote`, `ul`, `ol` and what inline text has; subheads of one or two marks
 * are headings of the given level, those of more marks of the next.
 */
export function bodyHtml(markdown: string, level: 2 | 3 = 2): string {
  const block = (node: Block): string => {
    switch (node.type) {
      case 'paragraph':
        return element('p', phrases(node.children))
      case 'heading':
        return element(`h${String(node.depth < 3 ? level : level + 1)}`, phrases(node.children))
      case 'blockquote':
        return element('blockquote', blocks(node.children))
      case 'list': {
        const items = node.children.map((item) => element('li', isTight(item) ? item.children.map(phrase).join('') : blocks(item.children)))
        const start = node.ordered === true && node.start !== 1 ? ` start="${String(node.start)}"` : ''
        return element(node.ordered === true ? 'ol' : 'ul', items.join(''), start)
      }
      default:
        return ''
    }
  }
  const blocks = (nodes: readonly Block[]): string => nodes.map(block).join('')
  return blocks(parseBody(markdown))
}

/** An address that a link may have: http, https or mailto; undefined for any other. */
export function safeAddress(address: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address) ? address : undefined
}

/** The address that was meant by what a person typed as one: a bare host gets https, a bare mailbox mailto. */
export function typedAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return safeAddress(text)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]{2,}$/.test(text)) return safeAddress(`mailto:${text}`)
  return /^[^\s/@]+\.[^\s/.]{2,}/.test(text) ? safeAddress(`https://${text}`) : undefined
}

/** Inline text as Markdown's own tree: paragraphs, which blank lines part. A text's `\n` is a line break. */
export function parseInline(markdown: string): RootContent[] {
  return parse(markdown, beyondInline)
}

function parse(markdown: string, beyond: string[]): RootContent[] {
  return fromMarkdown(unify(markdown), { extensions: [{ disable: { null: beyond } }] }).children
}

// A line may open six quotes and lists inside one another; a seventh mark reads as itself.
const opener = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`
const deepNest = new RegExp(String.raw`^((?:${opener}){6}[ \t]*\d{0,9})(>|[-+*.)](?=[ \t]))`, 'gm')

/** A body as Markdown's own tree. */
export function parseBody(markdown: string): RootContent[] {
  return parse(markdown.replace(deepNest, '$1\\$2'), beyondBody)
}

/** An element, or nothing where it would be empty. */
function element(name: string, content: string, attributes = ''): string {
  return content === '' ? '' : `<${name}${attributes}>${content}</${name}>`
}

/** Whether a list's item is but one paragraph and needs no `p`. */
function isTight(item: ListItem): boolean {
  return item.children.length === 1 && item.children[0]?.type === 'paragraph'
}

function phrases(nodes: readonly PhrasingContent[]): string {
  return nodes.map(phrase).join('')
}

/** A node inside a line as HTML; a block gives what its lines hold. */
function phrase(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value).replace(/[ \t]*\n[ \t]*/g, '<br>')
    case 'break':
      return '<br>'
    case 'strong':
      return element('strong', phrases(node.children))
    case 'emphasis':
      return element('em', phrases(node.children))
    case 'link': {
      const href = safeAddress(node.url)
      return href === undefined ? phrases(node.children) : element('a', phrases(node.children), ` href="${escapeHtml(href)}"`)
    }
    case 'paragraph':
      return phrases(node.children)
    default:
      return ''
  }
}

function visible(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.map(visible).join('\n')
    default:
      return 'children' in node ? node.children.map(visible).join('') : ''
  }
}
