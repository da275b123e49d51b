/** What an editor does, as the sets of an edit. Each names the writes its fields show, in the state the act was made on. */
import { valueOf, writesOf, writesShown, type Conflict, type FieldSet, type Records, type RecordState } from './change.ts'
import { wholeMinute } from './clock.ts'
import type { EditSet, Wish } from './edit.ts'
import { homes, kindOf, recordIds, type ChannelKey, type Day, type Home, type Instant, type RecordId } from './ids.ts'
import { placeHome, type Brief, type Status } from './model/brief.ts'
import type { Json } from './model/field.ts'
import { imageFieldNames, type Image } from './model/image.ts'
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

function embargoFor(record: RecordState, { embargo, at: before }: Brief, at: Instant, now: Instant): EditSet[] {
  const together = embargo === undefined || embargo === before
  if (!together) return []
  if (at > wholeMinute(now)) return [setField(record, record.id, 'embargo', at)]
  return embargo === undefined ? [] : [setField(record, record.id, 'embargo', undefined)]
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

export function toShelf(record: RecordState, channel: ChannelKey): EditSet[] {
  return [place(record, { shelf: homes.shelf(channel), where: 'top' })]
}

/** From the shelf or the discarded onto a day's rail. Without a time it gets the present minute. */
export function toRail(record: RecordState, channel: ChannelKey, day: Day, now: Instant): EditSet[] {
  const at = readBrief(record).at
  return [
    ...(at === undefined ? [setField(record, record.id, 'at', wholeMinute(now))] : []),
    place(record, { rail: homes.day(channel, day), where: 'time' }),
  ]
}

/** Off every rail and shelf; History and the list of discarded bring it back. */
export function discard(record: RecordState): EditSet[] {
  return [place(record, undefined)]
}

/** A carried brief or lead taken off this rail alone. */
export function takeOff(records: Records, channel: ChannelKey, day: Day, carried: RecordId): EditSet[] {
  const id = recordIds.rail(channel, day)
  const record = records.get(id)
  return [setField(record, id, 'off', [...new Set([...readRail(record, id).off, carried])])]
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

const copied = ['at', 'kicker', 'headline', 'text', 'link', 'source', 'tags', ...imageFieldNames, 'embargo', 'note'] as const

/** A draft with the same words, directly below. It knows what it is a copy of. */
export function duplicate(record: RecordState, channel: ChannelKey, day: Day, key: string): EditSet[] {
  const home = homes.day(channel, day)
  const id = recordIds.brief(home, key)
  const fields = copied.flatMap((field): EditSet[] => {
    const to = valueOf(record, field)
    return to === undefined ? [] : [{ record: id, field, to, after: [] }]
  })
  return [
    ...fields,
    { record: id, field: 'copyOf', to: record.id, after: [] },
    { record: id, field: 'place', to: { rail: home, where: 'time' }, after: [] },
  ]
}

/** A decision in a conflict: the value that holds, in place of all that were written. */
export function choose(record: RecordState, conflict: Conflict, to: Json | undefined): EditSet {
  return { record: record.id, field: conflict.field, ...(to === undefined ? {} : { to }), after: writesOf(record, conflict.field) }
}

/** What an act did, for naming it: "Undid: moved Congo". */
export type ActName =
  | 'new'
  | 'discarded'
  | 'shelved'
  | 'moved'
  | 'retimed'
  | 'embargo'
  | 'status'
  | 'pinned'
  | 'checks'
  | 'words'
  | 'image'
  | 'lead'
  | 'discussion'
  | 'takenOff'
  | 'several'
  | 'settings'

type ActSet = Pick<FieldSet, 'record' | 'field' | 'from' | 'to'>

/** What the sets of one record come to, by field: what stood before the first of a field and stands after its last. */
export function netOf<S extends ActSet>(sets: readonly S[]): Map<string, S> {
  const fields = new Map<string, S>()
  for (const set of sets) fields.set(set.field, { ...set, from: (fields.get(set.field) ?? set).from })
  return fields
}

/** Names an act by its sets, in their order. */
export function actName(sets: readonly ActSet[]): ActName {
  const kind = kindOf(sets[0]?.record ?? '')
  if (new Set(sets.map((set) => set.record)).size > 1) return 'several'
  const fields = netOf(sets)
  if (kind === 'lead') return 'lead'
  if (kind === 'rail') return fields.has('off') ? 'takenOff' : 'discussion'
  if (kind !== 'brief') return 'settings'
  return briefActName(fields)
}

function briefActName(fields: ReadonlyMap<string, Pick<FieldSet, 'from' | 'to'>>): ActName {
  const placed = fields.get('place')
  if (placed !== undefined && placed.to === undefined) return 'discarded'
  if (placed !== undefined && placed.from === undefined) return 'new'
  if (placed?.to !== undefined && typeof placed.to === 'object' && placed.to !== null && 'shelf' in placed.to) return 'shelved'
  if (fields.has('at')) return 'retimed'
  if (fields.has('embargo')) return 'embargo'
  if (fields.has('status')) return 'status'
  if (fields.has('pinned')) return 'pinned'
  if (fields.has('silenced') || fields.has('sendAnyway')) return 'checks'
  if (placed !== undefined) return 'moved'
  return fields.has('image') ? 'image' : 'words'
}
