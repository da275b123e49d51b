import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { parseFeed } from 'feedsmith'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { afterAll, describe, expect, test } from 'vitest'
import type { Edition } from '../../../src/core/edition.ts'
import { anyEdition, brief, edition, editions, twoThousand } from './corpus.ts'
import { contents, fileOf, readXml } from './reading.ts'

const schema = (name: string) => readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')

const atomSchema = XmlDocument.fromString(schema('atom.rng'))
// RELAX NG is how RFC 4287 says what Atom is, and libxml2 still reads it.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const atomValidator = RelaxNGValidator.fromDoc(atomSchema)
afterAll(() => {
  atomValidator.dispose()
  atomSchema.dispose()
})

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
const jsonFeedValid = ajv.compile(JSON.parse(schema('jsonfeed-1.1.schema.json')) as object)

const validators: Record<string, (of: Edition) => void> = {
  'atom.xml': (of) => readXml(fileOf(of, 'atom.xml'), (document) => atomValidator.validate(document)),
  'feed.json': (of) => {
    jsonFeedValid(JSON.parse(fileOf(of, 'feed.json')))
    expect(jsonFeedValid.errors ?? []).toEqual([])
  },
  'rss.xml': (of) => {
    const xml = fileOf(of, 'rss.xml')
    for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate'])
      expect(contents(xml, `/rss[@version="2.0"]/channel/${name}`), name).toHaveLength(1)
    const items = contents(xml, '//item').length
    expect(contents(xml, '//item[title != "" and description != ""]')).toHaveLength(items)
    expect(contents(xml, '//item/guid[@isPermaLink="false"]')).toHaveLength(items)
    for (const link of contents(xml, '//item/link')) expect(link).toMatch(/^https?:\/\/[\x21-\x7e]+$/)
    for (const date of [...contents(xml, '//pubDate'), ...contents(xml, '//lastBuildDate')]) {
      expect(date).toMatch(
        /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/,
      )
    }
    expect(contents(xml, '//pubDate')).toHaveLength(items)
  },
}

describe.each(Object.entries(validators))('%s is valid', (_, validate) => {
  test.each(Object.entries({ ...editions, 'two thousand': twoThousand }))('%s', (__, of) => validate(of))

  test('whatever the words are', () => {
    fc.assert(fc.property(anyEdition, validate), { numRuns: 200 })
  })
})

const of = edition({
  briefs: [
    brief(1, { headline: 'Its headline', at: '2026-04-15T19:41:00.000Z', tags: ['sea'], link: 'https://example.org/a' }),
    brief(2, { corrections: [{ at: '2026-04-15T20:00:00.000Z', note: 'It was two days.' }], source: 'Harbour office' }),
  ],
})
const here = 'https://news.example/world/#brief-world-4f2a-2026-04-15-k1'

describe('a feed', () => {
  test('says where it lies, whose it is and in which language', () => {
    expect(JSON.parse(fileOf(of, 'feed.json'))).toMatchObject({
      title: 'World – Read next',
      home_page_url: 'https://news.example/world/',
      feed_url: 'https://news.example/world/feed.json',
      language: 'en-GB',
      authors: [{ name: 'World' }],
    })
    expect(contents(fileOf(of, 'atom.xml'), '/a:feed/a:link[@rel="self"]/@href')).toEqual(['https://news.example/world/atom.xml'])
    expect(contents(fileOf(of, 'atom.xml'), '/a:feed/@xml:lang')).toEqual(['en-GB'])
    expect(contents(fileOf(of, 'atom.xml'), '/a:feed/a:updated')).toEqual(['2026-04-15T20:05:00.000Z'])
    expect(contents(fileOf(of, 'rss.xml'), '/rss/channel/a:link[@rel="self"]/@href')).toEqual(['https://news.example/world/rss.xml'])
    expect(contents(fileOf(of, 'rss.xml'), '/rss/channel/lastBuildDate')).toEqual(['Wed, 15 Apr 2026 20:05:00 GMT'])
  })

  test('says no address where the site is not known', () => {
    const nowhere = edition({ channel: { site: '' }, briefs: [brief(1)] })
    for (const file of ['feed.json', 'atom.xml', 'rss.xml'])
      expect(fileOf(nowhere, file)).not.toMatch(/(?<!xmlns(?::\w+)?=")https?:\/\/(?!jsonfeed\.org)/)
  })

  test('gives a brief with its times, its place and what it links to', () => {
    expect((JSON.parse(fileOf(of, 'feed.json')) as { items: object[] }).items[0]).toEqual({
      id: 'urn:newsrail:world-4f2a/2026-04-15/brief-k1',
      url: here,
      external_url: 'https://example.org/a',
      title: 'kicker 1: Its headline',
      content_html:
        '<p class="newsrail-text">The text of brief 1.</p>\n<p class="newsrail-more"><a href="https://example.org/a">example.org</a></p>',
      date_published: '2026-04-15T19:41:00.000Z',
      date_modified: '2026-04-15T20:00:00.000Z',
      tags: ['sea'],
    })
    expect(contents(fileOf(of, 'atom.xml'), '//a:entry[1]/a:link/@href')).toEqual([here, 'https://example.org/a'])
    expect(contents(fileOf(of, 'rss.xml'), '//item[1]/link')).toEqual([here])
    expect(contents(fileOf(of, 'rss.xml'), '//item[1]/pubDate')).toEqual(['Wed, 15 Apr 2026 19:41:00 GMT'])
    expect(contents(fileOf(of, 'rss.xml'), '//item[1]/category')).toEqual(['sea'])
  })

  test('carries corrections and sources', () => {
    for (const content of [
      contents(fileOf(of, 'rss.xml'), '//item[2]/description'),
      contents(fileOf(of, 'atom.xml'), '//a:entry[2]/a:content'),
    ]) {
      expect(content[0]).toContain('It was two days.')
      expect(content[0]).toContain('Harbour office')
    }
  })

  test('is read by a feed reader as what it is', () => {
    for (const [file, format] of [
      ['atom.xml', 'atom'],
      ['rss.xml', 'rss'],
      ['feed.json', 'json'],
    ] as const) {
      expect(parseFeed(fileOf(editions.full!, file)).format).toBe(format)
    }
  })
})
