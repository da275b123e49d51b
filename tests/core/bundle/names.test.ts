import { expect, test } from 'vitest'
import { directionOf } from '../../../src/core/direction.ts'
import { anchorOf, hostOf, webAddress } from '../../../src/core/bundle/names.ts'
import { accentOn } from '../../../src/core/bundle/style.ts'

test('a record has an anchor of its own that needs no escaping anywhere', () => {
  const records = [
    'world-4f2a/2026-04-15/brief-k1',
    'world-4f2a/2026-04-16/brief-k1',
    'world-4f2a/shelf/brief-k1',
    'world-4f2a/2026-04-15/lead',
    'w/2026-04-15/brief-k1',
  ]
  const anchors = records.map(anchorOf)
  expect(new Set(anchors).size).toBe(records.length)
  for (const anchor of anchors) expect(anchor).toMatch(/^[a-z][a-z0-9-]*$/)
})

test.each([
  ...(['ar', 'he', 'fa', 'ur-PK', 'yi', 'ckb', 'dv', 'AR-EG', 'az-Arab', 'ks-Arab-IN', 'ff-Adlm'] as const).map(
    (tag) => [tag, 'rtl'] as const,
  ),
  ...(['en', 'lt', 'zh-Hant', 'ar-Latn', 'az', 'pa', 'ku', 'sr-Cyrl', ''] as const).map((tag) => [tag, 'ltr'] as const),
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

test('an address becomes one that a validator takes and a browser reads as before', () => {
  for (const address of [
    'https://example.org/ä?q=[1]&r=a b#x#y',
    'https://example.org/%zz%20',
    'http://münchen.example/',
    'https://[::1]:8080/a|b',
  ]) {
    if (address.includes(' ')) expect(webAddress(address)).toBeUndefined()
    else expect(new URL(webAddress(address)!).href).toBe(new URL(address.replace('%zz', '%25zz').replace('|', '%7C')).href)
  }
  for (const address of ['', 'mailto:a@b.example', 'javascript:x', 'https://', '/x', 'https:/x'])
    expect(webAddress(address)).toBeUndefined()
})

test('a reader is told the host of a link', () => {
  expect(hostOf('https://user:pass@www.example.org:8080/a@b?c')).toBe('example.org:8080')
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [a, b].map((hex) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05
  })
  return Math.max(x!, y!) / Math.min(x!, y!)
}

test('any accent is readable on the page in light and dark', () => {
  for (let n = 0; n < 0x1000; n++) {
    const accent = `#${n.toString(16).padStart(3, '0').replace(/./g, '$&$&')}`
    expect(contrast(accentOn(accent, 'light'), '#fffefb'), accent).toBeGreaterThan(4.5)
    expect(contrast(accentOn(accent, 'dark'), '#16181c'), accent).toBeGreaterThan(4.5)
  }
})

test('an accent that is readable as it is stays', () => {
  expect(accentOn('#1d4f91', 'light')).toBe('#1d4f91')
  expect(accentOn('#8fb8ff', 'dark')).toBe('#8fb8ff')
  expect(accentOn('red;}', 'light')).toBe('#1d4f91')
})
