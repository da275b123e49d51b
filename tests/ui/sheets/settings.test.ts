import { describe, expect, it } from 'vitest'
import { parseField } from '../../../src/ui/components/settings/channelFields.ts'
import { languages } from '../../../src/ui/components/settings/places.ts'
import { languageName } from '../../../src/ui/format.ts'

const parsed = (field: Parameters<typeof parseField>[1], text: string) => {
  const outcome = parseField('world', field, text)
  return outcome.ok ? outcome.value : undefined
}

describe('the channel’s fields', () => {
  it('are read as their schemas take them', () => {
    expect(parsed('site', ' https://example.org/rail ')).toBe('https://example.org/rail/')
    expect(parsed('site', '')).toBe('')
    expect(parsed('keep', '12')).toBe(12)
    expect(parsed('textLimit', '250')).toBe(250)
    expect(parsed('hours', '6:00 - 2300')).toEqual({ from: '06:00', to: '23:00' })
    expect(parsed('hours', '')).toBeUndefined()
    expect(parsed('zone', 'Europe/Riga')).toBe('Europe/Riga')
    expect(parsed('title', 'World  desk')).toBe('World  desk')
  })

  it('are refused with a reason where they cannot be', () => {
    const refused = [
      ['title', ' '],
      ['site', 'example.org'],
      ['zone', 'Mars'],
      ['language', '??'],
      ['keep', ''],
      ['keep', '2.5'],
      ['keep', '-1'],
      ['textLimit', 'many'],
      ['hours', 'all day'],
      ['hours', '06:00'],
      ['accent', 'blue'],
      ['prompt', 'x'.repeat(501)],
    ] as const
    for (const [field, text] of refused) expect(parseField('world', field, text), `${field}: ${text}`).toMatchObject({ ok: false })
  })
})

describe('languages', () => {
  it('that are offered all have a name', () => {
    expect(languages.filter((tag) => languageName(tag) === '')).toEqual([])
    expect(languageName('not a tag')).toBe('')
  })
})
