import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it, test } from 'vitest'
import { bundle } from '../../../src/core/bundle/bundle.ts'
import type { RailJson } from '../../../src/core/bundle/rail-json.ts'
import { brief, crop, edition, editions, image, lead, media } from './corpus.ts'
import { fileOf, htmlOf } from './reading.ts'

const illustrated = edition({
  lead: lead({ headline: 'Ferries resume', image: image() }),
  briefs: [brief(1, { image: image({ crops: [crop('c', 640, 480), crop('d', 320, 240)] }) }), brief(2)],
})
const site = 'https://news.example/world/'
const path = (digit: string): string => `media/${digit.repeat(64)}.jpg`

test('a bundle holds the image files of its edition, each once, and lists them', () => {
  const twice = edition({ briefs: [brief(1, { image: image() }), brief(2, { image: image() })] })
  const files = bundle(twice, media)
  expect([...files.keys()].filter((name) => name.startsWith('media/'))).toEqual([path('a'), path('b')])
  expect([...files.keys()].at(-1)).toBe('manifest.json')
  expect(files.get(path('a'))).toEqual(media.get(path('a')))
  const { files: listed } = JSON.parse(fileOf(twice, 'manifest.json')) as { files: { path: string }[] }
  expect(listed.map((file) => file.path)).toContain(path('b'))
})

test('is not made without one of them', () => {
  expect(() => bundle(illustrated, new Map())).toThrow(path('a'))
})

describe('the page', () => {
  const images = (file: string) => [...htmlOf(fileOf(illustrated, file)).querySelectorAll('img')]

  it('shows each with its words, its credit and room kept for it, in the size that fits', () => {
    const [first, second] = images('index.html')
    expect(first?.getAttribute('src')).toBe(path('a'))
    expect(first?.getAttribute('srcset')).toBe(`${path('a')} 1280w, ${path('b')} 640w`)
    expect([first?.getAttribute('width'), first?.getAttribute('height')]).toEqual(['1280', '720'])
    expect(first?.getAttribute('alt')).toBe('A ferry at the quay')
    expect(first?.closest('figure')?.querySelector('figcaption')?.textContent).toBe('Photo: Harbour office')
    expect([first?.getAttribute('loading'), second?.getAttribute('loading')]).toEqual([null, 'lazy'])
    expect(second?.closest('article')?.id).toBe('brief-world-4f2a-2026-04-15-k1')
  })

  it('as a fragment names them where the site serves them, since it stands on pages that lie elsewhere', () => {
    expect(images('rail.html')[0]?.getAttribute('src')).toBe(site + path('a'))
  })

  it('of a hostile edition has no attribute or element that its words brought', () => {
    const [img] = htmlOf(fileOf(editions.hostile!, 'index.html')).querySelectorAll('img')
    expect(img?.getAttributeNames()).toEqual(['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading', 'decoding'])
    expect(img?.getAttribute('alt')).toContain('<script>alert(1)</script>')
  })

  it('tells machines of the lead’s', () => {
    const page = htmlOf(fileOf(illustrated, 'index.html'))
    expect(page.querySelector('meta[property="og:image"]')?.getAttribute('content')).toBe(site + path('a'))
    expect(page.querySelector('meta[property="og:image:alt"]')?.getAttribute('content')).toBe('A ferry at the quay')
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as { image: object }
    expect(data.image).toMatchObject({
      contentUrl: site + path('a'),
      width: 1280,
      caption: 'A ferry at the quay',
      creditText: 'Photo: Harbour office',
    })
  })
})

test('rail.json names the files from where it lies, with sizes, alt text and credit', () => {
  const rail = JSON.parse(fileOf(illustrated, 'rail.json')) as RailJson
  expect(rail.briefs[0]?.image).toEqual({
    alt: 'A ferry at the quay',
    credit: 'Photo: Harbour office',
    files: [
      { path: path('c'), type: 'image/jpeg', width: 640, height: 480, size: 99 },
      { path: path('d'), type: 'image/jpeg', width: 320, height: 240, size: 100 },
    ],
  })
  expect(rail.briefs[1]).not.toHaveProperty('image')
})

describe('feeds', () => {
  it('carry the image, its alt text and its credit', () => {
    const json = parseJsonFeed(fileOf(illustrated, 'feed.json'))
    expect(json.items?.map((item) => item.image)).toEqual([site + path('a'), site + path('c'), undefined])
    const atom = parseAtomFeed(fileOf(illustrated, 'atom.xml'))
    expect(atom.entries?.[0]?.links).toContainEqual({
      rel: 'enclosure',
      type: 'image/jpeg',
      length: 97,
      title: 'A ferry at the quay',
      href: site + path('a'),
    })
    const [first] = parseRssFeed(fileOf(illustrated, 'rss.xml')).items ?? []
    expect(first?.media?.contents?.[0]).toMatchObject({ url: site + path('a'), type: 'image/jpeg', fileSize: 97, width: 1280 })
    for (const file of ['feed.json', 'rss.xml', 'atom.xml']) expect(fileOf(illustrated, file)).toContain('Photo: Harbour office')
  })

  it('leave it out where nobody knows its address', () => {
    for (const file of ['feed.json', 'rss.xml', 'atom.xml']) expect(fileOf(editions['without a site']!, file)).not.toContain('aaaa')
    expect(fileOf(editions['without a site']!, 'index.html')).toContain(path('a'))
  })
})
