/** What readers can read now: the newest edition of each launched day, and what stands in targets. */
import type { Edition, EditionId } from '../../core/edition.ts'
import type { ChannelKey, Day, RecordId } from '../../core/ids.ts'
import { shows } from '../../core/takedown.ts'
import type { Target } from '../../core/model/target.ts'
import { ofKind, readTarget } from '../../core/records.ts'
import type { EditionName } from '../library/editions.ts'
import { LibraryError } from '../library/library-error.ts'
import type { Library } from '../library/library.ts'

/** An edition in a place of a target: there whole, or begun to be sent there. */
export interface Stand {
  readonly target: Target
  /** `''` for the target's root, or a day's folder. */
  readonly place: string
  readonly day: Day
  readonly edition: EditionId
}

export class Pages {
  readonly #library: Library
  /** Editions never change. Kept are those of the days that are looked at again and again. */
  readonly #read = new Map<string, Promise<Edition | undefined>>()
  readonly #named = new Map<string, Promise<boolean>>()

  constructor(library: Library) {
    this.#library = library
  }

  /** The newest edition of every launched day of a channel, by name. */
  async newest(channel: ChannelKey): Promise<readonly EditionName[]> {
    const names = await this.#library.editions.list(channel)
    return [...new Map(names.map((name) => [name.day, name])).values()]
  }

  /** An edition; undefined where there is none that can be read. */
  async read(channel: ChannelKey, { day, id }: EditionName): Promise<Edition | undefined> {
    const key = `${channel}/${day}/${id}`
    const known = this.#read.get(key) ?? this.#library.editions.read(channel, day, id).catch(unlessDamaged)
    this.#read.set(key, known)
    known.catch(() => this.#read.delete(key))
    return known
  }

  /** Whether an edition names any of these records. */
  async names(channel: ChannelKey, name: EditionName, records: Iterable<RecordId>): Promise<boolean> {
    for (const record of records) {
      const key = `${channel}/${name.day}/${name.id} ${record}`
      const known = this.#named.get(key) ?? this.#library.editions.names(channel, name, record)
      this.#named.set(key, known)
      known.catch(() => this.#named.delete(key))
      if (await known) return true
    }
    return false
  }

  /** The newest editions of a channel's days that show readers any of these briefs. */
  async showing(channel: ChannelKey, records: ReadonlySet<RecordId>): Promise<Edition[]> {
    const found: Edition[] = []
    for (const name of await this.newest(channel)) {
      if (!(await this.names(channel, name, records))) continue
      const edition = await this.read(channel, name)
      if (edition !== undefined && shows(edition, records)) found.push(edition)
    }
    return found
  }

  /** Where readers can read any of these briefs in targets, removed ones included, as far as this library sent it there. */
  async readable(records: ReadonlySet<RecordId>): Promise<Stand[]> {
    const stands = ofKind(this.#library.records.values(), 'target').map(readTarget).flatMap(standsIn)
    const found: Stand[] = []
    for (const stand of stands) {
      const edition = await this.read(stand.target.channel, { day: stand.day, id: stand.edition })
      if (edition !== undefined && shows(edition, records)) found.push(stand)
    }
    return found
  }
}

function standsIn(target: Target): Stand[] {
  const { sent, sending } = target
  const whole = Object.entries(sent).map(([place, { day, edition }]): Stand => ({ target, place, day, edition }))
  const begun = sending !== undefined && sent[sending.place]?.edition !== sending.edition
  return begun ? [...whole, { target, place: sending.place, day: sending.day, edition: sending.edition }] : whole
}

function unlessDamaged(error: unknown): undefined {
  if (!(error instanceof LibraryError && error.code === 'damaged')) throw error
  return undefined
}
