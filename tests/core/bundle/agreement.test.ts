/** That all outputs of an edition say the same: the same things in the same order, with the same words, times and links. */
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { XmlElement } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { anchorOf, hasWords, urnOf, webAddress } from '../../../src/core/bundle/names.ts'
import type { Edition, FrozenBrief, FrozenLead } from '../../../src/core/edition.ts'
import { bodyText, inlineText, tidyText } from '../../../src/core/text.ts'
import { anyEdition, twoThousand } from './corpus.ts'
import { contents, fileOf, namespaces, readXml } from './reading.ts'
import { variedGroups } from './varied.ts'

/** A lead or brief as an output says it; what a format has no place for is left out. */
interface Said {
  readonly id: string
  /** All that readers are told, in the order in which they are told it. */
  readonly words: string
  /** The time that readers see, as milliseconds. */
  readonly time?: number
  readonly updated?: number
  readonly link?: string | undefined
}

const readers: Readonly<Record<string, (of: Edition) => Said[]>> = {
  'rail.json': (of) => {
    const { lead, briefs } = json(of, 'rail.json') as {
      lead?: Item
      briefs: (Item & {
        at: string
        kicker: string
        text: Words
        source: string
        retracted?: { notice: string }
        corrections: { note: string }[]
      })[]
    }
    return [
      ...(lead === undefined ? [] : [{ ...common(lead), words: [lead.headline, lead.standfirst.text, lead.body.text].join('\n') }]),
      ...briefs.map((one) => ({
        ...common(one),
        time: Date.parse(one.at),
        words: [
          one.kicker,
          one.headline,
          one.text.text,
          one.retracted?.notice,
          ...one.corrections.map(({ note }) => note),
          one.source,
        ].join('\n'),
      })),
    ]
  },
  'feed.json': (of) =>
    (
      json(of, 'feed.json') as {
        items: { id: string; title: string; content_html: string; date_published: string; date_modified: string; external_url?: string }[]
      }
    ).items.map((item) => ({
      id: item.id,
      words: `${item.title}\n${linesOf(item.content_html)}`,
      time: Date.parse(item.date_published),
      updated: Date.parse(item.date_modified),
      link: item.external_url,
    })),
  'rss.xml': (of) =>
    columns(of, 'rss.xml', '//item', ['guid', 'title', 'description', 'pubDate', 'a:updated']).map(
      ([id = '', title = '', html = '', time = '', updated = '']) => ({
        id,
        words: `${title}\n${linesOf(html)}`,
        time: Date.parse(time),
        updated: Date.parse(updated),
      }),
    ),
  'atom.xml': (of) =>
    columns(of, 'atom.xml', '//a:entry', ['a:id', 'a:title', 'a:content', 'a:published', 'a:updated', 'a:link[@rel="related"]/@href']).map(
      ([id = '', title = '', html = '', time = '', updated = '', link = '']) => ({
        id,
        words: `${title}\n${linesOf(html)}`,
        time: Date.parse(time),
        updated: Date.parse(updated),
        link: link || undefined,
      }),
    ),
  'ninjs.json': (of) =>
    (
      json(of, 'ninjs.json') as {
        associations: {
          uri: string
          rel: string
          title: string
          bodies: { value: string }[]
          contentCreated: string
          versionCreated: string
          altIds?: { value: string }[]
        }[]
      }
    ).associations
      .filter(({ rel }) => rel !== 'retracted')
      .map((item) => ({
        id: item.uri,
        words: `${item.title}\n${linesOf(item.bodies[0]!.value)}`,
        time: Date.parse(item.contentCreated),
        updated: Date.parse(item.versionCreated),
        link: item.altIds?.[0]?.value,
      })),
  'newsml.xml': (of) => {
    const item = '//g2:newsItem[g2:contentSet]'
    const said = columns(of, 'newsml.xml', item, [
      '@guid',
      'g2:itemMeta/g2:title',
      'g2:contentMeta/g2:contentCreated',
      'g2:itemMeta/g2:versionCreated',
      'g2:itemMeta/g2:link/@href',
      './/h:body',
    ])
    // The package says them in the same order.
    expect(contents(fileOf(of, 'newsml.xml'), '//g2:itemRef/@residref')).toEqual(said.map(([id]) => id))
    return said.map(([id = '', title = '', time = '', updated = '', link = '', body = '']) => ({
      id,
      words: `${title}\n${body}`,
      time: Date.parse(time),
      updated: Date.parse(updated),
      link: link || undefined,
    }))
  },
  'rail.jsonld': (of) => {
    interface Posting {
      '@type': string
      '@id': string
      headline: string
      articleBody: string
      datePublished: string
      dateModified: string
      citation?: string
      correction?: { text: string }[]
      liveBlogUpdate: Posting[]
    }
    const nodes = (json(of, 'rail.jsonld') as { '@graph': Posting[] })['@graph']
    const lead = nodes.find((node) => node['@type'] === 'NewsArticle')
    const briefs = nodes.find((node) => node['@type'] === 'LiveBlogPosting')?.liveBlogUpdate ?? []
    return [
      ...(lead === undefined
        ? []
        : [{ id: urnOf(of.lead!.record), words: `${lead.headline}\n${lead.articleBody}`, updated: Date.parse(lead.dateModified) }]),
      ...briefs.map((one) => ({
        id: one['@id'],
        words: [one.headline, one.articleBody, ...(one.correction ?? []).map(({ text }) => text)].join('\n'),
        time: Date.parse(one.datePublished),
        updated: Date.parse(one.dateModified),
        link: one.citation,
      })),
    ]
  },
  'index.html': (of) => fromPage(of, 'index.html'),
  'rail.html': (of) => fromPage(of, 'rail.html'),
}

