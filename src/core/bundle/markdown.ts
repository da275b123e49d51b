/**
 * `rail.md`: the words as CommonMark, with front matter in YAML for what readers do not see. Written anew from the
 * subset's nodes, so that what reads as itself at the desk reads as itself everywhere: other programs know more marks.
 */
import { directionOf } from '../direction.ts'
import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { editionId, type Edition, type FrozenBrief, type FrozenImage, type FrozenLead } from '../edition.ts'
import { parseBody, parseInline, safeAddress, tidyText } from '../text.ts'
import { entriesOf } from './entries.ts'
import { largest, mediaPath } from './figure.ts'
import { channelTitle, hasWords, hostOf, siteAddress, urnOf, webAddress } from './names.ts'

export function markdown(edition: Edition): string {
  const { channel, lead, briefs, discussion } = edition
  const children = [
    ...(hasWords(lead) ? leadBlocks(lead) : []),
    ...heading(2, plain(channel.railTitle)),
    ...briefs.flatMap(briefBlocks),
    ...heading(2, plain(discussion.prompt)),
    ...paragraph(plain(discussion.emptyState)),
  ]
  return `---\n${frontMatter(edition)}---\n\n${toMarkdown({ type: 'root', children }, options)}`
}

const options: Options = {
  bullet: '-',
  emphasis: '_',
  // A mark that CommonMark lacks and its best known extension has.
  unsafe: [{ character: '~', inConstruct: 'phrasing' }],
}

function leadBlocks({ headline, standfirst, body, link, image }: FrozenLead): BlockContent[] {
  const title = plain(headline)
  const more = title.length === 0 ? sourceLine('', link) : []
  return [
    ...heading(1, linked(title, webAddress(link))),
    ...paragraph(inline(standfirst)),
    ...figure(image),
    ...blocks(parseBody(body)),
    ...more,
  ]
}

function briefBlocks({ label, kicker, headline, text, image, retracted, corrections, source, link }: FrozenBrief): BlockContent[] {
  const title = plain(headline)
  return [
    ...heading(3, plain(`${label} ${kicker}`)),
    ...(title.length === 0 ? [] : paragraph([{ type: 'strong', children: title }])),
    ...paragraph(inline(text)),
    ...figure(image),
    ...paragraph(plain(retracted?.notice ?? '')),
    ...corrections.flatMap<BlockContent>(({ note }) => {
      const children = paragraph(plain(note))
      return children.length === 0 ? [] : [{ type: 'blockquote', children }]
    }),
    ...sourceLine(source, link),
  ]
}

/** The image by its file beside this one, and whose it is. */
function figure(image: FrozenImage | undefined): BlockContent[] {
  const media = image && largest(image)
  if (image === undefined || media === undefined) return []
  const alt = tidyText(image.alt).replaceAll('\n', ' ')
  return [...paragraph([{ type: 'image', url: mediaPath(media), alt }]), ...paragraph(plain(image.credit))]
}

function sourceLine(source: string, link: string): BlockContent[] {
  const href = webAddress(link)
  const name = plain(source)
  return paragraph(linked(name.length > 0 || href === undefined ? name : plain(hostOf(link)), href))
}

function heading(depth: 1 | 2 | 3, children: PhrasingContent[]): BlockContent[] {
  return children.length === 0 ? [] : [{ type: 'heading', depth, children }]
}

function paragraph(children: PhrasingContent[]): BlockContent[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

function linked(children: PhrasingContent[], url: string | undefined): PhrasingContent[] {
  return url === undefined || children.length === 0 ? children : [{ type: 'link', url, children }]
}

/** Plain text, its lines parted by breaks. */
function plain(text: string): PhrasingContent[] {
  return broken(tidyText(text))
}

function broken(text: string): PhrasingContent[] {
  return text
    .split(/[ \t]*\n[ \t]*/)
    .flatMap<PhrasingContent>((value, n) => [
      ...(n === 0 ? [] : [{ type: 'break' as const }]),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ])
}

/** Inline text as one paragraph's content: blank lines in it count for nothing. */
function inline(text: string): PhrasingContent[] {
  const parts = parseInline(text)
    .map(phrases)
    .filter((part) => part.length > 0)
  return parts.flatMap((part, n) => (n === 0 ? part : [{ type: 'break' as const }, ...part]))
}

/** What a node's line holds, in the subset: a link that leads nowhere is its words. */
function phrases(node: Nodes): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return broken(node.value)
    case 'break':
      return [node]
    case 'strong':
    case 'emphasis': {
      const children = node.children.flatMap(phrases)
      return children.length === 0 ? [] : [{ type: node.type, children }]
    }
    case 'link':
      return linked(node.children.flatMap(phrases), safeAddress(node.url))
    default:
      return 'children' in node ? node.children.flatMap(phrases) : []
  }
}

function blocks(nodes: readonly RootContent[]): BlockContent[] {
  return nodes.flatMap<BlockContent>((node) => {
    switch (node.type) {
      case 'paragraph':
        return paragraph(phrases(node))
      case 'heading':
        return heading(node.depth < 3 ? 2 : 3, phrases(node))
      case 'blockquote': {
        const children = blocks(node.children)
        return children.length === 0 ? [] : [{ type: 'blockquote', children }]
      }
      case 'list': {
        const items = node.children.map((item) => ({ ...item, children: blocks(item.children) }))
        return [{ ...node, children: items }]
      }
      default:
        return []
    }
  })
}

function frontMatter(edition: Edition): string {
  const { channel, day, at, discussion, retracted = [] } = edition
  const site = siteAddress(channel)
  return [
    `title: ${quoted(channelTitle(channel))}`,
    `language: ${quoted(channel.language)}`,
    `direction: ${directionOf(channel.language)}`,
    `day: ${quoted(day)}`,
    `edition: ${quoted(editionId(edition))}`,
    `updated: ${quoted(at)}`,
    ...(site === undefined ? [] : [`url: ${quoted(site)}`]),
    `discussion: ${discussion.state}`,
    ...listed('items', entriesOf(edition), ({ kind, id, published, updated }) => ({ kind, id, published, updated })),
    ...listed('retracted', retracted, ({ record, at }) => ({ id: urnOf(record), at })),
    '',
  ].join('\n')
}

function listed<T>(name: string, all: readonly T[], fields: (one: T) => Readonly<Record<string, string>>): string[] {
  if (all.length === 0) return [`${name}: []`]
  const lines = all.flatMap((one) =>
    Object.entries(fields(one)).map(([key, value], n) => `  ${n === 0 ? '-' : ' '} ${key}: ${quoted(value)}`),
  )
  return [`${name}:`, ...lines]
}

/** A string as YAML has it: JSON's form, with what YAML does not print escaped as well (YAML 1.2.2, section 5.1). */
function quoted(text: string): string {
  const escape = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escape)
}
