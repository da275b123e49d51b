/** Typography and length of the words of one field, against the channel's house style. */
import type { Channel } from '../model/channel.ts'
import { bodyText, inlineText } from '../text.ts'
import type { WordsFinding } from './errors.ts'
import type { CheckedField } from './finding.ts'
import { curl, isUnbalanced } from './quotes.ts'

export type StyleName = 'tooLong' | 'straightQuotes' | 'unbalancedQuotes' | 'doubleSpace'

/** What of a channel its words are held against. */
export type Style = Pick<Channel, 'kickerLimit' | 'textLimit' | 'standfirstLimit' | 'quotes' | 'language'>

/** The same text as long as the style is. */
export function styleKey({ kickerLimit, textLimit, standfirstLimit, quotes, language }: Style): string {
  return [kickerLimit, textLimit, standfirstLimit, quotes, language].join(' ')
}

/** How many characters a field should have at most; 0 where the channel sets no limit. */
export function limitOf(style: Pick<Style, 'kickerLimit' | 'textLimit' | 'standfirstLimit'>, field: string): number {
  switch (field) {
    case 'kicker':
      return style.kickerLimit
    case 'text':
      return style.textLimit
    case 'standfirst':
      return style.standfirstLimit
    default:
      return 0
  }
}

const graphemes = new Intl.Segmenter()
/** Where each character is one UTF-16 unit: most text, and no need to look further. */
const simple = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027]*$/

/** How many characters readers see of a field's words. */
export function lengthOf(field: string, words: string): number {
  const seen = field === 'body' ? bodyText(words).join('\n') : field === 'text' || field === 'standfirst' ? inlineText(words) : words.trim()
  return simple.test(seen) ? seen.length : [...graphemes.segment(seen)].length
}

/** What the house style says of one field's words. */
export function styleOf(field: CheckedField, words: string, style: Style): WordsFinding<StyleName>[] {
  if (words === '') return []
  const limit = limitOf(style, field)
  const n = limit === 0 ? 0 : lengthOf(field, words)
  const curled = style.quotes === 'curly' ? curl(words, style.language) : words
  const single = words.replace(/(?<=\S) {2,}(?=\S)/g, ' ')
  return [
    ...(n > limit ? [{ check: 'tooLong' as const, field, params: { n, limit } }] : []),
    ...(curled === words ? [] : [{ check: 'straightQuotes' as const, field, params: {}, mend: { name: 'curl' as const, to: curled } }]),
    ...(isUnbalanced(words) ? [{ check: 'unbalancedQuotes' as const, field, params: {} }] : []),
    ...(single === words ? [] : [{ check: 'doubleSpace' as const, field, params: {}, mend: { name: 'oneSpace' as const, to: single } }]),
  ]
}
