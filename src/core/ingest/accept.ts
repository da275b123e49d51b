/** The review of a text that comes in: what was understood, what a person makes of it, and the edit that takes it. */
import { newBrief, setField } from '../acts.ts'
import type { Records } from '../change.ts'
import { localTime, readTime } from '../clock.ts'
import type { EditSet } from '../edit.ts'
import { recordIds, type ChannelKey, type Day, type Instant } from '../ids.ts'
import { markDuplicates, type Duplicate } from './duplicates.ts'
import type { UnderstoodBrief } from './list.ts'
import { fits } from './pieces.ts'
import type { Understood } from './understand.ts'
import type { Json } from '../model/field.ts'
import { hasWords, type Board } from '../rail.ts'

/** A brief of the review, as it stands in its fields. */
export interface ImportBrief {
  readonly line: number
  take: boolean
  /** The time as it is typed. */
  typed: string
  /** The day that a time without a date means. */
  readonly day: Day
  /** Which one is meant of a time that occurs twice. */
  chosen: Instant | undefined
  kicker: string
  text: string
  readonly duplicate: Duplicate | undefined
}

export interface ImportLead {
  take: boolean
  /** The rail has one already. */
  readonly had: boolean
  headline: string
  standfirst: string
  body: string
}

export interface ImportDiscussion {
  take: boolean
  readonly had: boolean
  prompt: string
  emptyState: string
}

export interface ImportReview {
  readonly lead: ImportLead | undefined
  readonly briefs: ImportBrief[]
  readonly discussion: ImportDiscussion | undefined
  /** Briefs come in as drafts rather than ready. */
  drafts: boolean
}

/** What of a rail the review needs to know. */
export interface ImportContext {
  readonly board: Board
  /** Whether the rail has a prompt of its own. */
  readonly hasPrompt: boolean
  readonly now: Instant
}

/** What was understood, ready to be corrected: what the rail has already is left out by default. */
export function toReview(understood: Understood, { board, hasPrompt }: ImportContext): ImportReview {
  const { channel, day, lead } = board
  const duplicates = markDuplicates(
    understood.briefs,
    [...board.own, ...board.carried].map((row) => row.brief),
  )
  const hasLead = lead.carried === undefined && hasWords(lead.lead)
  const { prompt, emptyState } = understood
  return {
    lead: understood.lead === undefined ? undefined : { take: !hasLead, had: hasLead, ...understood.lead },
    briefs: understood.briefs.map((brief, index) => toBrief(brief, duplicates[index], day, channel.zone)),
    discussion:
      prompt === undefined ? undefined : { take: !hasPrompt, had: hasPrompt, prompt: prompt.text, emptyState: emptyState?.text ?? '' },
    drafts: false,
  }
}

function toBrief(brief: UnderstoodBrief, duplicate: Duplicate | undefined, railDay: Day, zone: string): ImportBrief {
  const { line, time, kicker, text } = brief
  const day = time.kind === 'impossible' ? railDay : time.day
  const made: ImportBrief = { line, take: true, typed: typedOf(time, railDay), day, chosen: undefined, kicker, text, duplicate }
  made.take = duplicate === undefined && problemsOf(made, { zone, now: '' }).length === 0
  return made
}

function typedOf(time: UnderstoodBrief['time'], railDay: Day): string {
  if (time.kind === 'impossible') return time.typed
  return time.day === railDay ? time.label : `${time.day} ${time.label}`
}

/** When a brief of the review happened, or what is amiss with its time. */
export type ImportTime =
  | { readonly kind: 'known'; readonly at: Instant }
  | { readonly kind: 'twice'; readonly choices: readonly Instant[] }
  | { readonly kind: 'never' | 'unknown' }

export function timeOf(brief: Pick<ImportBrief, 'typed' | 'day' | 'chosen'>, { zone, now }: { zone: string; now: Instant }): ImportTime {
  // `+5` and `now` are for the desk; a text that comes in gives times.
  if (!/\d/.test(brief.typed) || /^\s*[+\u2212-]/.test(brief.typed)) return { kind: 'unknown' }
  const time = readTime(brief.typed, { day: brief.day, zone, now })
  if (time.kind === 'instant') return { kind: 'known', at: time.at }
  if (time.kind !== 'twice') return time
  const { chosen } = brief
  return chosen !== undefined && time.choices.includes(chosen) ? { kind: 'known', at: chosen } : time
}

