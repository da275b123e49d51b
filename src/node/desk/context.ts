/** What every act of a desk works with. */
import { setsInOrder, type Change, type FieldSet, type Records } from '../../core/change.ts'
import type { DeskEvent } from '../../core/contract/event.ts'
import { acceptEdit, type EditSet, type Placed } from '../../core/edit.ts'
import type { ChannelKey, Day, Instant, RecordId } from '../../core/ids.ts'
import { recordIds } from '../../core/ids.ts'
import type { Channel } from '../../core/model/channel.ts'
import { readChannel, readTarget } from '../../core/records.ts'
import type { Target } from '../../core/model/target.ts'
import { DeskError } from '../failure.ts'
import type { Library } from '../library/library.ts'

/** An event before the host numbers it. */
export type Unnumbered = DeskEvent extends infer E ? (E extends DeskEvent ? Omit<E, 'n'> : never) : never

export interface DeskContext {
  readonly library: Library
  readonly now: () => Instant
  /** The person at this machine. */
  readonly person: RecordId
  /** Where a folder target lies on this machine; undefined where it was never bound here. */
  readonly folderOf: (target: RecordId) => Promise<string | undefined>
  readonly emit: (event: Unnumbered) => void
  /** What each window is editing. */
  readonly editing: Map<string, RecordId>
}

/** The channel of a key. */
export function channelOf(records: Records, key: ChannelKey): Channel {
  const record = records.get(recordIds.channel(key))
  if (record === undefined) throw new DeskError('not-found', 'There is no such channel in this library.', { field: 'channel' })
  return readChannel(record)
}

/** A target in use. */
export function targetOf(records: Records, id: RecordId): Target {
  const record = records.get(id)
  const target = record && readTarget(record)
  if (target === undefined || target.removed)
    throw new DeskError('not-found', 'There is no such target in this library.', { field: 'target' })
  return target
}

/** The sample launches to a zip or the preview only: nothing of it may get onto a site. */
export function refuseSample(channel: Channel): void {
  if (channel.sample) throw new DeskError('refused', 'The sample launches to a zip or the preview only.', { field: 'target' })
}

export interface ChangeExtras {
  readonly step?: string | undefined
  readonly undoes?: readonly string[] | undefined
}

/** Records sets made from the records as they are when their turn comes; answers the change, undefined where there was nothing to set. */
export function record(
  context: DeskContext,
  make: (records: Records, placed: Placed) => readonly FieldSet[],
  extras: ChangeExtras = {},
): Promise<Change | undefined> {
  const { library, now, person } = context
  return library.commit((records, id, placed) => {
    const recordsOn: Placed = (home) => placed(home).flatMap((one) => records.get(one) ?? [])
    const sets = setsInOrder(make(records, recordsOn))
    if (sets.length === 0) return { result: undefined }
    const change: Change = {
      id,
      at: now(),
      by: person,
      sets,
      ...(extras.step === undefined ? {} : { step: extras.step }),
      ...(extras.undoes === undefined ? {} : { undoes: extras.undoes }),
    }
    return { change, result: change }
  })
}

/** A channel's day. */
export interface RailName {
  readonly channel: ChannelKey
  readonly day: Day
}

/** Records an edit, completed as the records are when its turn comes. */
export async function recordEdit(context: DeskContext, sets: readonly EditSet[], extras: ChangeExtras = {}): Promise<Change> {
  const change = await record(context, (records, placed) => acceptEdit(records, placed, sets), extras)
  if (change === undefined) throw new Error('An edit sets something.')
  return change
}
