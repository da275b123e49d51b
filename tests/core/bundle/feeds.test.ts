import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { brief, edition, editions } from './corpus.ts'
import { contents, fileOf } from './reading.ts'

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
