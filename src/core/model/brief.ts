import { z } from 'zod'
import { isHome, recordIdRegExp, type Home, type Instant, type RecordId } from '../ids.ts'
import { flag, instant, line, lines, minute, silencedChecks, webAddress, type Json, type RecordKind } from './field.ts'
import { imageDefaults, imageFields, type Illustrated } from './image.ts'

export const statuses = ['draft', 'ready', 'retracted'] as const
export type Status = (typeof statuses)[number]

/** Where a brief stands; a brief without a place is discarded. `rank` is a fractional-indexing string. */
export type Place = { readonly rail: Home; readonly rank: string } | { readonly shelf: Home; readonly rank: string }

// An alias, which unlike an interface is Json.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type Correction = {
  readonly at: Instant
  readonly note: string
}

/** An error that is not to hold the brief back, and why somebody decided so. */
export interface SendAnyway {
  readonly check: string
  readonly reason: string
}

/** That it is off the site for good: why, for colleagues, and what readers are told in its place; empty for nothing. */
export interface TakenDown {
  readonly at: Instant
  readonly reason: string
  readonly notice: string
}

/** A timestamped item of a rail. */
export interface Brief extends Illustrated {
  readonly id: RecordId
  /** When it happened, to the minute; undefined until a time is known. */
  readonly at: Instant | undefined
  readonly kicker: string
  readonly headline: string
  /** One to three sentences in the Markdown subset. */
  readonly text: string
  readonly link: string
  readonly source: string
  readonly tags: readonly string[]
  /** Retracted as long as it is taken down, whatever is written meanwhile. */
  readonly status: Status
  readonly pinned: boolean
  readonly embargo: Instant | undefined
  readonly corrections: readonly Correction[]
  readonly takenDown: TakenDown | undefined
  /** Checks that are not to be told of here. */
  readonly silenced: readonly string[]
  readonly sendAnyway: readonly SendAnyway[]
  /** For colleagues; in no output. */
  readonly note: string
  /** On the shelf, a template: using it puts a copy on the rail and leaves it there. */
  readonly keep: boolean
  readonly copyOf: RecordId | undefined
  readonly place: Place | undefined
}

const order: readonly (Json | undefined)[] = ['retracted', 'draft', 'ready']

/** Nothing unsafe shows by accident: retracted goes before draft before ready. */
export function preferUnpublished(a: Json | undefined, b: Json | undefined): number {
  return order.indexOf(a ?? 'draft') - order.indexOf(b ?? 'draft')
}

function laterFirst(a: Json | undefined, b: Json | undefined): number {
  const [one, other] = [typeof a === 'string' ? a : '', typeof b === 'string' ? b : '']
  return one < other ? 1 : one > other ? -1 : 0
}

/** Of two desks, one of which knows of no take-down, the other holds. */
function somethingFirst(a: Json | undefined, b: Json | undefined): number {
  return Number(b !== undefined) - Number(a !== undefined)
}

// Each brief placed into one gap lengthens ranks a little, so a long import needs long ones.
const rank = z.string().regex(/^[A-Za-z0-9]{2,}$/)
const placeSchema = z.union([
  z.strictObject({ rail: z.string().refine((home) => isHome(home) && !home.endsWith('/shelf') && home !== 'library'), rank }),
  z.strictObject({ shelf: z.string().refine((home) => isHome(home) && home.endsWith('/shelf')), rank }),
])

/** The rail or shelf that a place names; undefined for none. */
export function placeHome(place: Place | undefined): Home | undefined {
  if (place === undefined) return undefined
  return 'rail' in place ? place.rail : place.shelf
}

/** A place from a set's value, whatever wrote it. */
export function readPlace(value: Json | undefined): Place | undefined {
  return placeSchema.safeParse(value).data
}

export const takenDownFields = {
  reason: line(500).refine((reason) => reason.trim() !== '', 'A take-down needs a reason.'),
  notice: line(500),
}

export const briefKind = {
  kind: 'brief',
  fields: {
    at: minute,
    kicker: line(200),
    headline: line(500),
    text: lines(20_000),
    link: z.union([z.literal(''), webAddress]),
    source: line(500),
    tags: z.array(line(100)).max(50),
    ...imageFields,
    status: z.enum(statuses),
    pinned: flag,
    embargo: minute,
    corrections: z.array(z.object({ at: instant, note: lines(2_000) })),
    takenDown: z.object({ at: instant, ...takenDownFields }),
    silenced: silencedChecks,
    sendAnyway: z.array(z.object({ check: z.string().max(40), reason: line(500) })).max(50),
    note: lines(20_000),
    keep: flag,
    copyOf: z.string().regex(recordIdRegExp),
    place: placeSchema,
  },
  rules: {
    status: { prefer: preferUnpublished },
    embargo: { prefer: laterFirst },
    takenDown: { prefer: somethingFirst, quiet: () => true },
    pinned: { quiet: () => true },
    keep: { quiet: () => true },
    tags: { quiet: () => true },
    silenced: { quiet: () => true },
    sendAnyway: { quiet: () => true },
    // Ranks need no decision; on which rail or shelf a brief stands does.
    place: { quiet: (a, b) => placeHome(readPlace(a)) === placeHome(readPlace(b)) },
  },
  migrations: [],
} as const satisfies RecordKind

export const briefDefaults: Omit<Brief, 'id'> = {
  at: undefined,
  kicker: '',
  headline: '',
  text: '',
  link: '',
  source: '',
  tags: [],
  ...imageDefaults,
  status: 'draft',
  pinned: false,
  embargo: undefined,
  corrections: [],
  takenDown: undefined,
  silenced: [],
  sendAnyway: [],
  note: '',
  keep: false,
  copyOf: undefined,
  place: undefined,
}

/** Whether a brief holds nothing of anybody's. */
export function isWordless({ kicker, headline, text, link, source, note, tags, image }: Brief): boolean {
  return image === undefined && tags.length === 0 && [kicker, headline, text, link, source, note].every((words) => words.trim() === '')
}
