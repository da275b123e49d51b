/** The records in memory and where they stand, and a batch of acts that is not flushed yet laid over them. */
import { apply, type Change, type Records, type RecordState } from '../../core/change.ts'
import type { Home, RecordId } from '../../core/ids.ts'
import { placedOn } from './homes-of.ts'

/** Records and, as an index, which of them each rail and shelf shows. */
export class LiveRecords {
  readonly records = new Map<RecordId, RecordState>()
  readonly #placed = new Map<Home, Set<RecordId>>()

  put(record: RecordState): void {
    const [before, now] = [placedOn(this.records.get(record.id)), placedOn(record)]
    this.records.set(record.id, record)
    if (before === now) return
    if (before !== undefined) this.#placed.get(before)?.delete(record.id)
    if (now === undefined) return
    const there = this.#placed.get(now)
    if (there === undefined) this.#placed.set(now, new Set([record.id]))
    else there.add(record.id)
  }

  /** Records that a rail or shelf shows, those of other homes too, in no order. */
  placed(home: Home): RecordId[] {
    return [...(this.#placed.get(home) ?? [])]
  }
}

/** What the records will be once the acts of a batch are flushed. It costs what the batch touches, whatever the library's size. */
export class Batch implements Records {
  readonly #live: LiveRecords
  readonly #over = new Map<RecordId, RecordState>()

  constructor(live: LiveRecords) {
    this.#live = live
  }

  apply(change: Change): void {
    for (const record of apply(this, change)) this.#over.set(record.id, record)
  }

  /** The records that differ from what is live. */
  get changed(): Iterable<RecordState> {
    return this.#over.values()
  }

  readonly placed = (home: Home): RecordId[] => [
    ...this.#live.placed(home).filter((id) => !this.#over.has(id)),
    ...[...this.#over.values()].filter((record) => placedOn(record) === home).map((record) => record.id),
  ]

  get(id: RecordId): RecordState | undefined {
    return this.#over.get(id) ?? this.#live.records.get(id)
  }

  has(id: RecordId): boolean {
    return this.#over.has(id) || this.#live.records.has(id)
  }

  get size(): number {
    return this.#live.records.size + [...this.#over.keys()].filter((id) => !this.#live.records.has(id)).length
  }

  *entries(): MapIterator<[RecordId, RecordState]> {
    for (const [id, record] of this.#live.records) yield [id, this.#over.get(id) ?? record]
    for (const [id, record] of this.#over) if (!this.#live.records.has(id)) yield [id, record]
  }

  *keys(): MapIterator<RecordId> {
    for (const [id] of this.entries()) yield id
  }

  *values(): MapIterator<RecordState> {
    for (const [, record] of this.entries()) yield record
  }

  [Symbol.iterator](): MapIterator<[RecordId, RecordState]> {
    return this.entries()
  }

  forEach(act: (record: RecordState, id: RecordId, records: Records) => void): void {
    for (const [id, record] of this.entries()) act(record, id, this)
  }
}
