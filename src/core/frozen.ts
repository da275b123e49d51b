/** Words as an edition freezes them, and whether readers have seen these very words. */
import { same, type RecordState } from './change.ts'
import { localTime } from './clock.ts'
import type { FrozenBrief, FrozenImage } from './edition.ts'
import type { Instant } from './ids.ts'
import type { Brief } from './model/brief.ts'
import type { Json } from './model/field.ts'
import type { Illustrated } from './model/image.ts'

/** What a brief's readers see of it, or would. Not for one without a time. */
export type Words = Omit<FrozenBrief, 'published' | 'updated'>

const words = new WeakMap<RecordState, { readonly zone: string; readonly words: Words | undefined }>()

/** A brief's present words as an edition freezes them. */
export function wordsOf(row: { readonly record: RecordState; readonly brief: Brief }, zone: string): Words | undefined {
  const known = words.get(row.record)
  if (known?.zone === zone) return known.words
  const made = freezeWords(row.brief, zone)
  words.set(row.record, { zone, words: made })
  return made
}

/** Of what was taken down nothing is left but the notice, so that no output can show more. */
const noWords = { kicker: '', headline: '', text: '', link: '', source: '', tags: [], pinned: false, corrections: [] }

function freezeWords(brief: Brief, zone: string): Words | undefined {
  if (brief.at === undefined) return undefined
  const { label, day: date, offset } = localTime(brief.at, zone)
  const { id: record, takenDown } = brief
  const time = { record, at: brief.at, label, date, offset }
  if (takenDown !== undefined) return { ...time, ...noWords, retracted: { at: takenDown.at, notice: takenDown.notice } }
  const { kicker, headline, text, link, source, pinned } = brief
  const tags = [...brief.tags]
  const corrections = brief.corrections.map((correction) => ({ ...correction }))
  return { ...time, kicker, headline, text, link, source, tags, ...frozenImage(brief), pinned, corrections }
}

/** The image of a brief or lead as an edition freezes it; nothing where there is none. */
export function frozenImage({ image, imageAlt, imageCredit }: Illustrated): { image?: FrozenImage | undefined } {
  return image === undefined ? {} : { image: { alt: imageAlt.trim(), credit: imageCredit.trim(), crops: image.crops } }
}

interface Dates {
  readonly published: Instant
  readonly updated: Instant
}

/** Whether readers saw these very words. */
export function sameWords(a: Words | undefined, b: Words | undefined): boolean {
  if (a === b) return true
  return a !== undefined && b !== undefined && alike(a, b)
}

const launchDates: readonly string[] = ['published', 'updated']

/** Whether two are equal but for when they were launched. Makes no copies: a long rail is compared at every change. */
function alike(a: object, b: object): boolean {
  const [one, other] = [a as Readonly<Record<string, Json>>, b as Readonly<Record<string, Json>>]
  const within = (key: string): boolean => launchDates.includes(key) || same(one[key], other[key])
  return Object.keys(one).every(within) && Object.keys(other).every((key) => key in one || within(key))
}

/** What readers see of frozen words, without when they were first and last launched. */
export function undated(frozen: object): Json {
  return Object.fromEntries(Object.entries(frozen).filter(([key]) => !launchDates.includes(key)))
}

/** Dates words: published with the launch that first carried them, updated with the one that changed them. Unchanged ones stay as they are. */
export function dated<T extends object>(now: Instant, made: T, before: (T & Dates) | undefined): T & Dates {
  return before !== undefined && alike(made, before) ? before : { ...made, published: before?.published ?? now, updated: now }
}
