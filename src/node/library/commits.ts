/** Group commit: acts wait for the flush before them, then share one. */
import type { Change, Records } from '../../core/change.ts'
import { changeId, homeOf, type ChangeId, type Home, type Opening, type RecordId } from '../../core/ids.ts'
import { format } from '../../core/model/kinds.ts'
import { decodeChange } from './decode.ts'
import type { LibraryFolder } from './folder.ts'
import type { Homes } from './homes.ts'
import type { Journals } from './journals.ts'
import { Batch } from './live.ts'
import { inTurns } from './turns.ts'

/**
 * Makes an act's change from the records as they then are. `id` is what the change must be called;
 * `placed` tells what a rail or shelf shows, as `Library.placed` does, acts of the same batch included.
 */
export type Make<T> = (
  records: Records,
  id: ChangeId,
  placed: (home: Home) => RecordId[],
) => { readonly change?: Change | undefined; readonly result: T }

/** An act of a batch; `run` makes its change and the answer to give once that is flushed. */
interface Act {
  readonly run: (batch: Batch, id: ChangeId) => { readonly change: Change | undefined; readonly answer: () => void }
  readonly reject: (reason: Error) => void
}

export class Commits {
  readonly #folder: LibraryFolder
  readonly #journals: Journals
  readonly #homes: Homes
  readonly #opening: Opening
  readonly #flushed: (changes: readonly Change[]) => void
  readonly #turn = inTurns()
  #waiting: Act[] = []

  /** `flushed` is told the changes of each batch, once they are in the records. */
  constructor(folder: LibraryFolder, journals: Journals, homes: Homes, opening: Opening, flushed: (changes: readonly Change[]) => void) {
    this.#folder = folder
    this.#journals = journals
    this.#homes = homes
    this.#opening = opening
    this.#flushed = flushed
  }

  commit<T>(make: Make<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run: Act['run'] = (batch, id) => {
        const { change, result } = make(batch, id, batch.placed)
        return {
          change: change && this.#accepted(change, id),
          answer: () => {
            resolve(result)
          },
        }
      }
      this.#waiting.push({ run, reject })
      if (this.#waiting.length === 1) void this.#turn(() => this.#flush())
    })
  }

  /** Runs an act between two batches. */
  between<T>(act: () => Promise<T>): Promise<T> {
    return this.#turn(act)
  }

  async #flush(): Promise<void> {
    const acts = this.#waiting
    this.#waiting = []
    const batch = new Batch(this.#homes.live)
    const { made, changes } = this.#make(acts, batch)
    try {
      if (changes.length > 0) {
        this.#folder.mustWrite()
        await this.#journals.append(changes)
      }
    } catch (error) {
      const failed = this.#folder.failed(error, 'The last edit was not saved; all that was saved before it is safe.')
      for (const { act } of made) act.reject(failed)
      return
    }
    this.#homes.take(changes, batch)
    for (const { answer } of made) answer()
    this.#flushed(changes)
  }

  #make(acts: readonly Act[], batch: Batch): { made: { act: Act; answer: () => void }[]; changes: Change[] } {
    const made: { act: Act; answer: () => void }[] = []
    const changes: Change[] = []
    for (const act of acts) {
      try {
        const { change, answer } = act.run(batch, changeId(this.#homes.highest + changes.length + 1, this.#opening))
        if (change !== undefined) {
          batch.apply(change)
          changes.push(change)
        }
        made.push({ act, answer })
      } catch (error) {
        act.reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    return { made, changes }
  }

  /** The change as its line will be read again: what is not on disk shall not be in memory either. */
  #accepted(change: Change, id: ChangeId): Change {
    const kept = decodeChange(JSON.parse(JSON.stringify(change)), format)
    if (kept?.id !== id) throw new Error(`Not a change ${id}: ${JSON.stringify(change)}`)
    const stranger = kept.sets.find((set) => !this.#homes.isLoaded(homeOf(set.record)))
    if (stranger !== undefined) throw new Error(`The home of ${stranger.record} is not loaded.`)
    return kept
  }
}