/** What it should be, from the edition alone. */
function expected(of: Edition): (Said & { readonly parts: string[]; readonly published: number })[] {
  return [...(hasWords(of.lead) ? [ofLead(of.lead)] : []), ...of.briefs.map((brief) => ofBrief(brief))]
}

function ofLead({ record, headline, standfirst, body, link, updated, published }: FrozenLead) {
  const parts = [tidyText(headline), ...inlineText(standfirst).split('\n'), ...bodyText(body)]
  return { id: urnOf(record), words: '', parts, updated: Date.parse(updated), published: Date.parse(published), link: webAddress(link) }
}

function ofBrief({ record, at, kicker, headline, text, retracted, corrections, updated, link }: FrozenBrief) {
  const parts = [
    tidyText(kicker),
    tidyText(headline),
    ...inlineText(text).split('\n'),
    tidyText(retracted?.notice ?? ''),
    ...corrections.flatMap(({ note }) => tidyText(note).split('\n')),
  ]
  return {
    id: urnOf(record),
    words: '',
    parts,
    time: Date.parse(at),
    updated: Date.parse(updated),
    published: Date.parse(at),
    link: webAddress(link),
  }
}

function agrees(of: Edition, read: (of: Edition) => Said[]): void {
  const all = read(of)
  const wanted = expected(of)
  expect(all.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
  all.forEach((one, n) => {
    const { parts, published, updated, link } = wanted[n]!
    inTurn(one.words, parts)
    if (one.time !== undefined) expect(one.time, one.id).toBe(published)
    if (one.updated !== undefined) expect(one.updated, one.id).toBe(updated)
    if ('link' in one) expect(one.link, one.id).toBe(link)
  })
}

/** That words say these things, one after the other. Spaces are the page's matter. */
function inTurn(words: string, parts: readonly string[]): void {
  const said = flat(words)
  let from = 0
  for (const part of parts.map(flat)) {
    const at = said.indexOf(part, from)
    if (at < 0) expect(said.slice(from)).toContain(part)
    from = at + part.length
  }
}

const flat = (text: string): string => text.replace(/[\s\u0085]+/g, '')

interface Words {
  readonly text: string
}
interface Item {
  readonly id: string
  readonly headline: string
  readonly standfirst: Words
  readonly body: Words
  readonly updated: string
  readonly link?: string
}

function common({ id, updated, link }: Item) {
  return { id, updated: Date.parse(updated), link }
}

function json(of: Edition, file: string): unknown {
  return JSON.parse(fileOf(of, file))
}

/** What HTML of ours says: nothing in it reads as a tag that is none, and it escapes these four. */
function linesOf(html: string): string {
  const text = html.replace(/<style>[^]*?<\/style>|<[^>]*>/g, ' ')
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** For each node that an XPath finds, what further ones find in it. */
function columns(of: Edition, file: string, path: string, fields: readonly string[]): string[][] {
  return readXml(fileOf(of, file), (document) =>
    document
      .find(path, namespaces)
      .map((node) => fields.map((field) => (node instanceof XmlElement ? (node.find(field, namespaces)[0]?.content ?? '') : ''))),
  )
}

function fromPage(of: Edition, file: string): Said[] {
  const ids = new Map(expected(of).map(({ id }) => [anchorOf(id.slice('urn:newsrail:'.length)), id]))
  return [...fileOf(of, file).matchAll(/<article class="[\w-]+" id="([^"]+)"[^>]*>([^]*?)<\/article>/g)].map(
    ([, anchor = '', html = '']) => {
      const time = /<time datetime="([^"]+)"/.exec(html)?.[1]
      return { id: ids.get(anchor) ?? anchor, words: linesOf(html), ...(time === undefined ? {} : { time: Date.parse(time) }) }
    },
  )
}

