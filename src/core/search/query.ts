/** What somebody looks for, as typed: told from query syntax by being words alone, and shown where it was found. */
import { isWhole, wordsIn } from './words.ts'

/**
 * Words that must follow one another, the last as the beginning of a word. What is typed without a space between
 * is one of these: `co-op`, `l’Aquila`, `東京`.
 */
export type Phrase = readonly string[]

/** What is looked for; all of it must be found, in any order. Whatever is typed is words, and no syntax. */
export function phrasesIn(text: string): Phrase[] {
  return text
    .split(/\s+/u)
    .map((part) => wordsIn(part).map(({ word }) => word))
    .filter((phrase) => phrase.length > 0)
}

/** An exact value to narrow a search to, such as a state or a tag. */
export interface Facet {
  readonly name: 'channel' | 'state' | 'embargo' | 'person' | 'tag' | 'kicker'
  readonly value: string
}

/** A facet as one word that nobody can type: it begins with a sign that no word holds, and so does what is not ASCII's letters. */
export function facetWord({ name, value }: Facet): string {
  return `·${name}·${value.replace(/[^a-z0-9\u0080-\uffff]/g, (sign) => `·${String(sign.charCodeAt(0))}·`)}`
}

/** The query in FTS5's language (https://www.sqlite.org/fts5.html#full_text_query_syntax); undefined where it asks for nothing. */
export function matchOf(phrases: readonly Phrase[], facets: readonly Facet[]): string | undefined {
  const terms = [
    ...phrases.map((phrase) => `"${phrase.join(' ')}"${isWhole(phrase.at(-1) ?? '') ? '' : ' *'}`),
    ...facets.map((facet) => `"${facetWord(facet)}"`),
  ]
  return terms.length === 0 ? undefined : terms.join(' AND ')
}

/** Text with the places that were looked for, as UTF-16 offsets, in order and apart from one another. */
export interface Marked {
  readonly text: string
  readonly marks: readonly (readonly [start: number, end: number])[]
}

/** Where the phrases stand in a text. A word that only begins with what is looked for is marked whole. */
export function marked(text: string, phrases: readonly Phrase[]): Marked {
  const words = wordsIn(text)
  const found = new Set<number>()
  for (const phrase of phrases) {
    const last = phrase.length - 1
    const end = phrase[last] ?? ''
    const begins = !isWhole(end)
    words.forEach(({ word }, at) => {
      // Where its last word stands, those before it may.
      if (begins ? !word.startsWith(end) : word !== end) return
      if (phrase.every((one, index) => index === last || words[at - last + index]?.word === one)) {
        for (let index = at - last; index <= at; index++) found.add(index)
      }
    })
  }
  const marks: [number, number][] = []
  for (const index of [...found].sort((a, b) => a - b)) {
    const word = words[index]
    if (word === undefined) continue
    const before = marks.at(-1)
    // Letters of a script without spaces, found side by side, are one place.
    if (before?.[1] === word.start) before[1] = word.end
    else marks.push([word.start, word.end])
  }
  return { text, marks }
}

const longest = 180
const lead = 50

/** So much of a text that its first marked place is in sight, cut between words. */
export function excerpt({ text, marks }: Marked): Marked {
  const first = marks[0]?.[0] ?? 0
  const from = text.length <= longest || first <= lead * 2 ? 0 : wordEdge(text, first - lead)
  const to = text.length - from <= longest ? text.length : wordEdge(text, from + longest)
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const by = before.length - from
  return {
    text: `${before}${text.slice(from, to).trimEnd()}${after}`,
    marks: marks.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start + by, end + by]),
  }
}

/** The next place at or after an offset where a word begins; where none is near, one that parts no character. */
function wordEdge(text: string, offset: number): number {
  const space = /\s\S/u.exec(text.slice(offset, offset + 24))
  if (space !== null) return offset + space.index + 1
  return /[\uDC00-\uDFFF\p{M}]/u.test(text.charAt(offset)) ? offset + 1 : offset
}
