/**
 * Acts on several briefs, each the sets of one edit, so that one undo takes back all. Rows come in the order of
 * the board and keep it wherever they go.
 */
import { copyTo, duplicate, retime, setField, setPinned, setStatus, toOtherRail, toShelf } from './acts.ts'
import { addMinutes, daysBetween, daysLater, type SameTime } from './clock.ts'
import type { EditSet, Wish } from './edit.ts'
import { dayOfHome, homes, recordIds, type ChannelKey, type Day, type Home, type Instant, type RecordId } from './ids.ts'
import { placeHome } from './model/brief.ts'
import type { BriefRow } from './rail.ts'

/** For acts that place a brief above those of its time, or on top: the one placed last stands first. */
function lastFirst(rows: readonly BriefRow[], act: (row: BriefRow, index: number) => EditSet[]): EditSet[] {
  return rows.map(act).reverse().flat()
}

/** All times later by so many minutes (earlier where negative), each embargo with its time as in `retime`. One without a time has none to shift. */
export function shiftTimes(rows: readonly BriefRow[], minutes: number, now: Instant): EditSet[] {
  return lastFirst(rows, (row) => (row.at === undefined ? [] : retime(row.record, addMinutes(row.at, minutes), now)))
}

/** Adds tags and takes others away; a brief that this leaves as it is gets no set. */
export function changeTags(rows: readonly BriefRow[], added: readonly string[], removed: ReadonlySet<string>): EditSet[] {
  return rows.flatMap(({ record, brief: { tags } }) => {
    const to = [...new Set([...tags.filter((tag) => !removed.has(tag)), ...added])]
    const same = to.length === tags.length && to.every((tag, index) => tag === tags[index])
    return same ? [] : [setField(record, record.id, 'tags', to)]
  })
}

/** Makes all ready where one is a draft, else all drafts. What is retracted stays so, unless it is the only one. */
export function readyOrDraft(rows: readonly BriefRow[]): { readonly to: 'ready' | 'draft'; readonly sets: EditSet[] } {
  const to = rows.some(({ brief }) => brief.status === 'draft') ? 'ready' : 'draft'
  const wanted = rows.length === 1 ? rows : rows.filter(({ brief }) => brief.status !== 'retracted' && brief.status !== to)
  return { to, sets: wanted.flatMap((row) => setStatus(row.record, row.id, to)) }
}

/** Pins all where one is not, else unpins all. */
export function pinOrUnpin(rows: readonly BriefRow[]): { readonly to: 'pinned' | 'unpinned'; readonly sets: EditSet[] } {
  const pinned = rows.some((row) => !row.pinned)
  const wanted = rows.filter((row) => row.pinned !== pinned)
  const sets = pinned ? wanted.flatMap((row) => setPinned(row.record, true)) : lastFirst(wanted, (row) => setPinned(row.record, false))
  return { to: pinned ? 'pinned' : 'unpinned', sets }
}

/** On top where nothing else is said. */
export function allToShelf(rows: readonly BriefRow[], channel: ChannelKey, where: Wish['where'] = 'top'): EditSet[] {
  const act = (row: BriefRow): EditSet[] => toShelf(row.record, channel, where)
  return where === 'top' ? lastFirst(rows, act) : rows.flatMap(act)
}

/**
 * Above which brief (none: at the end) some of a group stand once they went one up or down together; undefined where
 * they can go no further.
 */
export function besideBlock(
  group: readonly BriefRow[],
  moved: ReadonlySet<RecordId>,
  by: 1 | -1,
): { readonly above: RecordId | undefined } | undefined {
  const first = group.findIndex(({ id }) => moved.has(id))
  const last = group.findLastIndex(({ id }) => moved.has(id))
  const isAtEdge = by < 0 ? first <= 0 : last === group.length - 1
  // What lies apart first comes together.
  if (isAtEdge && last - first + 1 === moved.size) return undefined
  if (by < 0) return { above: group[Math.max(first - 1, 0)]?.id }
  return { above: group[last + 2]?.id }
}

/** Where briefs are to go. */
export interface Destination {
  readonly channel: ChannelKey
  readonly day: Day
  /** Whether they keep the time of the clock on that day, or the instant. */
  readonly sameTime: boolean
}

/** A brief's time once it stands on another rail; undefined for one without. `zone` is that of the channel it comes from. */
export function timeThere({ at, brief }: BriefRow, { day, sameTime }: Destination, zone: string): SameTime | undefined {
  if (at === undefined) return undefined
  const from = dayOfHome(placeHome(brief.place) ?? '')?.day
  return daysLater(at, sameTime && from !== undefined ? daysBetween(from, day) : 0, zone)
}

/** Moves to another rail. `times` says each brief's time there; a pinned one stays pinned. */
export function moveToRail(
  rows: readonly BriefRow[],
  { channel, day }: Destination,
  times: ReadonlyMap<RecordId, Instant>,
  now: Instant,
): EditSet[] {
  return lastFirst(rows, (row) => toOtherRail(row.record, homes.day(channel, day), times.get(row.id), now))
}

/** Each as a draft with the same words and time, on a day's rail. `keys` make their ids. */
export function duplicateAll(rows: readonly BriefRow[], channel: ChannelKey, day: Day, keys: readonly string[]): EditSet[] {
  return lastFirst(rows, (row, index) => duplicate(row.record, channel, day, keys[index] ?? ''))
}

/** Copies to another rail, as drafts. They are made on this one (`made`), where undo finds them. `keys` make their ids. */
export function copyToRail(
  rows: readonly BriefRow[],
  { channel, day }: Destination,
  times: ReadonlyMap<RecordId, Instant>,
  now: Instant,
  { made, keys }: { readonly made: Home; readonly keys: readonly string[] },
): EditSet[] {
  const rail = homes.day(channel, day)
  return lastFirst(rows, (row, index) =>
    copyTo(row.record, recordIds.brief(made, keys[index] ?? ''), { rail, where: 'time' }, times.get(row.id), now),
  )
}