/** Outputs for people, which name no ids between the words, from the first word to the last. */
const texts: Readonly<Record<string, (of: Edition) => { words: string; links: string[] }>> = {
  'rail.md': (of) => {
    const file = fileOf(of, 'rail.md')
    const links: string[] = []
    const textOf = (node: Nodes): string => {
      if (node.type === 'html') throw new Error(`Markup came through: ${node.value}`)
      if (node.type === 'link') links.push(node.url)
      if (node.type === 'text') return node.value
      return 'children' in node ? node.children.map(textOf).join('') : ''
    }
    return { words: textOf(fromMarkdown(file.slice(file.indexOf('\n---\n') + 5))), links }
  },
  'rail.txt': (of) => {
    const words = fileOf(of, 'rail.txt').split('\n-- \n')[0] ?? ''
    return { words, links: words.split('\n').filter((line) => /^https?:/.test(line)) }
  },
}

function agreesAsText(of: Edition, read: (of: Edition) => { words: string; links: string[] }): void {
  const { words, links } = read(of)
  const items = expected(of)
  const briefs = of.briefs.flatMap(({ label }, n) => [label, ...items.slice(-of.briefs.length)[n]!.parts])
  const lead = hasWords(of.lead) ? items[0]!.parts : []
  inTurn(words, [...lead, ...briefs, tidyText(of.discussion.prompt), tidyText(of.discussion.emptyState)])
  let from = -1
  for (const link of items.flatMap(({ link }) => link ?? [])) {
    from = links.indexOf(link, from + 1)
    expect(from, link).toBeGreaterThanOrEqual(0)
  }
}

const checks: readonly (readonly [string, (of: Edition) => void])[] = [
  ...Object.entries(readers).map(([file, read]) => [file, (of: Edition) => agrees(of, read)] as const),
  ...Object.entries(texts).map(([file, read]) => [file, (of: Edition) => agreesAsText(of, read)] as const),
]

describe.each(checks)('%s says what its edition says', (_, agree) => {
  test.each([...variedGroups, ['two thousand', [twoThousand]] as const])('%s', (__, those) => those.forEach(agree))
})

// Together, as a bundle is made as a whole.
test('all say what their edition says whatever the words are', () => {
  fc.assert(
    fc.property(anyEdition, (of) => checks.forEach(([, agree]) => agree(of))),
    { numRuns: 100 },
  )
})
