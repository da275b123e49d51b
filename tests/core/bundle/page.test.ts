import { describe, expect, test } from 'vitest'
import { anchorOf } from '../../../src/core/bundle/names.ts'
import { page } from '../../../src/core/bundle/page.ts'
import { brief, edition, editions, lead, pasted } from './corpus.ts'
import { fileOf, htmlOf, visibleLines } from './reading.ts'

const { full, empty, hostile } = editions as Record<'full' | 'empty' | 'hostile', (typeof editions)[string]>

describe('the page', () => {
  test('shows what was pasted in, line by line, and nothing else', () => {
    expect(visibleLines(htmlOf(fileOf(pasted.edition, 'index.html')))).toEqual(pasted.lines)
  })

  test('shows everything that a lead and a brief can have', () => {
    expect(visibleLines(htmlOf(fileOf(full, 'index.html')))).toEqual([
      ...['Ferries resume', 'The first boat left at dawn.', 'What changes', 'Boats at 06:10', 'No bicycles', '"We waited"', 'More here.'],
      'Read next',
      ...['22:59', 'kicker 1', 'A headline of its own', 'The text of brief 1.'],
      ...['22:58', 'kicker 2', 'First line', 'second line', 'Harbour office'],
      ...['22:57', 'kicker 3', 'The text of brief 3.', 'example.org'],
      ...['22:56', 'kicker 4', 'The text of brief 4.', 'An earlier version gave another', 'length.'],
      ...['22:53', 'This item was withdrawn.'],
      ...['23:58', 'kicker 5', 'The text of brief 5.'],
      ...['22:54', 'Without a kicker.'],
      'Your view?',
      'Nobody yet',
    ])
  })

  test('shows nothing for what is empty', () => {
    expect(visibleLines(htmlOf(fileOf(empty, 'index.html')))).toEqual(['Read next'])
    expect(fileOf(edition({ lead: lead({ standfirst: ' \n' }) }), 'index.html')).toBe(fileOf(empty, 'index.html'))
  })

  test('says of each time which day it was, with its offset', () => {
    const times = [...htmlOf(fileOf(pasted.edition, 'index.html')).querySelectorAll('time')]
    expect(times.map((time) => time.getAttribute('datetime'))).toEqual([
      '2026-04-16T00:20+03:00',
      '2026-04-15T23:40+03:00',
      '2026-04-15T21:05+03:00',
    ])
  })

  test('kept from an earlier moment, says so above all else and names no feeds', () => {
    const html = page(full, { asAt: 'As at 14:05, <Tue 15 Apr>' })
    expect(visibleLines(htmlOf(html))[0]).toBe('As at 14:05, <Tue 15 Apr>')
    expect(html).not.toContain('rel="alternate"')
    expect(page(full)).not.toContain('as-at')
  })

  test('has its language and direction', () => {
    const root = htmlOf(fileOf(editions['right to left']!, 'index.html')).documentElement
    expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  })

  test('keeps words of another script in their own direction, in the lines of the page', () => {
    const words = [
      { kicker: 'What now?', text: 'Leaders meet (again).' },
      { kicker: 'EstLink 2', text: 'EstLink 2 يعود: 650 MW، بحسب "Elering".' },
      { kicker: 'رسوم الميناء', text: 'أجّل المجلس الرسوم؛ و12 وفدًا ينتظر!' },
    ]
    const of = edition({ channel: { language: 'ar' }, briefs: words.map((fields, n) => brief(n + 1, fields)) })
    const document = htmlOf(fileOf(of, 'index.html'))
    const shown = [...document.querySelectorAll('.newsrail-kicker, .newsrail-text')]
    expect(shown.map(({ textContent }) => textContent)).toEqual(words.flatMap(({ kicker, text }) => [kicker, text]))
    expect(shown.map((line) => line.querySelector('bdi')?.getAttribute('dir'))).toEqual([
      'ltr',
      'ltr',
      'ltr',
      undefined,
      undefined,
      undefined,
    ])
    expect(fileOf(edition({ briefs: [brief(1)] }), 'index.html')).not.toContain('<bdi')
  })

  test.each(Object.entries(editions))('has one h1, no level left out and no id twice: %s', (_, of) => {
    const document = htmlOf(fileOf(of, 'index.html'))
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, n) => expect(level).toBeLessThanOrEqual((levels[n - 1] ?? level) + 1))
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('asks for nothing from elsewhere and runs nothing', () => {
    for (const of of Object.values(editions)) {
      const document = htmlOf(fileOf(of, 'index.html'))
      expect(document.querySelector('iframe, object, embed, :not(img)[src], link[rel=stylesheet], [style]')).toBeNull()
      for (const img of document.querySelectorAll('img')) expect(img.getAttribute('src')).toMatch(/^media\/[0-9a-f]{64}\.(?:jpg|png)$/)
      for (const script of document.querySelectorAll('script')) expect(script.getAttribute('type')).toBe('application/ld+json')
      for (const style of document.querySelectorAll('style')) expect(style.textContent).not.toMatch(/url\(|@import|@font-face/)
      for (const element of document.querySelectorAll('*')) for (const { name } of element.attributes) expect(name).not.toMatch(/^on/)
      for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(?:#|https?:\/\/|mailto:)/)
    }
  })

  test('shows hostile words as they are', () => {
    const lines = visibleLines(htmlOf(fileOf(hostile, 'index.html')))
    expect(lines.filter((line) => line === hostile.discussion.prompt)).toHaveLength(11)
  })
})

describe('what machines read of a lead', () => {
  const document = htmlOf(fileOf(full, 'index.html'))
  const meta = (property: string) => document.querySelector(`meta[property="${property}"]`)?.getAttribute('content')

  test('is Open Graph', () => {
    expect(meta('og:type')).toBe('article')
    expect(meta('og:title')).toBe('Ferries resume')
    expect(meta('og:description')).toBe('The first boat left at dawn.')
    expect(meta('og:url')).toBe('https://news.example/ferries?from=rail&x%5B%5D=%C5%BE')
    expect(meta('og:site_name')).toBe('World')
    expect(meta('og:locale')).toBe('en_GB')
    expect(meta('article:published_time')).toBe('2026-04-15T20:00:00.000Z')
  })

  test('is a NewsArticle of schema.org', () => {
    expect(JSON.parse(document.querySelector('script')!.textContent)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Ferries resume',
      description: 'The first boat left at dawn.',
      articleBody: 'The first boat left at dawn.\nWhat changes\nBoats at 06:10\nNo bicycles\n"We waited"\nMore here.',
      datePublished: '2026-04-15T20:00:00.000Z',
      dateModified: '2026-04-15T20:00:00.000Z',
      inLanguage: 'en-GB',
      url: 'https://news.example/ferries?from=rail&x%5B%5D=%C5%BE',
      mainEntityOfPage: 'https://news.example/ferries?from=rail&x%5B%5D=%C5%BE',
      author: { '@type': 'Organization', name: 'World', url: 'https://news.example/world/' },
      publisher: { '@type': 'Organization', name: 'World', url: 'https://news.example/world/' },
    })
  })

  test('takes the first line as title where there is no headline', () => {
    const headless = htmlOf(fileOf(pasted.edition, 'index.html'))
    expect(headless.title).toBe('Ferries resume across the bay after a two-day stop.')
    expect(headless.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
      'The first boat left at dawn on Monday, the harbour office said.',
    )
  })

  test('is nothing where there is no lead', () => {
    const bare = htmlOf(fileOf(empty, 'index.html'))
    expect(bare.querySelector('script')).toBeNull()
    expect(bare.title).toBe('World – Read next')
  })
})

test('a preview outlines what the next launch will not show, and a bundle never does', () => {
  const [one, two] = [brief(1), brief(2)]
  const draft = page(edition({ briefs: [one, two], lead: lead({ headline: 'A' }) }), {
    outlined: new Set([two.record, 'world-4f2a/2026-04-15/lead']),
  })
  expect([...htmlOf(draft).querySelectorAll('[data-outlined]')].map(({ id }) => id)).toEqual([
    anchorOf('world-4f2a/2026-04-15/lead'),
    anchorOf(two.record),
  ])
  expect(draft).toContain('[data-outlined] {')
  for (const of of Object.values(editions)) expect(fileOf(of, 'index.html')).not.toContain('outlined')
})

test('a preview shows a brief that has no time yet', () => {
  expect(visibleLines(htmlOf(page(edition({ briefs: [brief(1, { label: '' })] }))))).toEqual([
    'Read next',
    'kicker 1',
    'The text of brief 1.',
  ])
})
