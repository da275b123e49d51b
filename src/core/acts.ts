/** What an editor does, as the sets of an edit. Each names the writes its fields show, in the state the act was made on. */
import { valueOf, writesOf, writesShown, type Conflict, type FieldSet, type Records, type RecordState } from './change.ts'
import { minutesBetween, wholeMinute } from './clock.ts'
import type { EditSet, Wish } from './edit.ts'
import { homes, kindOf, recordIds, type ChannelKey, type Day, type Home, type Instant, type RecordId } from './ids.ts'
import { placeHome, readPlace, type Brief, type Status } from './model/brief.ts'
import type { Json } from './model/field.ts'
import { imageFieldNames, type Image } from './model/image.ts'
import type { BriefRow } from './rail.ts'
import { readBrief, readRail } from './records.ts'

/** One field's new value over what it shows. */
export function setField(record: RecordState | undefined, id: RecordId, field: string, to: Json | undefined): EditSet {
  return { record: id, field, ...(to === undefined ? {} : { to }), after: writesShown(record, field) }
}

function place(record: RecordState, to: Wish | undefined): EditSet {
  return setField(record, record.id, 'place', to)
}

/** What a new brief may begin with. */
export interface NewBrief {
  readonly at?: Instant | undefined
  readonly kicker?: string
  readonly text?: string
  readonly status?: Status
  readonly where?: Wish
}

/** A new brief on a day's rail, at its time where nothing else is said. `key` makes its id (a–z, 0–9). */
export function newBrief(channel: ChannelKey, day: Day, key: string, brief: NewBrief, now: Instant): EditSet[] {
  const home = homes.day(channel, day)
  const id = recordIds.brief(home, key)
  const set = (field: string, to: Json): EditSet => ({ record: id, field, to, after: [] })
  return [
    set('place', brief.where ?? { rail: home, where: 'time' }),
    ...(brief.at === undefined ? [] : [set('at', brief.at)]),
    ...(brief.at !== undefined && brief.at > now ? [set('embargo', brief.at)] : []),
    ...(brief.kicker === undefined ? [] : [set('kicker', brief.kicker)]),
    ...(brief.text === undefined ? [] : [set('text', brief.text)]),
    ...(brief.status === undefined ? [] : [set('status', brief.status)]),
  ]
}

/**
 * Drafts of further words right below a brief, in their order and of its time; where it is carried from an
 * earlier day, at their time on this day's rail. `own` are the rail's briefs as they stand.
 */
export function furtherBriefs(
  own: readonly BriefRow[],
  row: BriefRow,
  channel: ChannelKey,
  day: Day,
  texts: readonly string[],
  newKey: () => string,
  now: Instant,
): EditSet[] {
  const at = own.findIndex(({ id }) => id === row.id)
  const next = own.slice(at + 1).find(({ pinned }) => !pinned)
  const where: Wish = { rail: homes.day(channel, day), where: at < 0 ? 'time' : (next?.id ?? 'end') }
  return texts.flatMap((text) => newBrief(channel, day, newKey(), { at: row.at, text, where }, now))
}

/**
 * A new time. On a rail the brief moves to it; a time ahead of now sets the embargo with it, and the
 * two move together while they are equal. The rail stays.
 */
export function retime(record: RecordState, at: Instant, now: Instant): EditSet[] {
  const brief = readBrief(record)
  const rail = placeHome(brief.place)
  const moves = rail !== undefined && !rail.endsWith('/shelf') && !brief.pinned
  return [
    setField(record, record.id, 'at', at),
    ...embargoFor(record, brief, at, now),
    ...(moves ? [place(record, { rail, where: 'time' })] : []),
  ]
}

/** As `retime`, but the brief stays where it stands: how a time is made to fit its place. */
export function retimeInPlace(record: RecordState, at: Instant, now: Instant): EditSet[] {
  return [setField(record, record.id, 'at', at), ...embargoFor(record, readBrief(record), at, now)]
}

function embargoFor(record: RecordState, brief: Brief, at: Instant, now: Instant): EditSet[] {
  const embargo = embargoAt(brief, at, now)
  return embargo === brief.embargo ? [] : [setField(record, record.id, 'embargo', embargo)]
}

/** The embargo that goes with a new time. */
function embargoAt({ embargo, at: before }: Brief, at: Instant, now: Instant): Instant | undefined {
  const together = embargo === undefined || embargo === before
  if (!together) return embargo
  return at > wholeMinute(now) ? at : undefined
}

