/** Which way words are written: a language's, and a text's own where it is none of its language. */

export type Direction = 'ltr' | 'rtl'

// Languages written from right to left as a rule, and scripts that always are (Unicode, CLDR).
const rtlLanguages = new Set('ar arc azb bal ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps rhg sd sdh skr syr ug ur yi'.split(' '))
const rtlScripts = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '))

/** The direction of a language's writing, from its BCP 47 tag. */
export function directionOf(language: string): Direction {
  const [subtag = '', ...more] = language.toLowerCase().split('-')
  const script = more.find((part) => /^[a-z]{4}$/.test(part))
  if (script !== undefined) return rtlScripts.has(script) ? 'rtl' : 'ltr'
  return rtlLanguages.has(subtag) ? 'rtl' : 'ltr'
}

// Letters and marks of direction: what Unicode's bidirectional algorithm (UAX 9) calls strong, by script.
const right =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Hanifi_Rohingya}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}\u200F\u061C]/u
const left =
  /(?![\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Hanifi_Rohingya}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}])[\p{L}\u200E]/u

/**
 * The direction that a text of a channel is laid out in. That is the language's, also where the text begins with a
 * name in another script (which is what a browser's `auto` goes by), unless no letter of it is written that way.
 */
export function directionIn(text: string, language: string): Direction {
  const own = directionOf(language)
  const [mine, other] = own === 'rtl' ? [right, left] : [left, right]
  return !mine.test(text) && other.test(text) ? (own === 'rtl' ? 'ltr' : 'rtl') : own
}

/** Whether a text has letters written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return right.test(text)
}