/** What keeps a brief from being taken, each with the field at fault. */
export type ImportProblem =
  | { readonly field: 'time'; readonly kind: 'twice' | 'never' | 'unknown' }
  | { readonly field: 'kicker' | 'text'; readonly kind: 'missing' | 'too-long' }

export function problemsOf(brief: ImportBrief, clock: { zone: string; now: Instant }): ImportProblem[] {
  const time = timeOf(brief, clock)
  const words = (['kicker', 'text'] as const).flatMap((field): ImportProblem[] => {
    if (brief[field].trim() === '') return [{ field, kind: 'missing' }]
    return fits(field, brief[field]) ? [] : [{ field, kind: 'too-long' }]
  })
  return [...(time.kind === 'known' ? [] : [{ field: 'time', kind: time.kind } as const]), ...words]
}

/** The words of a lead or discussion that their fields do not take. */
export function tooLong(words: Partial<Record<'headline' | 'standfirst' | 'body' | 'prompt' | 'emptyState', string>>): string[] {
  return (['headline', 'standfirst', 'body', 'prompt', 'emptyState'] as const).filter((field) => !fits(field, words[field] ?? ''))
}

/** How much is ticked; what has a problem cannot go in. */
export function takenOf(review: ImportReview, clock: { zone: string; now: Instant }) {
  const ticked = review.briefs.filter((brief) => brief.take)
  const whole = ticked.filter((brief) => problemsOf(brief, clock).length === 0)
  const lead = review.lead?.take === true
  const discussion = review.discussion?.take === true
  const bad = [...(lead ? tooLong({ ...review.lead }) : []), ...(discussion ? tooLong({ ...review.discussion }) : [])]
  return { briefs: whole, unfit: ticked.length - whole.length + bad.length, any: whole.length > 0 || lead || discussion }
}

/**
 * The edit that takes what is ticked and whole, one step for all of it. The oldest brief goes first: one of
 * the same minute as another is placed above it, so that the text's own order comes out.
 */
export function accept(review: ImportReview, records: Records, { board, now }: ImportContext, newKey: () => string): EditSet[] {
  const { channel, day } = board
  const clock = { zone: channel.zone, now }
  const status = review.drafts ? 'draft' : 'ready'
  const briefs = [...takenOf(review, clock).briefs].reverse()
  return [
    ...leadSets(review, records, channel.key, day, status),
    ...briefs.flatMap((brief) => {
      const time = timeOf(brief, clock)
      const at = time.kind === 'known' ? time.at : undefined
      return newBrief(channel.key, day, newKey(), { at, kicker: brief.kicker.trim(), text: brief.text.trim(), status }, now)
    }),
    ...discussionSets(review, records, channel.key, day),
  ]
}

function leadSets({ lead }: ImportReview, records: Records, channel: ChannelKey, day: Day, status: 'draft' | 'ready'): EditSet[] {
  if (lead?.take !== true) return []
  const id = recordIds.lead(channel, day)
  const { headline, standfirst, body } = lead
  return changed(records, id, { headline, standfirst, body, status })
}

function discussionSets({ discussion }: ImportReview, records: Records, channel: ChannelKey, day: Day): EditSet[] {
  if (discussion?.take !== true) return []
  const { prompt, emptyState } = discussion
  return changed(records, recordIds.rail(channel, day), { prompt, ...(emptyState === '' ? {} : { emptyState }) })
}

function changed(records: Records, id: string, fields: Readonly<Record<string, Json>>): EditSet[] {
  return Object.entries(fields).map(([field, to]) => setField(records.get(id), id, field, to))
}

/** Whether a brief of the review is dated ahead of now, so that it waits under embargo. */
export function isAhead(brief: ImportBrief, clock: { zone: string; now: Instant }): boolean {
  const time = timeOf(brief, clock)
  return time.kind === 'known' && time.at > clock.now
}

/** The local date and time of an instant, to tell two of one label apart. */
export function offsetLabel(at: Instant, zone: string): string {
  const { label, offset } = localTime(at, zone)
  return `${label} (UTC${offset})`
}