/** To stand directly above another brief of its rail or shelf, or at the end. */
export function moveAbove(record: RecordState, home: Home, above: RecordId | undefined): EditSet[] {
  const where = above ?? 'end'
  return [place(record, home.endsWith('/shelf') ? { shelf: home, where } : { rail: home, where })]
}

/** Back to where its time belongs on its rail. */
export function sortBack(record: RecordState): EditSet[] {
  const rail = placeHome(readBrief(record).place)
  return rail === undefined || rail.endsWith('/shelf') ? [] : [place(record, { rail, where: 'time' })]
}

export function toShelf(record: RecordState, channel: ChannelKey, where: Wish['where'] = 'top'): EditSet[] {
  return [place(record, { shelf: homes.shelf(channel), where })]
}

/** From the shelf or the discarded onto a day's rail. Without a time it gets the present minute. */
export function toRail(record: RecordState, channel: ChannelKey, day: Day, now: Instant, where: Wish['where'] = 'time'): EditSet[] {
  const at = readBrief(record).at
  return [
    ...(at === undefined ? [setField(record, record.id, 'at', wholeMinute(now))] : []),
    place(record, { rail: homes.day(channel, day), where }),
  ]
}

/** To another rail, with its time there; one without a time stays without. */
export function toOtherRail(record: RecordState, rail: Home, at: Instant | undefined, now: Instant): EditSet[] {
  const timed = at === undefined || at === readBrief(record).at ? [] : retimeInPlace(record, at, now)
  return [...timed, place(record, { rail, where: 'time' })]
}

/** Off every rail and shelf; History and the list of discarded bring it back. */
export function discard(record: RecordState): EditSet[] {
  return [place(record, undefined)]
}

/** Carried briefs or a carried lead taken off this rail alone. */
export function takeOff(records: Records, channel: ChannelKey, day: Day, ...carried: readonly RecordId[]): EditSet[] {
  const id = recordIds.rail(channel, day)
  const record = records.get(id)
  return [setField(record, id, 'off', [...new Set([...readRail(record, id).off, ...carried])])]
}

export function setStatus(record: RecordState | undefined, id: RecordId, status: Status): EditSet[] {
  return [setField(record, id, 'status', status)]
}

/** Pinned briefs stand on top; one that is unpinned goes back to its time. */
export function setPinned(record: RecordState, pinned: boolean): EditSet[] {
  const rail = placeHome(readBrief(record).place)
  const places: EditSet[] = rail === undefined || rail.endsWith('/shelf') ? [] : [place(record, { rail, where: pinned ? 'end' : 'time' })]
  return [setField(record, record.id, 'pinned', pinned), ...places]
}

/** Another image, or none: what was said of the one before does not hold for it. */
export function setImage(record: RecordState | undefined, id: RecordId, image: Image | undefined): EditSet[] {
  const words = (['imageAlt', 'imageCredit'] as const).filter((field) => valueOf(record, field) !== undefined)
  return [setField(record, id, 'image', image), ...words.map((field) => setField(record, id, field, undefined))]
}

/** The same image cut around another point. */
export function setCrops(record: RecordState | undefined, id: RecordId, image: Image): EditSet[] {
  return [setField(record, id, 'image', image)]
}

const copied = ['kicker', 'headline', 'text', 'link', 'source', 'tags', ...imageFieldNames, 'note'] as const

/** A draft with the same words and time, on a day's rail. It knows what it is a copy of. */
export function duplicate(record: RecordState, channel: ChannelKey, day: Day, key: string): EditSet[] {
  const home = homes.day(channel, day)
  const { at, embargo } = readBrief(record)
  return copy(record, recordIds.brief(home, key), { at, embargo, where: { rail: home, where: 'time' } })
}

/** As `duplicate`, onto any rail and with its time there. `id` is that of the copy. */
export function copyTo(record: RecordState, id: RecordId, where: Wish, at: Instant | undefined, now: Instant): EditSet[] {
  const brief = readBrief(record)
  const embargo = at === undefined || at === brief.at ? brief.embargo : embargoAt(brief, at, now)
  return copy(record, id, { at, embargo, where })
}

interface Copied {
  readonly at: Instant | undefined
  readonly embargo: Instant | undefined
  readonly where: Wish
}

function copy(record: RecordState, id: RecordId, { at, embargo, where }: Copied): EditSet[] {
  const set = (field: string, to: Json | undefined): EditSet[] => (to === undefined ? [] : [{ record: id, field, to, after: [] }])
  return [
    ...set('at', at),
    ...set('embargo', embargo),
    ...copied.flatMap((field) => set(field, valueOf(record, field))),
    ...set('copyOf', record.id),
    ...set('place', where),
  ]
}

