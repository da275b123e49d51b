import { describe, expect, test } from 'vitest'
import { markDuplicates, type Existing } from '../../../src/core/ingest/duplicates.ts'
import { understand } from '../../../src/core/ingest/understand.ts'

const duplicatesIn = (text: string, existing: Existing[] = []) =>
  markDuplicates(understand(text, { day: '2026-04-15', zone: 'UTC', railTitle: 'Read next' }).briefs, existing)

const toll: Existing = {
  id: 'read-next/2026-04-15/brief-toll',
  at: '2026-04-15T10:30:00.000Z',
  kicker: 'harbour toll',
  text: 'The council has **delayed** the [toll](https://example.com/toll).',
}

describe('a brief that the rail has', () => {
  const same = [{ of: { id: toll.id }, reworded: false }]

  test('is known by kicker and visible text, whatever its time', () => {
    expect(duplicatesIn('10:30\nharbour toll\nThe council has delayed the toll.', [toll])).toEqual(same)
    expect(duplicatesIn('23:59\nharbour toll\nThe council has delayed the toll.', [toll])).toEqual(same)
    expect(duplicatesIn('25:61\nharbour toll\nThe council has delayed the toll.', [toll])).toEqual(same)
  })

  test('is known in another case and spacing', () => {
    expect(duplicatesIn('10:30\nHarbour  Toll\nThe council\nhas\u00A0delayed the TOLL.', [toll])).toEqual(same)
  })

  test('is told as reworded where kicker and minute are the same', () => {
    expect(duplicatesIn('10:30\nharbour toll\nThe toll comes a year later.', [toll])).toEqual([{ of: { id: toll.id }, reworded: true }])
  })

  test('is another with another kicker, or another time and text', () => {
    expect(duplicatesIn('10:30\nferries\nThe council has delayed the toll.', [toll])).toEqual([undefined])
    expect(duplicatesIn('10:31\nharbour toll\nA vote follows.', [toll])).toEqual([undefined])
  })

  test('needs more than two missing kickers to be the same', () => {
    expect(duplicatesIn('10:30\nA whole sentence without a kicker stands here.', [{ ...toll, kicker: '' }])).toEqual([undefined])
  })
})

test('a brief that stands twice in a text is new the first time', () => {
  const brief = '10:30\nharbour toll\nDelayed.\n'
  expect(duplicatesIn(`${brief}10:00\nferries\nBack.\n${brief}`)).toEqual([undefined, undefined, { of: { line: 1 }, reworded: false }])
})
