/** What holds of a library's channels whoever edits them. */
import type { Change, Records } from '../../core/change.ts'
import { channelsInUse } from '../../core/channels.ts'
import type { EditSet } from '../../core/edit.ts'
import { keyOf, kindOf, type ChannelKey } from '../../core/ids.ts'
import { DeskError } from '../failure.ts'
import type { Library } from '../library/library.ts'

/** Refuses an edit that would leave a library without a channel in use: nothing could be shown. */
export function keepAChannel(records: Records, sets: readonly EditSet[]): void {
  const archived = new Set(sets.filter(({ record, field, to }) => isChannel(record) && field === 'archived' && to === true).map(keyOfSet))
  if (archived.size === 0 || channelsInUse(records.values()).some(({ key }) => !archived.has(key))) return
  throw new DeskError('refused', 'This is the last channel in use. Add another, or bring one back, before it is archived.', {
    field: 'archived',
  })
}

/**
 * Whether undo on a channel's rail may take back a change of channels: of the one in view, or of which there are
 * and in what order. Of a channel that holds something, or is the last, the making is not taken back.
 */
export async function isUndoable(library: Library, change: Change, inView: ChannelKey): Promise<boolean> {
  const sets = change.sets.filter(({ record }) => isChannel(record))
  if (!sets.some((set) => keyOfSet(set) === inView || set.field === 'archived' || set.field === 'rank')) return false
  const made = sets.filter(({ field, from }) => field === 'title' && from === undefined).map(keyOfSet)
  const others = channelsInUse(library.records.values()).some(({ key }) => !made.includes(key))
  const days = await Promise.all(made.map((key) => library.days(key)))
  return made.length === 0 || (others && days.every(({ length }) => length === 0))
}

function isChannel(record: string): boolean {
  return kindOf(record) === 'channel'
}

function keyOfSet({ record }: { readonly record: string }): ChannelKey {
  return keyOf(record)
}