/** A decision in a conflict: the value that holds, in place of all that were written. */
export function choose(record: RecordState, conflict: Conflict, to: Json | undefined): EditSet {
  return { record: record.id, field: conflict.field, ...(to === undefined ? {} : { to }), after: writesOf(record, conflict.field) }
}

/** What an act did, for naming it: "Undid: moved Congo". */
export type ActName =
  | 'new'
  | 'copied'
  | 'discarded'
  | 'shelved'
  | 'moved'
  | 'otherRail'
  | 'retimed'
  | 'embargo'
  | 'status'
  | 'pinned'
  | 'kept'
  | 'checks'
  | 'corrected'
  | 'takenDown'
  | 'reinstated'
  | 'words'
  | 'image'
  | 'lead'
  | 'discussion'
  | 'takenOff'
  | 'several'
  | 'settings'
  | 'channelAdded'
  | 'channelArchived'
  | 'channelBack'
  | 'channelsMoved'

type ActSet = Pick<FieldSet, 'record' | 'field' | 'from' | 'to'>

/** What the sets of one record come to, by field: what stood before the first of a field and stands after its last. */
export function netOf<S extends ActSet>(sets: readonly S[]): Map<string, S> {
  const fields = new Map<string, S>()
  for (const set of sets) fields.set(set.field, { ...set, from: (fields.get(set.field) ?? set).from })
  return fields
}

/** Names an act by its sets, in their order. */
export function actName(sets: readonly ActSet[]): ActName {
  if (sets.length > 0 && sets.every(({ record, field }) => kindOf(record) === 'channel' && field === 'rank')) return 'channelsMoved'
  const records = new Map<RecordId, ActSet[]>()
  for (const set of sets) {
    const own = records.get(set.record)
    if (own === undefined) records.set(set.record, [set])
    else own.push(set)
  }
  const names = new Set([...records].map(([id, own]) => nameOfOne(id, own)))
  const [name] = names
  return names.size === 1 && name !== undefined ? name : 'several'
}

/** By how many minutes an act on several briefs shifted their times; undefined where that is not what it did. */
export function shiftOf(sets: readonly ActSet[]): number | undefined {
  const shifts = new Set(
    sets
      .filter(({ field }) => field === 'at')
      .map(({ from, to }) => (typeof from === 'string' && typeof to === 'string' ? minutesBetween(from, to) : NaN)),
  )
  const [minutes] = shifts
  return actName(sets) === 'retimed' && shifts.size === 1 && !Number.isNaN(minutes) ? minutes : undefined
}

function nameOfOne(id: RecordId, sets: readonly ActSet[]): ActName {
  const kind = kindOf(id)
  const fields = netOf(sets)
  if (kind === 'lead') return 'lead'
  if (kind === 'rail') return fields.has('off') ? 'takenOff' : 'discussion'
  if (kind === 'channel') return channelActName(fields)
  if (kind !== 'brief') return 'settings'
  return briefActName(fields)
}

function channelActName(fields: ReadonlyMap<string, Pick<FieldSet, 'from' | 'to'>>): ActName {
  const [title, archived] = [fields.get('title'), fields.get('archived')]
  if (title !== undefined && title.from === undefined) return 'channelAdded'
  if (archived === undefined) return 'settings'
  return archived.to === true ? 'channelArchived' : 'channelBack'
}

function briefActName(fields: ReadonlyMap<string, Pick<FieldSet, 'from' | 'to'>>): ActName {
  const down = fields.get('takenDown')
  if (down !== undefined) return down.to === undefined ? 'reinstated' : 'takenDown'
  const placed = fields.get('place')
  if (placed !== undefined && placed.to === undefined) return 'discarded'
  if (placed !== undefined && placed.from === undefined) return fields.has('copyOf') ? 'copied' : 'new'
  if (placed !== undefined) {
    const from = placeHome(readPlace(placed.from)) ?? ''
    const to = placeHome(readPlace(placed.to)) ?? ''
    if (from !== to) return to.endsWith('/shelf') ? 'shelved' : from.endsWith('/shelf') ? 'moved' : 'otherRail'
  }
  if (fields.has('at')) return 'retimed'
  if (fields.has('embargo')) return 'embargo'
  if (fields.has('status')) return 'status'
  if (fields.has('pinned')) return 'pinned'
  if (fields.has('keep')) return 'kept'
  if (fields.has('silenced') || fields.has('sendAnyway')) return 'checks'
  if (fields.has('corrections')) return 'corrected'
  if (placed !== undefined) return 'moved'
  return fields.has('image') ? 'image' : 'words'
}
