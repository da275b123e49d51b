import { describe, expect, it } from 'vitest'
import { homeOf, isHome, kindOf, recordIdRegExp, recordIds } from '../../src/core/ids.ts'
import { cleanText, type Migration } from '../../src/core/model/field.ts'
import { checkValue, format, formatOf, recordKinds } from '../../src/core/model/kinds.ts'

describe('migrations', () => {
  const to = (number: number): Migration => ({ to: number, field: 'kicker', value: (old) => old })

  it('are numbered without gaps', () => {
    expect(formatOf([])).toBe(1)
    expect(formatOf([to(2), to(3), to(3)])).toBe(3)
    expect(() => formatOf([to(2), to(4)])).toThrow()
    expect(format).toBe(formatOf(Object.values(recordKinds).flatMap((kind) => kind.migrations)))
  })
})

describe('ids', () => {
  it('say home and kind', () => {
    const brief = recordIds.brief('world-1/2026-04-15', 'k3j9')
    expect([homeOf(brief), kindOf(brief)]).toEqual(['world-1/2026-04-15', 'brief'])
    expect([homeOf(recordIds.channel('world-1')), kindOf(recordIds.channel('world-1'))]).toEqual(['library', 'channel'])
    expect(kindOf(recordIds.rail('world-1', '2026-04-15'))).toBe('rail')
    expect(kindOf('world-1/2026-04-15/poll-1')).toBeUndefined()
  })

  it('cannot leave the library', () => {
    for (const id of [
      '../../etc/passwd',
      'world-1/../x/brief-a',
      'world-1/2026-04-15/brief-a/../b',
      'library/channel-',
      'world-1/2026-04-15/brief-',
      '/x',
    ]) {
      expect(recordIdRegExp.test(id)).toBe(false)
    }
    expect(isHome('..')).toBe(false)
    expect(isHome('world-1/2026-04-15')).toBe(true)
  })
})

describe('values', () => {
  it('are cleaned at the model’s edge', () => {
    expect(cleanText('a\r\nb\rc\u0000\u000B\uFFFE\uD800d\u{1F600}')).toBe('a\nb\ncd\u{1F600}')
    expect(checkValue('world-1/2026-04-15/brief-a', 'kicker', 'two\nlines')).toEqual({ ok: true, value: 'two lines' })
  })

  it('say why they do not fit', () => {
    expect(checkValue(recordIds.channel('a'), 'language', 'no language!')).toMatchObject({ ok: false })
    expect(checkValue(recordIds.channel('a'), 'keep', -1)).toMatchObject({ ok: false })
    expect(checkValue('world-1/2026-04-15/brief-a', 'link', 'javascript:alert(1)')).toMatchObject({ ok: false })
  })
})
