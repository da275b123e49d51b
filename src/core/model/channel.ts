import { z } from 'zod'
import type { ChannelKey } from '../ids.ts'
import { flag, line, webAddress, type RecordKind } from './field.ts'
import { outputNames, standardOutputs, type Output } from './outputs.ts'

/** A rail's home on the site. */
export interface Channel {
  readonly key: ChannelKey
  /** What the desk calls it, e.g. "World". */
  readonly title: string
  /** The heading that readers see over the briefs. */
  readonly railTitle: string
  /** A BCP 47 tag. */
  readonly language: string
  /** An IANA time zone; fixed once the channel has a brief. */
  readonly zone: string
  /** Address under which the bundle is served, ending in `/`; empty where it is not known. */
  readonly site: string
  readonly prompt: string
  readonly emptyState: string
  readonly discussion: DiscussionState
  /** What readers are told in the place of a brief that was taken down; empty for the desk's own words. */
  readonly retractionNotice: string
  /** A rail is filled up to so many briefs with those of earlier days; 0 is off. */
  readonly keep: number
  /** The page shows so many briefs at most, the first of the board; 0 is all. */
  readonly show: number
  /** How many characters a kicker, a text and a standfirst should have at most; 0 is off. Never a hard stop. */
  readonly kickerLimit: number
  readonly textLimit: number
  readonly standfirstLimit: number
  /** The house style of quotation marks. */
  readonly quotes: QuoteStyle
  /** Whether the same kicker within 30 minutes is told of. */
  readonly sameKicker: boolean
  /** When the rail is looked after, on the channel's clock; one that ends before it begins goes over midnight. */
  readonly hours: Hours | undefined
  /** What falls due goes out by itself while a desk is open, or waits for a launch. */
  readonly due: DueWay
  /** After so many minutes without a launch, within the hours, the desk says so; 0 is off. */
  readonly staleAfter: number
  /** What a launch makes of an edition; at least one. */
  readonly outputs: readonly Output[]
  /** The accent as `#rrggbb`; empty for the desk's own. */
  readonly accent: string
  /** The library's sample: launches only to a zip or the preview. */
  readonly sample: boolean
  /** Out of the menus; all that was made in it is kept. */
  readonly archived: boolean
  /** Its place among the channels: a fractional-indexing string; empty goes first. */
  readonly rank: string
}

export const quoteStyles = ['any', 'curly'] as const
export type QuoteStyle = (typeof quoteStyles)[number]

export const dueWays = ['wait', 'launch'] as const
export type DueWay = (typeof dueWays)[number]

/** From and to as `HH:MM`. */
// An alias, which unlike an interface is Json.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type Hours = {
  readonly from: string
  readonly to: string
}

export const discussionStates = ['open', 'closed'] as const
export type DiscussionState = (typeof discussionStates)[number]

/** Whether Intl knows it as a language tag (BCP 47). */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Whether Intl knows it as a time zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const limit = z.int().min(0).max(20_000)
const clockLabel = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

export const channelKind = {
  kind: 'channel',
  fields: {
    title: line(100).refine((title) => title.trim() !== '', 'A channel needs a title.'),
    railTitle: line(100).refine((title) => title.trim() !== '', 'A rail needs a title.'),
    language: z.string().refine(isLanguage, 'Not a language tag, such as en or pt-BR.'),
    zone: z.string().refine(isZone, 'Not a time zone, such as Europe/Vilnius.'),
    site: z.union([z.literal(''), webAddress.transform((site) => (site.endsWith('/') ? site : `${site}/`))]),
    prompt: line(500),
    emptyState: line(500),
    discussion: z.enum(discussionStates),
    retractionNotice: line(500),
    keep: z.int().min(0).max(100),
    show: z.int().min(0).max(1000),
    kickerLimit: limit,
    textLimit: limit,
    standfirstLimit: limit,
    quotes: z.enum(quoteStyles),
    sameKicker: flag,
    hours: z.strictObject({ from: clockLabel, to: clockLabel }),
    due: z.enum(dueWays),
    staleAfter: z.int().min(0).max(1440),
    outputs: z.array(z.enum(outputNames)).min(1, 'A launch needs something to make.'),
    accent: z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i)]),
    sample: flag,
    archived: flag,
    rank: line(200),
  },
  rules: { rank: { quiet: () => true }, outputs: { quiet: () => true } },
  migrations: [],
} as const satisfies RecordKind

export const channelDefaults: Omit<Channel, 'key'> = {
  title: '',
  railTitle: '',
  language: 'en',
  zone: 'UTC',
  site: '',
  prompt: '',
  emptyState: '',
  discussion: 'open',
  retractionNotice: '',
  keep: 5,
  show: 0,
  kickerLimit: 40,
  textLimit: 400,
  standfirstLimit: 300,
  quotes: 'any',
  sameKicker: false,
  hours: undefined,
  due: 'wait',
  staleAfter: 0,
  outputs: standardOutputs,
  accent: '',
  sample: false,
  archived: false,
  rank: '',
}
