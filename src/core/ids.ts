/**
 * Ids and where their records live. A record's id begins with its home and never changes:
 * `library/…` (channels, persons, targets), `<channel>/shelf/…` or `<channel>/<yyyy-mm-dd>/…`.
 */

/** 64 random bits in hex, drawn each time a library is opened for writing. */
export type Opening = string
/** A Lamport number in 12 digits, `-`, and the opening: string order is the order of changes. */
export type ChangeId = string
export type RecordId = string
/** `library`, `<channel>/shelf` or `<channel>/<day>`. */
export type Home = string
/** The part of a channel's record id that other ids begin with, e.g. `read-next-4f2a`. */
export type ChannelKey = string
/** A local date, `yyyy-mm-dd`. */
export type Day = string
/** An instant as `Date.prototype.toISOString` writes it: string order is time order. */
export type Instant = string

export const kinds = ['channel', 'person', 'target', 'rail', 'lead', 'brief'] as const
export type Kind = (typeof kinds)[number]

export const openingPattern = /^[0-9a-f]{16}$/
export const changeIdPattern = /^\d{12}-[0-9a-f]{16}$/
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const channelKeyPattern = '[a-z0-9][a-z0-9-]{0,47}'
export const channelKeyRegExp = new RegExp(`^${channelKeyPattern}$`)
const homeRegExp = new RegExp(`^(?:library|${channelKeyPattern}/(?:shelf|\\d{4}-\\d{2}-\\d{2}))$`)
export const recordIdRegExp = new RegExp(
  `^(?:library/(?:channel|person|target)-${channelKeyPattern}` +
    `|${channelKeyPattern}/shelf/brief-[a-z0-9]{1,40}` +
    `|${channelKeyPattern}/\\d{4}-\\d{2}-\\d{2}/(?:rail|lead|brief-[a-z0-9]{1,40}))$`,
)

export const libraryHome: Home = 'library'

/** The id of the change with this Lamport number (1 or more) in this opening. */
export function changeId(number: number, opening: Opening): ChangeId {
  return `${String(number).padStart(12, '0')}-${opening}`
}

/** The Lamport number of a change's id. */
export function numberOf(id: ChangeId): number {
  return Number(id.slice(0, 12))
}

/** The opening that made a change, from its id. */
export function openingOf(id: ChangeId): Opening {
  return id.slice(13)
}

/** The home a record's id begins with. */
export function homeOf(id: RecordId): Home {
  return id.slice(0, id.lastIndexOf('/'))
}

/** What kind of record an id names; undefined for an id of a newer program. */
export function kindOf(id: RecordId): Kind | undefined {
  const last = id.slice(id.lastIndexOf('/') + 1)
  const word = last.split('-', 1)[0]
  return kinds.find((kind) => kind === word)
}

export function isHome(text: string): text is Home {
  return homeRegExp.test(text)
}

export const homes = {
  day: (channel: ChannelKey, day: Day): Home => `${channel}/${day}`,
  shelf: (channel: ChannelKey): Home => `${channel}/shelf`,
}

/** The channel key that a day's or shelf's home, or an id in it, begins with. */
export function channelOf(home: Home): ChannelKey {
  return home.slice(0, home.indexOf('/'))
}

/** A day's channel and date; undefined for the shelf and the library. */
export function dayOfHome(home: Home): { channel: ChannelKey; day: Day } | undefined {
  const [channel, day] = home.split('/')
  return channel !== undefined && day !== undefined && dayPattern.test(day) ? { channel, day } : undefined
}

export const recordIds = {
  channel: (key: ChannelKey): RecordId => `library/channel-${key}`,
  person: (key: string): RecordId => `library/person-${key}`,
  target: (key: string): RecordId => `library/target-${key}`,
  /** A rail and its lead have made-up ids and are never created: one without writes is empty. */
  rail: (channel: ChannelKey, day: Day): RecordId => `${channel}/${day}/rail`,
  lead: (channel: ChannelKey, day: Day): RecordId => `${channel}/${day}/lead`,
  brief: (home: Home, key: string): RecordId => `${home}/brief-${key}`,
}

/** The key of a channel, person or target: its id without home and kind. */
export function keyOf(id: RecordId): string {
  return id.slice(id.indexOf('-', id.lastIndexOf('/')) + 1)
}
