/** Which understood briefs say what the rail, or the same text further up, already says. */
import type { Instant, RecordId } from '../ids.ts'
import { inlineText } from '../text.ts'
import { folded } from './lines.ts'
import type { UnderstoodBrief } from './list.ts'

/** A brief that the rail has. */
export interface Existing {
  readonly id: RecordId
  readonly at: Instant | undefined
  readonly kicker: string
  /** Markdown subset. */
  readonly text: string
}

export interface Duplicate {
  /** The rail's brief, or the line of an earlier brief of the same text. */
  readonly of: { readonly id: RecordId } | { readonly line: number }
  /** Same kicker at the same minute, in other words: perhaps a newer wording. */
  readonly reworded: boolean
}

/**
 * For each brief what it repeats; undefined for what is new. Two are the same where kicker and visible
 * text are, but for case and spacing, or where kicker and minute are.
 */
export function markDuplicates(briefs: readonly UnderstoodBrief[], existing: readonly Existing[]): (Duplicate | undefined)[] {
  const known = new Map<string, Duplicate['of']>()
  const remember = (keys: Keys, of: Duplicate['of']): void => {
    for (const key of [keys.words, keys.minute]) if (key !== undefined && !known.has(key)) known.set(key, of)
  }
  for (const brief of existing) remember(keysOf(brief.kicker, brief.text, brief.at), { id: brief.id })
  return briefs.map((brief) => {
    const keys = keysOf(brief.kicker, brief.text, brief.time.kind === 'known' ? brief.time.at : undefined)
    const [same, reworded] = [known.get(keys.words), keys.minute === undefined ? undefined : known.get(keys.minute)]
    remember(keys, { line: brief.line })
    const of = same ?? reworded
    return of === undefined ? undefined : { of, reworded: same === undefined }
  })
}

interface Keys {
  readonly words: string
  readonly minute: string | undefined
}

function keysOf(kicker: string, text: string, at: Instant | undefined): Keys {
  const title = folded(kicker)
  const words = `words\n${title}\n${folded(inlineText(text))}`
  return { words, minute: at === undefined || title === '' ? undefined : `minute\n${title}\n${at.slice(0, 16)}` }
}
