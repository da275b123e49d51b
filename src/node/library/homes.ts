/** The loaded homes: their records in memory, read from files once and written back as checkpoints. */
import { dirname } from 'node:path'
import { replay, union, type Change, type RecordState } from '../../core/change.ts'
import { homeOf, isHome, libraryHome, numberOf, type Home, type RecordId } from '../../core/ids.ts'
import { placeHome, readPlace } from '../../core/model/brief.ts'
import { format } from '../../core/model/kinds.ts'
import { ensureFolder } from './disk.ts'
import type { LibraryFolder } from './folder.ts'
import { homesOf } from './homes-of.ts'
import type { Journals } from './journals.ts'
import { checkpointFile } from './layout.ts'
import { LibraryError } from './library-error.ts'
import { LiveRecords, type Batch } from './live.ts'
import { readHome, type HomeFile } from './recovery.ts'

/** A home in memory. */
export interface Loaded extends HomeFile {
  /** The home's own records. */
  readonly own: Set<RecordId>
  /** Records of other homes that the rail or shelf was said to show. */
  readonly guests: ReadonlySet<RecordId>
  /** The checkpoint does not hold all that the records do. */
  dirty: boolean
}

export class Homes {
  readonly live = new LiveRecords()
  /** The highest change number known. */
  highest: number
  readonly #folder: LibraryFolder
  readonly #journals: Journals
  readonly #loading = new Map<Home, Promise<Loaded>>()
  readonly #loaded = new Map<Home, Loaded>()

  constructor(folder: LibraryFolder, journals: Journals) {
    this.#folder = folder
    this.#journals = journals
    this.highest = journals.highest
  }

  isLoaded(home: Home): boolean {
    return this.#loaded.has(home)
  }

  /** Loads homes with the guests they show. A guest whose home is damaged is missing; the report says so. */
  async load(homes: readonly Home[]): Promise<void> {
    const loaded = await Promise.all(homes.map((home) => this.loadAlone(home)))
    const guests = loaded.flatMap((home) => [...home.guests]).filter((id) => !this.live.records.has(id))
    await Promise.all([...new Set(guests.map(homeOf))].map((home) => this.loadAlone(home).catch(unlessDamaged)))
  }

  /** Loads a home's own records. */
  loadAlone(home: Home): Promise<Loaded> {
    if (!isHome(home)) throw new Error(`Not a home: ${String(home)}`)
    const under = this.#loading.get(home)
    if (under !== undefined) return under
    const loading = readHome(this.#folder, this.#journals, home).then((file) => this.#install(home, file))
    this.#loading.set(home, loading)
    // A file that was put back may be read yet.
    loading.catch(() => this.#loading.delete(home))
    return loading
  }

  /** In one go, so that no change slips between what the files held and what the journals hold now. */
  #install(home: Home, file: HomeFile): Loaded {
    const { data } = file.db
    const log = union(file.history, this.#journals.changes(home))
    const records = replayed(home, data.records, log)
    for (const record of records.values()) {
      this.live.put(record)
      for (const id of Object.values(record.seen)) this.highest = Math.max(this.highest, numberOf(id))
    }
    this.highest = Math.max(this.highest, data.highest ?? 0)
    const guests = new Set([...(data.guests ?? []), ...log.flatMap((change) => guestsOf(home, change))])
    // Even what the checkpoint has already is written again: the desk that wrote it may not have lived to flush it.
    const loaded = { ...file, own: new Set(records.keys()), guests, dirty: log.length > 0 }
    this.#loaded.set(home, loaded)
    return loaded
  }

  /**
   * A home's own records as they are now, without keeping in memory what was not there. One whose checkpoint is not
   * whole is loaded, which mends it.
   * @throws LibraryError `damaged`, as loading does
   */
  async peek(home: Home): Promise<RecordState[]> {
    if (!this.isLoaded(home)) {
      const { db, found } = await this.#folder.readCheckpoint(home, { format, records: [] })
      // What is not loaded has no changes but those that the journals held from the start.
      if (found === 'whole' && !this.isLoaded(home)) {
        return [...replayed(home, db.data.records, this.#journals.changes(home)).values()]
      }
    }
    const { own } = await this.loadAlone(home)
    return [...own].flatMap((id) => this.live.records.get(id) ?? [])
  }

  /** Takes in a batch that is flushed. */
  take(changes: readonly Change[], batch: Batch): void {
    for (const record of batch.changed) {
      this.live.put(record)
      this.#loaded.get(homeOf(record.id))?.own.add(record.id)
    }
    for (const change of changes) {
      this.highest = Math.max(this.highest, numberOf(change.id))
      for (const home of homesOf(change)) {
        const loaded = this.#loaded.get(home)
        if (loaded !== undefined) loaded.dirty = true
      }
    }
  }

  /** Writes the checkpoints that lack something, library.json last. */
  async writeDirty(): Promise<void> {
    const dirty = [...this.#loaded].filter(([, loaded]) => loaded.dirty).map(([home]) => home)
    for (const home of dirty.filter((home) => home !== libraryHome)) await this.write(home)
    if (dirty.includes(libraryHome)) await this.write(libraryHome)
  }

  /** Writes a loaded home's checkpoint. */
  async write(home: Home): Promise<void> {
    const loaded = this.#loaded.get(home)
    if (loaded === undefined) return
    const path = this.#folder.at(checkpointFile(home))
    const shown = this.live.placed(home).filter((id) => !loaded.own.has(id))
    const unread = [...loaded.guests].filter((id) => !this.live.records.has(id))
    loaded.db.data = {
      ...loaded.db.data,
      format,
      records: [...loaded.own].flatMap((id) => this.live.records.get(id) ?? []),
      ...(home === libraryHome ? { highest: this.highest } : { guests: [...shown, ...unread] }),
    }
    loaded.dirty = false
    try {
      await ensureFolder(this.#folder.disk, dirname(path))
      await loaded.db.write()
    } catch (error) {
      loaded.dirty = true
      throw error
    }
  }
}

/** A home's own records, brought up to what a log says of them. */
function replayed(home: Home, records: readonly RecordState[], log: readonly Change[]): Map<RecordId, RecordState> {
  const ofHome = log.map((change) => ({ ...change, sets: change.sets.filter((set) => homeOf(set.record) === home) }))
  return replay(ofHome, new Map(records.map((record) => [record.id, record])))
}

/** The records of other homes that a change places on this rail or shelf. */
function guestsOf(home: Home, change: Change): RecordId[] {
  return change.sets
    .filter((set) => set.field === 'place' && homeOf(set.record) !== home && placeHome(readPlace(set.to)) === home)
    .map((set) => set.record)
}

export function unlessDamaged(error: unknown): void {
  if (!(error instanceof LibraryError && error.code === 'damaged')) throw error
}
