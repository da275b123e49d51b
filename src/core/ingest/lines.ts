/** The lines of a text that came in, and what of a line is words. */
import { cleanText } from '../model/field.ts'

export interface Line {
  /** Counted from 1, as an editor of text counts. */
  readonly number: number
  /** Where it begins in the text. */
  readonly start: number
  readonly raw: string
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Whether a UTF-16 unit parts lines. Soft breaks of word processors do too, though no editor counts them. */
function partsLines(unit: number): boolean {
  return (unit >= lineFeed && unit <= carriageReturn) || unit === 0x85 || unit === 0x2028 || unit === 0x2029
}

/** The lines that say something, one by one: a large paste never stands in memory twice. */
export function* linesOf(text: string, first = 1): Generator<Line> {
  let [number, start] = [first, 0]
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? lineFeed : text.charCodeAt(at)
    if (!partsLines(unit)) continue
    const raw = text.slice(start, at)
    if (!isBlank(raw)) yield { number, start, raw }
    if (unit === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at += 1
    if (unit === lineFeed || unit === carriageReturn) number += 1
    start = at + 1
  }
}

/** Whether a line says nothing: blank, or a rule such as `---`. */
function isBlank(raw: string): boolean {
  return raw === '' || !/[^\s\u200B\u200E\u200F*•·_=–—-]/.test(raw)
}

/** A line's words, and the bullet before them (empty where there is none). */
export interface Words {
  readonly bullet: string
  readonly text: string
}

const plainAscii = /^[\x20-\x7e]*$/
// A non-breaking space holds figures and some punctuation together; elsewhere it is a leftover of the page copied from.
const strayJoin = /(?<![\d«])[\u00A0\u2007\u202F](?![\d%:;!?»])/g
const bulletMark = /^(?:[•‣◦▪▫●○■□∙·]\s*|[*–-]\s+)/

/** A line as it is read: clean, its runs of space single (a tab where one was among them), its bullet apart. */
export function wordsOf(raw: string): Words {
  const clean = plainAscii.test(raw)
    ? raw
    : cleanText(raw)
        .replace(strayJoin, ' ')
        .replace(/[\uFEFF\u200B]/g, '')
  const text = clean
    .replace(/[ \t]{2,}/g, (run) => (run.includes('\t') ? '\t' : ' '))
    .replace(/^[\s\u200E\u200F]+/, '')
    .trimEnd()
  const bullet = bulletMark.exec(text)?.[0] ?? ''
  return { bullet, text: text.slice(bullet.length) }
}

/** Plain text with case and spacing folded away, for telling whether two say the same. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
