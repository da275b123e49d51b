import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionIn, directionOf } from '../../src/core/direction.ts'
import { cleanText, line } from '../../src/core/model/field.ts'
import { inlineText, plainHtml } from '../../src/core/text.ts'

describe('the direction of words', () => {
  it('is the language’s, also where they begin with a name in another script', () => {
    expect(directionIn('EstLink 2 يعود إلى الخدمة', 'ar')).toBe('rtl')
    expect(directionIn('מלך Charles בביקור', 'en')).toBe('ltr')
    expect(directionIn('(2026) 15:40', 'fa')).toBe('rtl')
    expect(directionIn('', 'he')).toBe('rtl')
    expect(directionIn('22:41', 'lt')).toBe('ltr')
  })

  it('is their own where no letter of them is the language’s', () => {
    expect(directionIn('What now?', 'ar')).toBe('ltr')
    expect(directionIn('Кирилица!', 'ur')).toBe('ltr')
    expect(directionIn('שלום?', 'en')).toBe('rtl')
    expect(directionIn('\u200F2026', 'en')).toBe('rtl')
  })

  it('follows the language’s script', () => {
    expect(directionOf('az-Arab')).toBe('rtl')
    expect(directionOf('ar-Latn')).toBe('ltr')
  })
})

describe('mixed-direction text', () => {
  // Joiners, marks and isolates that Persian, Urdu and Hebrew need, beside Latin names, numbers and signs.
  const letters = Array.from(
    'ابتپچگکیהשלוםѫAbz019٠٩۰۹ .,:;!?«»"()[]٪%-–\u200C\u200D\u200E\u200F\u061C\u2066\u2067\u2068\u2069\u202A\u202B\u202C',
  )
  const text = fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((parts) => parts.join(''))

  it('comes through a field as it is, mark by mark', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(cleanText(given)).toBe(given.normalize('NFC'))
        expect(line(500).parse(given)).toBe(given.normalize('NFC'))
      }),
    )
  })

  it('loses no letter and no mark of direction on the page', () => {
    const marks = (given: string): string => given.replace(/[ [\]()\\]/g, '')
    fc.assert(
      fc.property(text, (given) => {
        const plain = given.normalize('NFC')
        expect(marks(plainHtml(plain).replaceAll('&quot;', '"'))).toBe(marks(plain))
        expect(marks(inlineText(plain))).toBe(marks(plain))
      }),
    )
  })
})
