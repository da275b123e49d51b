import { describe, expect, test } from 'vitest'
import { bundle } from '../../../src/core/bundle/bundle.ts'
import { railSchema } from '../../../src/core/bundle/rail-json.ts'
import { filesOf, outputNames, outputsOf, standardOutputs } from '../../../src/core/model/outputs.ts'
import { editionSchema, type Edition } from '../../../src/core/edition.ts'
import { brief, edition, editions, lead } from './corpus.ts'
import { contents, fileOf, hasFile } from './reading.ts'
import { varied } from './varied.ts'

const json = (of: Edition, file: string): unknown => JSON.parse(fileOf(of, file))
const withOutputs = (outputs: string[]) => edition({ channel: { outputs }, briefs: [brief(1)] })

describe('a bundle', () => {
  test('holds what its channel chose, always in the same order', () => {
    expect([...bundle(withOutputs(['text', 'ninjs', 'page'])).keys()]).toEqual(['index.html', 'ninjs.json', 'rail.txt', 'manifest.json'])
    expect([...bundle(withOutputs([...outputNames])).keys()]).toEqual([...filesOf(outputNames), 'manifest.json'])
  })

  test('of an edition that froze no choice, as all did before there was one, is the standard', () => {
    expect(outputsOf(undefined)).toEqual(standardOutputs)
    expect([...bundle(edition()).keys()]).toEqual([...filesOf(standardOutputs), 'manifest.json'])
  })

  test('passes over outputs that a newer program knows', () => {
    const newer = withOutputs(['page', 'hologram'])
    expect(editionSchema.safeParse(newer).success).toBe(true)
    expect([...bundle(newer).keys()]).toEqual(['index.html', 'manifest.json'])
  })

  test('has a page that names only the feeds that are there', () => {
    const page = new TextDecoder().decode(bundle(withOutputs(['page', 'rss'])).get('index.html'))
    expect([...page.matchAll(/<link rel="alternate".* href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['rss.xml'])
  })
})

describe('rail.json', () => {
  test.each(Object.entries(varied))('holds nothing that its schema does not describe: %s', (_, of) => {
    const written = json(of, 'rail.json')
    expect(railSchema.parse(written)).toEqual(written)
  })

  test('is described field by field in the schema beside it', () => {
    const schema = json(editions.full!, 'rail.schema.json') as {
      $schema: string
      title: string
      properties: Record<string, object>
      required: string[]
    }
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.required).toEqual(['version', 'edition', 'channel', 'briefs', 'discussion', 'retracted'])
    expect(fileOf(editions.full!, 'rail.schema.json')).not.toContain('additionalProperties')
  })
})

describe('a news sitemap', () => {
  const own = varied['linking to its own site']!

  test('tells of the page and of articles of the site of the last two days, each once, without fragments', () => {
    expect(contents(fileOf(own, 'news-sitemap.xml'), '//s:loc')).toEqual([
      'https://news.example/world/',
      'https://news.example/ferries',
      'https://news.example/a',
      'https://NEWS.example/a',
      'https://news.example/c',
    ])
  })

  test.each([
    ['en-GB', 'en'],
    ['zh-Hant-HK', 'zh-tw'],
    ['zh', 'zh-cn'],
    ['sr-Latn', 'sr'],
  ])('says %s as %s', (language, said) => {
    expect(contents(fileOf({ ...own, channel: { ...own.channel, language } }, 'news-sitemap.xml'), '//news:language')[0]).toBe(said)
  })

  test('is not there where it would be empty or nobody knows the site', () => {
    expect(hasFile(editions.empty!, 'news-sitemap.xml')).toBe(false)
    expect(hasFile(editions['without a site']!, 'news-sitemap.xml')).toBe(false)
  })
})

describe('what was retracted', () => {
  const of = varied['with things retracted']!
  const gone = ['urn:newsrail:world-4f2a/2026-04-15/brief-k7', 'urn:newsrail:world-4f2a/2026-04-15/lead']

  test('is told of in each format’s own way', () => {
    expect((json(of, 'rail.json') as { retracted: { id: string }[] }).retracted.map(({ id }) => id)).toEqual(gone)
    expect((json(of, 'feed.json') as { _newsrail: { retracted: { id: string }[] } })._newsrail.retracted.map(({ id }) => id)).toEqual(gone)
    expect(contents(fileOf(of, 'atom.xml'), '//at:deleted-entry/@ref')).toEqual(gone)
    const canceled = (json(of, 'ninjs.json') as { associations: { uri: string; pubStatus: string }[] }).associations.filter(
      ({ pubStatus }) => pubStatus === 'canceled',
    )
    expect(canceled.map(({ uri }) => uri)).toEqual(gone)
    expect(contents(fileOf(of, 'newsml.xml'), '//g2:newsItem[g2:itemMeta/g2:pubStatus/@qcode="stat:canceled"]/@guid')).toEqual(gone)
    expect(fileOf(of, 'rail.txt').match(/^retracted \S+/gm)).toEqual(gone.map((id) => `retracted ${id}`))
    expect(fileOf(of, 'rail.md')).toContain(`retracted:\n  - id: "${gone[0]!}"`)
  })

  test('has left everything else', () => {
    for (const file of ['index.html', 'rail.html', 'rss.xml', 'rail.jsonld', 'news-sitemap.xml'])
      expect(fileOf(of, file), file).not.toContain('k7')
  })
})

describe('what was taken down with a notice', () => {
  const of = varied['with a notice']!
  const id = 'urn:newsrail:world-4f2a/2026-04-15/brief-k2'
  const notice = of.briefs[1]!.retracted!.notice

  test('is canceled where a format knows that, for the desks that took it over', () => {
    const items = (json(of, 'ninjs.json') as { associations: { uri: string; pubStatus: string; edNote?: string }[] }).associations
    expect(items.map(({ pubStatus }) => pubStatus)).toEqual(['usable', 'canceled', 'usable'])
    expect(items[1]).toMatchObject({ uri: id, title: notice, edNote: notice })
    const xml = fileOf(of, 'newsml.xml')
    const canceled = '[g2:itemMeta/g2:pubStatus/@qcode="stat:canceled"]'
    expect(contents(xml, `//g2:newsItem${canceled}/@guid`)).toEqual([id])
    expect(contents(xml, `//g2:newsItem${canceled}/g2:itemMeta/g2:edNote`)).toEqual([notice])
    expect(contents(xml, '//g2:itemRef[g2:pubStatus/@qcode="stat:canceled"]/@residref')).toEqual([id])
  })

  test('is no news', () => {
    expect(hasFile(varied['with nothing but a notice']!, 'news-sitemap.xml')).toBe(false)
  })
})

describe('a correction', () => {
  const of = varied.corrected!

  test('is told of in each format’s own way', () => {
    expect(contents(fileOf(of, 'newsml.xml'), '//g2:newsItem/g2:itemMeta/g2:signal/@qcode')).toEqual(['sig:correction'])
    expect(contents(fileOf(of, 'newsml.xml'), '//g2:newsItem/g2:itemMeta/g2:edNote')).toHaveLength(2)
    expect((json(of, 'ninjs.json') as { associations: { edNote?: string }[] }).associations[0]?.edNote).toContain('another length')
    const [blog] = (json(of, 'rail.jsonld') as { '@graph': { liveBlogUpdate: { correction: { text: string }[] }[] }[] })['@graph']
    expect(blog?.liveBlogUpdate[0]?.correction.map(({ text }) => text)).toEqual([
      'An earlier version gave another length.',
      'And another\ncolour & "name".',
    ])
    expect(fileOf(of, 'rail.md')).toContain('> An earlier version gave another length.')
  })
})

describe('a discussion', () => {
  const of = (state: 'open' | 'closed') =>
    edition({ lead: lead({ headline: 'A' }), briefs: [brief(1)], discussion: { prompt: 'Your view?', emptyState: '', state } })

  test('is told of as open or closed', () => {
    const place = 'https://news.example/world/#discussion-world-4f2a'
    for (const state of ['open', 'closed'] as const) {
      const open = state === 'open' ? [place] : []
      expect(contents(fileOf(of(state), 'atom.xml'), '/a:feed/a:link[@rel="replies"]/@href')).toEqual(open)
      expect(contents(fileOf(of(state), 'rss.xml'), '//item/comments')).toEqual(open)
      expect((json(of(state), 'feed.json') as { _newsrail: { discussion: string } })._newsrail.discussion).toBe(state)
      expect((json(of(state), 'ninjs.json') as { descriptions: { role: string; value: string }[] }).descriptions[0]).toEqual({
        role: 'discussion',
        value: state,
      })
      expect(contents(fileOf(of(state), 'newsml.xml'), '//g2:packageItem/g2:itemMeta/g2:itemMetaExtProperty/@literal')).toEqual([state])
      const nodes = (json(of(state), 'rail.jsonld') as { '@graph': { discussionUrl?: string }[] })['@graph']
      expect(nodes.flatMap(({ discussionUrl }) => discussionUrl ?? [])).toEqual(state === 'open' ? [place, place] : [])
      expect(fileOf(of(state), 'rail.md')).toContain(`discussion: ${state}\n`)
      expect(fileOf(of(state), 'rail.txt')).toContain(`\ndiscussion ${state}\n`)
    }
    expect(fileOf(of('open'), 'index.html')).toContain('id="discussion-world-4f2a"')
  })
})

test('a language from right to left is so in every output that can say it', () => {
  const of = varied['in he']!
  expect(fileOf(of, 'index.html')).toContain('<html lang="he" dir="rtl">')
  expect(fileOf(of, 'rail.html')).toContain('lang="he" dir="rtl"')
  expect((json(of, 'feed.json') as { items: { content_html: string }[] }).items[0]?.content_html).toMatch(/^<div dir="rtl">/)
  expect(contents(fileOf(of, 'rss.xml'), '//item[1]/description')[0]).toMatch(/^<div dir="rtl">/)
  expect(contents(fileOf(of, 'newsml.xml'), '//g2:newsItem/@dir')).toEqual(['rtl', 'rtl', 'rtl'])
  expect((json(of, 'rail.json') as { channel: { direction: string } }).channel.direction).toBe('rtl')
  expect(fileOf(of, 'rail.md')).toContain('direction: rtl\n')
  expect(fileOf(of, 'rail.txt')).toContain('\nlanguage he rtl\n')
})

test('an image is there with its words and its credit', () => {
  const of = editions.illustrated!
  const address = `https://news.example/world/media/${'a'.repeat(64)}.jpg`
  const [first] = (json(of, 'ninjs.json') as { associations: { associations: object[] }[] }).associations
  expect(first?.associations).toMatchObject([
    {
      type: 'picture',
      by: 'Photo: Harbour office',
      descriptions: [{ role: 'alt', value: 'A ferry at the quay' }],
      renditions: [{ href: address }],
    },
  ])
  expect(contents(fileOf(of, 'newsml.xml'), '//g2:icon/@href')[0]).toBe(address)
  expect(contents(fileOf(of, 'newsml.xml'), '//h:figure/h:img/@alt')[0]).toBe('A ferry at the quay')
  expect(contents(fileOf(of, 'newsml.xml'), '//h:figcaption')[0]).toBe('Photo: Harbour office')
  const { '@graph': nodes } = json(of, 'rail.jsonld') as { '@graph': { image?: object; liveBlogUpdate?: { image?: object }[] }[] }
  const object = { '@type': 'ImageObject', caption: 'A ferry at the quay', creditText: 'Photo: Harbour office' }
  expect(nodes[0]?.image).toMatchObject({ ...object, contentUrl: address })
  expect(nodes[1]?.liveBlogUpdate?.[0]?.image).toMatchObject(object)
  expect(fileOf(of, 'rail.md')).toContain(`![A ferry at the quay](media/${'a'.repeat(64)}.jpg)\n\nPhoto: Harbour office\n`)
  expect(fileOf(of, 'rail.txt')).toContain('\n[A ferry at the quay] Photo: Harbour office\n')
})
