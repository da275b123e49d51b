import { describe, expect, test } from 'vitest'
import { editions, pasted } from './corpus.ts'
import { fileOf, htmlOf, visibleLines } from './reading.ts'

describe('the fragment', () => {
  test.each(Object.entries(editions))('is one element with a style of its own and no document or script: %s', (_, of) => {
    const html = fileOf(of, 'rail.html')
    expect(html).not.toMatch(/<(?:!doctype|html|head|body|script|link|meta)\b/i)
    const { body } = htmlOf(html)
    expect(body.children).toHaveLength(1)
    expect(body.children[0]!.className).toBe('newsrail')
    for (const rule of body.querySelector('style')!.textContent.matchAll(/^(?! {2}|[@}])(.*?) \{/gm)) {
      for (const selector of rule[1]!.replace(/\(.*?\)/g, '').split(',')) expect(selector.trim()).toMatch(/^\.newsrail(?![\w-])/)
    }
  })

  test('shows the same lines as the page', () => {
    for (const of of Object.values(editions)) {
      expect(visibleLines(htmlOf(fileOf(of, 'rail.html')))).toEqual(visibleLines(htmlOf(fileOf(of, 'index.html'))))
    }
  })

  test('says which edition it is and where comments go', () => {
    const root = htmlOf(fileOf(pasted.edition, 'rail.html')).querySelector('.newsrail')!
    expect(root.getAttribute('data-edition')).toBe('14-0123456789abcdef')
    expect(root.getAttribute('lang')).toBe('en-GB')
    expect([...root.querySelectorAll('[data-discussion]')].map((place) => place.getAttribute('data-discussion'))).toEqual(['open'])
    expect(htmlOf(fileOf(editions.full!, 'rail.html')).querySelector('[data-discussion]')?.getAttribute('data-discussion')).toBe('closed')
  })

  test('has absolute addresses where the site is known', () => {
    for (const of of Object.values(editions)) {
      const links = [...htmlOf(fileOf(of, 'rail.html')).querySelectorAll('a')].map((link) => link.getAttribute('href')!)
      for (const link of links) expect(link).toMatch(of.channel.site === '' ? /^(?:#|https?:\/\/)/ : /^https?:\/\//)
    }
  })

  test('leaves the h1 to the site', () => {
    expect(htmlOf(fileOf(editions.full!, 'rail.html')).querySelector('h1')).toBeNull()
  })
})
