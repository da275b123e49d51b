import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf, indexedWords, placeOfDay, placeOfEntry } from '../../src/core/search/entry.ts'
import { excerpt, facetWord, marked, matchOf, phrasesIn } from '../../src/core/search/query.ts'
import { wordsIn } from '../../src/core/search/words.ts'
import { discard } from '../../src/core/acts.ts'
import { Newsroom, channelKey, day } from './newsroom.ts'

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }))
const cut = (whole: string, marks: readonly (readonly [number, number])[]) => marks.map(([start, end]) => whole.slice(start, end))

/** What FTS5 finds of one line, told apart from it by nothing but the query. */
function finds(line: string, match: string): boolean {
  const database = new DatabaseSync(':memory:')
  try {
    database.exec(
      `CREATE VIRTUAL TABLE words USING fts5 (line, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3')`,
    )
    database.prepare('INSERT INTO words (rowid, line) VALUES (1, ?)').run(line)
    return database.prepare('SELECT 1 FROM words WHERE words MATCH ?').get(match) !== undefined
  } finally {
    database.close()
  }
}

const lineOf = (words: string): string =>
  indexedWords({ record: `${channelKey}/${day}/brief-a`, channel: channelKey, state: 'ready', kicker: '', texts: [words], tags: [] }, [])

describe('what is looked for', () => {
  it('is words, whatever is typed: every text is a valid query', () => {
    fc.assert(
      fc.property(text, text, (typed, tag) => {
        const match = matchOf(phrasesIn(typed), [{ name: 'tag', value: tag }])
        expect(() => finds('some words', match ?? '""')).not.toThrow()
      }),
    )
  })

  it('finds the text that it was copied from, and marks something in it', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const phrases = phrasesIn(typed)
        const match = matchOf(phrases, [])
        fc.pre(match !== undefined)
        expect(finds(lineOf(`Before ${typed} after`), match)).toBe(true)
        const { marks } = marked(`Before ${typed} after`, phrases)
        expect(marks.length).toBeGreaterThan(0)
      }),
    )
  })

  it('is all of it, in any order, each word by its beginning; joined words together', () => {
    const line = lineOf('The co-op in l’Aquila re-opens')
    const found = (typed: string) => finds(line, matchOf(phrasesIn(typed), []) ?? '')
    expect(['aqui co', 'CO-OP', 'co-o', 'reopens', 're-op', 'op-co', 'quila', 'aquila lisbon'].map(found)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it('never matches what an entry is narrowed by', () => {
    const line = lineOf('Nothing')
    expect(finds(line, matchOf(phrasesIn('ready'), []) ?? '')).toBe(false)
    expect(finds(line, matchOf([], [{ name: 'state', value: 'ready' }]) ?? '')).toBe(true)
    expect(facetWord({ name: 'tag', value: 'a b' })).not.toBe(facetWord({ name: 'tag', value: 'a-b' }))
  })
})

describe('marks', () => {
  it('stand on whole words of the text as it is written', () => {
    const { text: whole, marks } = marked('Øresund bridge: ORESUND tolls', phrasesIn('ores'))
    expect(cut(whole, marks)).toEqual(['Øresund', 'ORESUND'])
    expect(cut('東京の関税', marked('東京の関税', phrasesIn('関税')).marks)).toEqual(['関税'])
  })

  it('stay on the same words in an excerpt, which is short and cut between characters', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (parts) => {
        const whole = marked(`${parts.join(' ')} target ${parts.join(' ')}`, phrasesIn('target'))
        const short = excerpt(whole)
        expect(short.text.length).toBeLessThan(260)
        expect(cut(short.text, short.marks)[0]?.toLowerCase()).toContain('target')
        for (const [start, end] of short.marks) expect(whole.text).toContain(short.text.slice(start, end))
      }),
    )
  })

  it('are offsets of words in order', () => {
    fc.assert(
      fc.property(text, (any) => {
        const words = wordsIn(any)
        words.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0)
          expect(end).toBeGreaterThan(start)
        })
      }),
    )
  })
})

describe('an entry', () => {
  it('says where a brief stands', () => {
    const newsroom = new Newsroom()
    const id = newsroom.brief('10:00', 'Congo', { text: 'Talks **go** on.' })
    expect(entryOf(newsroom.get(id))).toMatchObject({ record: id, day, state: 'ready', kicker: 'Congo', texts: ['Talks go on.'] })
    newsroom.edit(discard(newsroom.get(id)))
    const entry = entryOf(newsroom.get(id))
    expect(entry).toMatchObject({ state: 'discarded', under: day })
    expect(entry).not.toHaveProperty('day')
  })

  it('is listed by its day, then its time', () => {
    const from = (under: string, at?: string) => placeOfEntry({ under, ...(at === undefined ? {} : { at }) }).from
    expect(from('2026-04-15', '2026-04-15T10:00:00.000Z')).toBeLessThan(from('2026-04-15', '2026-04-15T10:01:00.000Z'))
    expect(from('2026-04-15', '2020-01-01T00:00:00.000Z')).toBeGreaterThanOrEqual(placeOfDay('2026-04-15'))
    expect(placeOfEntry({ under: '2026-04-15' }).to).toBeLessThan(placeOfDay('2026-04-16'))
    expect(Number.isSafeInteger(placeOfDay('9999-12-31'))).toBe(true)
  })
})
