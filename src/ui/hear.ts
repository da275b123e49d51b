/** How a change that is heard meets the records a window holds, which are those of one day and what it carries. */
import { apply, setsByRecord, type Change, type FieldSet, type Records } from '../core/change.ts'
import { channelOf, dayOfHome, homeOf, homes, kindOf, libraryHome, type ChannelKey, type Day, type RecordId } from '../core/ids.ts'
import { placeHome, readPlace } from '../core/model/brief.ts'

export interface Here {
  readonly channel: ChannelKey
  readonly day: Day
}

export interface Met {
  /** The same map where nothing in it changed. */
  readonly records: Records
  /** Whether the state must be asked for again: the change brings here a record whose other fields are not known. */
  readonly ask: boolean
}

/** Applies what of a change is known here; records of other places are left out. */
export function meet(records: Records, change: Change, here: Here): Met {
  const fates = new Map([...setsByRecord(change)].map(([id, sets]) => [id, fateOf(records, sets, id, here)]))
  const sets = change.sets.filter((set) => fates.get(set.record) === 'apply')
  const ask = [...fates.values()].includes('ask')
  if (sets.length === 0) return { records, ask }
  const changed = apply(records, { ...change, sets })
  if (changed.length === 0) return { records, ask }
  const next = new Map(records)
  for (const record of changed) next.set(record.id, record)
  return { records: next, ask }
}

function fateOf(records: Records, sets: readonly FieldSet[], id: RecordId, here: Here): 'apply' | 'ask' | 'ignore' {
  const home = homeOf(id)
  if (records.has(id) || home === libraryHome) return 'apply'
  // A rail and its lead are never created: one that is not known is empty.
  if (kindOf(id) !== 'brief') return home === homes.day(here.channel, here.day) ? 'apply' : 'ignore'
  const place = sets.find((set) => set.field === 'place')
  if (place === undefined || !isHere(place, id, here)) return 'ignore'
  const whole = sets.every((set) => set.after.length === 0 && set.from === undefined)
  return whole ? 'apply' : 'ask'
}

/** Whether a brief so placed is shown here: on this rail, on one it may carry from, on the shelf, or among the discarded. */
function isHere(place: FieldSet, id: RecordId, { channel, day }: Here): boolean {
  const home = placeHome(readPlace(place.to))
  if (home === undefined) return channelOf(id) === channel
  if (home === homes.shelf(channel)) return true
  const there = dayOfHome(home)
  return there?.channel === channel && there.day <= day
}
