/** A record as it is found: its words and what it can be narrowed by. */
import type { RecordState } from '../change.ts'
import {
  channelOf,
  dayOfHome,
  homeOf,
  kindOf,
  type ChannelKey,
  type Day,
  type Home,
  type Instant,
  type Opening,
  type RecordId,
} from '../ids.ts'
import { isWordless, placeHome, type Brief } from '../model/brief.ts'
import { readBrief, readLead, readRail } from '../records.ts'
import { bodyText, inlineText } from '../text.ts'
import { facetWord, type Facet } from './query.ts'
import { folded, wordsIn } from './words.ts'

export const foundStates = ['draft', 'ready', 'retracted', 'shelf', 'discarded'] as const
/** On the shelf and discarded go before the status. */
export type FoundState = (typeof foundStates)[number]

/** What is shown of a record that was found. All words as readers see them. */
export interface Entry {
  readonly record: RecordId
  readonly channel: ChannelKey
  /** The rail it stands on; left out on the shelf and where it is discarded. */
  readonly day?: Day
  /** The day it is listed under: its rail's, else the one it was made on; left out for what was made on the shelf. */
  readonly under?: Day
  readonly at?: Instant
  readonly state: FoundState
  readonly embargo?: Instant
  /** A brief's kicker, a lead's headline. */
  readonly kicker: string
  /** Its other words: the first holds the most. */
  readonly texts: readonly string[]
  readonly tags: readonly string[]
}

/** A record as it is found; undefined where it has no words, or is none that is looked for. */
export function entryOf(record: RecordState): Entry | undefined {
  const home = homeOf(record.id)
  switch (kindOf(record.id)) {
    case 'brief':
      return briefEntry(record.id, home, readBrief(record))
    case 'lead': {
      const { headline, standfirst, body, status, imageAlt, imageCredit } = readLead(record, record.id)
      const texts = filled([inlineText(standfirst), bodyText(body).join('\n'), imageAlt, imageCredit])
      if (headline.trim() === '' && texts.length === 0) return undefined
      return { ...onDay(record.id, home), state: status, kicker: headline, texts, tags: [] }
    }
    case 'rail': {
      const { prompt = '' } = readRail(record, record.id)
      return prompt.trim() === '' ? undefined : { ...onDay(record.id, home), state: 'ready', kicker: '', texts: [prompt], tags: [] }
    }
    default:
      return undefined
  }
}

const filled = (texts: readonly string[]): string[] => texts.filter((text) => text.trim() !== '')

function onDay(record: RecordId, home: Home): Pick<Entry, 'record' | 'channel' | 'day' | 'under'> {
  const day = dayOfHome(home)?.day
  return { record, channel: channelOf(home), ...(day === undefined ? {} : { day, under: day }) }
}

function briefEntry(record: RecordId, home: Home, brief: Brief): Entry | undefined {
  if (isWordless(brief)) return undefined
  const stands = placeHome(brief.place)
  const day = stands === undefined ? undefined : dayOfHome(stands)?.day
  const under = day ?? dayOfHome(home)?.day
  return {
    record,
    channel: channelOf(stands ?? home),
    ...(day === undefined ? {} : { day }),
    ...(under === undefined ? {} : { under }),
    ...(brief.at === undefined ? {} : { at: brief.at }),
    state: stands === undefined ? 'discarded' : day === undefined ? 'shelf' : brief.status,
    ...(brief.embargo === undefined ? {} : { embargo: brief.embargo }),
    kicker: brief.kicker,
    texts: filled([inlineText(brief.text), brief.headline, brief.source, brief.imageAlt, brief.imageCredit, brief.note]),
    tags: brief.tags,
  }
}

/** All that an entry is found by, as the words of one line. Fields are parted, so that no phrase goes over their edges. */
export function indexedWords(entry: Entry, persons: readonly RecordId[]): string {
  const words = (text: string): string =>
    wordsIn(text)
      .map(({ word }) => word)
      .join(' ')
  const { channel, state, embargo, kicker, texts, tags } = entry
  const facets: Facet[] = [
    { name: 'channel', value: channel },
    { name: 'state', value: state },
    ...(embargo === undefined ? [] : [{ name: 'embargo' as const, value: '' }]),
    ...persons.map((value) => ({ name: 'person' as const, value })),
    ...tags.map((tag) => tagFacet(tag)),
    kickerFacet(kicker),
  ]
  return [...[kicker, ...texts, ...tags].map(words), ...facets.map(facetWord)].join(' · ')
}

/** A tag, or a kicker, whatever its case, accents and spaces. */
export const tagFacet = (tag: string): Facet => ({ name: 'tag', value: folded(tag.trim()) })
export const kickerFacet = (kicker: string): Facet => ({ name: 'kicker', value: folded(kicker.trim()) })

/** The openings that wrote to a record. */
export function openingsOf(record: RecordState): Opening[] {
  return Object.keys(record.seen)
}

const minutesOfDay = 1440
// A day's hours in any zone, seen from UTC, and what was timed a day early or late on it.
const minutesUnder = 4096
const perMinute = 2 ** 18

/** The first place of a day; those of later days are higher. Days before 1970 count as that. */
export function placeOfDay(day: Day): number {
  return Math.max(0, Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)) * minutesUnder * perMinute
}

/**
 * Where an entry is listed: the highest of its minute's first `perMinute` that is free comes first. By the day it
 * stands under, then by time; without a time, at its day's end.
 */
export function placeOfEntry({ under, at }: Pick<Entry, 'under' | 'at'>): { readonly from: number; readonly to: number } {
  const day = under ?? at?.slice(0, 10)
  if (day === undefined) return { from: 1, to: perMinute }
  const minute = at === undefined ? minutesUnder - 1 : (Date.parse(at) - Date.parse(`${day}T00:00:00Z`)) / 60_000 + minutesOfDay
  const within = Math.min(Math.max(Math.floor(minute), 0), minutesUnder - 1)
  const from = placeOfDay(day) + within * perMinute
  return { from: Math.max(from, 1), to: from + perMinute - 1 }
}
