/** A desk without a disk, for tests of core: edits are accepted and applied as the desk does it. */
import { apply, setsInOrder, type Change, type RecordState } from '../../src/core/change.ts'
import { acceptEdit, type EditSet } from '../../src/core/edit.ts'
import { changeId, recordIds, type Instant, type RecordId } from '../../src/core/ids.ts'
import { placeHome } from '../../src/core/model/brief.ts'
import type { Json } from '../../src/core/model/field.ts'
import type { Channel } from '../../src/core/model/channel.ts'
import { newBrief, setField, type NewBrief } from '../../src/core/acts.ts'
import { board, rowOf, type Board, type BoardContext } from '../../src/core/rail.ts'
import { readChannel } from '../../src/core/records.ts'
import type { Page } from '../../src/core/edition.ts'

export const channelKey = 'world-1'
export const day = '2026-04-15'
export const home = `${channelKey}/${day}`

export class Newsroom {
  readonly records = new Map<RecordId, RecordState>()
  readonly log: Change[] = []
  now: Instant = `${day}T20:00:00.000Z`
  by = 'library/person-ana'
  #keys = 0

  constructor(fields: Partial<Channel> = {}) {
    const id = recordIds.channel(channelKey)
    const given = { title: 'World', railTitle: 'Read next', language: 'en', zone: 'Europe/Vilnius', ...fields }
    this.edit(Object.entries(given).map(([field, to]) => setField(undefined, id, field, to as Json)))
  }

  get channel(): Channel {
    return readChannel(this.records.get(recordIds.channel(channelKey))!)
  }

  edit(sets: readonly EditSet[], more: Partial<Change> = {}): Change {
    const placed = (there: string) =>
      [...this.records.values()].filter((record) => record.id.includes('/brief-') && placeHome(rowOf(record).brief.place) === there)
    return this.record(acceptEdit(this.records, placed, sets), more)
  }

  record(sets: Change['sets'], more: Partial<Change> = {}): Change {
    const change: Change = {
      id: changeId(this.log.length + 1, 'a'.repeat(16)),
      at: this.now,
      by: this.by,
      sets: setsInOrder(sets),
      ...more,
    }
    this.log.push(change)
    for (const record of apply(this.records, change)) this.records.set(record.id, record)
    return change
  }

  /** A ready brief at a local time of the day; answers its id. */
  brief(time: string, kicker: string, more: NewBrief & { day?: string } = {}): RecordId {
    const key = `k${String((this.#keys += 1))}`
    const on = more.day ?? day
    const at = new Date(`${on}T${time}:00+03:00`).toISOString()
    this.edit(newBrief(channelKey, on, key, { at, kicker, text: `What happened with ${kicker}.`, status: 'ready', ...more }, this.now))
    return recordIds.brief(`${channelKey}/${on}`, key)
  }

  get(id: RecordId): RecordState {
    return this.records.get(id)!
  }

  board(base?: Page, earlier?: Page, on = day): Board {
    return board(this.records, this.context(base, earlier, on))
  }

  context(base?: Page, earlier?: Page, on = day): BoardContext {
    return { channel: this.channel, day: on, now: this.now, base, earlier }
  }

  kickers(on = day): string[] {
    return this.board(undefined, undefined, on).own.map((row) => row.brief.kicker)
  }
}
