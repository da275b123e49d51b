/** Quotation marks as languages write them. */

type Pair = readonly [open: string, close: string]

const high: Pair = ['“', '”']
const low: Pair = ['„', '“']
const lowRight: Pair = ['„', '”']
const angled: Pair = ['«', '»']
const right: Pair = ['”', '”']

/** The first choice by primary language subtag (Unicode CLDR, `delimiters`); English marks elsewhere. */
const pairs: Readonly<Record<string, Pair>> = {
  ...Object.fromEntries(['bg', 'cs', 'de', 'et', 'is', 'ka', 'lt', 'sk', 'sl'].map((tag) => [tag, low])),
  ...Object.fromEntries(['bs', 'hr', 'hu', 'pl', 'ro', 'sr'].map((tag) => [tag, lowRight])),
  ...Object.fromEntries(['be', 'el', 'es', 'it', 'nb', 'nn', 'no', 'pt', 'ru', 'uk'].map((tag) => [tag, angled])),
  ...Object.fromEntries(['fi', 'sv'].map((tag) => [tag, right])),
  fr: ['«\u00a0', '\u00a0»'],
}

const inWord = /[\p{L}\p{N}]/u
/** A link's address, in which marks are not quotation marks. */
const address = /(\]\([^)\n]*\))/

/** Straight quotation marks and apostrophes as the language writes them. An inch or foot mark stays: nothing opens before it. */
export function curl(text: string, language: string): string {
  if (!/["']/.test(text)) return text
  const [open, close] = pairs[language.split('-', 1)[0]?.toLowerCase() ?? ''] ?? high
  let opened = false
  const mark = (straight: string, before: string | undefined, after: string | undefined): string => {
    const follows = before !== undefined && inWord.test(before)
    if (straight === "'") return follows && after !== undefined && inWord.test(after) ? '’' : straight
    if (!opened && follows) return straight
    opened = !opened
    return opened ? open : close
  }
  return text
    .split(address)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/["']/g, (straight, at: number) => mark(straight, part[at - 1], part[at + 1])),
    )
    .join('')
}

/** Whether an odd number of double quotation marks says that one is missing. Inch marks do not count. */
export function isUnbalanced(text: string): boolean {
  const marks: readonly string[] = text.replace(new RegExp(address, 'g'), '').match(/[“”„‟«»]|(?<!\d)"/g) ?? []
  // A straight mark after a digit closes where one is open.
  const afterDigits = text.match(/(?<=\d)"/g)?.length ?? 0
  return marks.length % 2 === 1 && !(afterDigits > 0 && marks.includes('"'))
}
