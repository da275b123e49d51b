import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrozenBrief } from '../../../src/core/edition.ts'
import { differences, shorten, wordDiff, type Piece } from '../../../src/ui/components/launch/differences.ts'

const joined = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join('')

const told = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('')

const brief: FrozenBrief = {
  record: 'world/2025-04-15/brief-a',
  at: '2025-04-15T18:51:00.000Z',
  label: '21:51',
  date: '2025-04-15',
  offset: '+03:00',
  kicker: 'Congo',
  headline: '',
  text: 'A boat sank on the river on Tuesday.',
  link: '',
  source: '',
  tags: [],
  pinned: false,
  corrections: [],
  published: '2025-04-15T19:00:00.000Z',
  updated: '2025-04-15T19:00:00.000Z',
}

describe('the word diff', () => {
  it('marks the words that changed and no others', () => {
    expect(told(wordDiff('A boat sank on the river.', 'A ferry sank on the wide river.', 'en'))).toBe(
      'A [-boat-]{+ferry+} sank on the {+wide +}river.',
    )
  })

  it('goes by words in scripts other than Latin as well', () => {
    expect(told(wordDiff('Паром снова ходит', 'Паром завтра ходит', 'ru'))).toBe('Паром [-снова-]{+завтра+} ходит')
  })

  it('reads as the new text without what was removed, whatever the texts', () => {
    const text = fc.array(fc.constantFrom('a', 'bee', 'sea', '.', ' ', '\n', 'é', '船'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(joined(wordDiff(before, after, 'en'), 'removed')).toBe(after)
      }),
    )
  })

  it('says something wherever two texts differ, be it by spaces alone', () => {
    expect(wordDiff('a b', 'a  b', 'en').some((piece) => piece.kind !== 'same')).toBe(true)
    expect(wordDiff('same', 'same', 'en')).toEqual([{ kind: 'same', text: 'same' }])
  })

  it('shows texts without anything in common whole, and soon', () => {
    const before = Array.from({ length: 4000 }, (_, i) => `b${String(i)}`).join(' ')
    const after = Array.from({ length: 4000 }, (_, i) => `a${String(i)}`).join(' ')
    expect(wordDiff(before, after, 'en')).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})

describe('shortening a long text to what changed', () => {
  const long = 'word '.repeat(100)

  it('keeps whole words around the change and all of the change', () => {
    const short = shorten([
      { kind: 'same', text: long },
      { kind: 'added', text: 'new' },
      { kind: 'same', text: ` ${long}` },
    ])
    expect(told(short)).toMatch(/^…( word)+ \{\+new\+\}( word)+ …$/)
    expect(told(short).length).toBeLessThan(160)
  })

  it('leaves short texts and unchanged ones alone', () => {
    expect(shorten([{ kind: 'same', text: long }])).toEqual([{ kind: 'same', text: long }])
    const pieces: Piece[] = [
      { kind: 'same', text: 'A boat ' },
      { kind: 'added', text: 'sank.' },
    ]
    expect(shorten(pieces)).toEqual(pieces)
  })
})

describe('what a row of the review shows', () => {
  const fields = (after: Partial<FrozenBrief>): string[] =>
    differences({ kind: 'reworded', id: brief.record, before: brief, after: { ...brief, ...after }, silent: true }, 'en').map(
      (difference) => `${difference.field}: ${told(difference.pieces)}`,
    )

  it('names each field that changed, words as readers see them', () => {
    expect(fields({ kicker: 'DR Congo', text: 'A **boat** sank on the river on *Monday*.' })).toEqual([
      'kicker: {+DR +}Congo',
      'text: A boat sank on the river on [-Tuesday-]{+Monday+}.',
    ])
  })

  it('tells in a word what became of an image, and its words word by word', () => {
    const crop = (digit: string) => ({ hash: digit.repeat(64), type: 'image/jpeg' as const, width: 640, height: 480, size: 9 })
    const image = { alt: 'A boat', credit: 'Ana', crops: [crop('a')] }
    expect(fields({ image })).toEqual(['imageAdded: ', 'imageAlt: {+A boat+}', 'imageCredit: {+Ana+}'])
    const shown = { ...brief, image }
    const row = (after: FrozenBrief) =>
      differences({ kind: 'reworded', id: brief.record, before: shown, after, silent: false }, 'en').map(({ field }) => field)
    expect(row({ ...brief, image: { ...image, crops: [crop('b')] } })).toEqual(['imageChanged'])
    expect(row({ ...brief, image: { ...image, credit: 'Ben' } })).toEqual(['imageCredit'])
    expect(row(brief)).toEqual(['imageRemoved'])
  })

  it('shows the marks where only a link changed behind the same words', () => {
    const before = { ...brief, text: 'See [the map](https://a.example/1).' }
    const after = { ...brief, text: 'See [the map](https://a.example/2).' }
    const [difference] = differences({ kind: 'reworded', id: brief.record, before, after, silent: true }, 'en')
    expect(told(difference!.pieces)).toMatch(/\{\+.*2.*\+\}/)
  })

  it('names the date with a time only where the date changed', () => {
    const retimed = (after: Partial<FrozenBrief>): string =>
      told(differences({ kind: 'retimed', id: brief.record, before: brief, after: { ...brief, ...after } }, 'en')[0]!.pieces)
    expect(retimed({ label: '22:10' })).toBe('[-21:51-]{+22:10+}')
    expect(retimed({ label: '00:10', date: '2025-04-16' })).toBe('[-2025-04-15 21:51-]{+2025-04-16 00:10+}')
  })

  it('says that a brief was pinned', () => {
    expect(fields({ pinned: true })).toEqual(['pinned: '])
  })

  it('tells an added brief in its own words', () => {
    const [difference] = differences({ kind: 'added', id: brief.record, after: brief }, 'en')
    expect(told(difference!.pieces)).toBe(brief.text)
  })
})
