/** Text as find and search compare it: words without case and accents, in any script. */

/** Letters that are no letter and a mark to Unicode, as people without them on the keyboard type them. */
const plain: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' }

/** Text without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıłøđðßæœþς]/g, (letter) => plain[letter] ?? letter)
}

/** A word of a text: folded, and where it stands in the text as UTF-16 offsets. */
export interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

// Scripts that put no spaces between words: each letter of theirs is a word, and a run of them is found as a phrase.
const spaceless = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const isSpaceless = new RegExp(`[${spaceless}]`, 'u')
const aWord = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const aWordOfAny = new RegExp(String.raw`[${spaceless}]\p{M}*|(?:(?![${spaceless}])[\p{L}\p{N}\p{M}\p{Co}])+`, 'gu')

/** The words of a text, in order; what is neither letter nor figure only parts them. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(isSpaceless.test(text) ? aWordOfAny : aWord)) {
    const word = foldedWord(found)
    if (word !== '') words.push({ word, start: index, end: index + found.length })
  }
  return words
}

// The same words come again and again, in every brief and every search.
const known = new Map<string, string>()

function foldedWord(word: string): string {
  const had = known.get(word)
  if (had !== undefined) return had
  const made = folded(word)
  if (known.size > 20_000) known.clear()
  known.set(word, made)
  return made
}

/** Whether a word is looked for whole: a letter of a script without spaces begins no longer word. */
export function isWhole(word: string): boolean {
  return isSpaceless.test(word)
}
