/**
 * Finding over the whole library. The index is made beside the desk's work, a few milliseconds at a time, from the
 * homes' files one by one; changes are taken in as they are made. Wherever it is missing, damaged or of an older
 * time, it is made again, and nobody is asked.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { RecordState } from '../../core/change.ts'
import { homeOf, kindOf, openingOf, type Home, type RecordId } from '../../core/ids.ts'
import { entryOf, indexedWords, openingsOf, placeOfEntry, type Entry } from '../../core/search/entry.ts'
import { DeskError } from '../failure.ts'
import { realDisk } from '../library/disk.ts'
import { searchFile } from '../library/layout.ts'
import type { Library } from '../library/library.ts'
import { SearchFile, type Wanted } from './search-file.ts'

/** So long at a time the index is worked on, and so long after a first write it is committed, in milliseconds. */
const atATime = 8
const commitAfter = 200
/** So many times a damaged index is made anew before it is kept in memory, and before that is given up too. */
const [triesOnDisk, triesAtAll] = [2, 4]
/** Counted no further: nobody reads so many. */
const countedTo = 1000

export interface Found {
  /** Newest first. */
  readonly entries: readonly Entry[]
  readonly total: number
  /** There are more than `total`. */
  readonly more: boolean
  /** While the index is being made: how many days and shelves are in it, of how many. */
  readonly indexing?: { readonly done: number; readonly total: number }
}

export class Search {
  readonly #library: Library
  readonly #stop: () => void
  readonly #pending = new Set<RecordId>()
  readonly #openings = new Map<string, RecordId>()
  #file: SearchFile | undefined
  #copy: string | undefined
  #opening: Promise<void> | undefined
  #making: { done: number; total: number } | undefined
  #tries = 0
  #closed = false
  #commit: NodeJS.Timeout | undefined

  constructor(library: Library) {
    this.#library = library
    this.#stop = library.onChange((change) => {
      this.#openings.set(openingOf(change.id), change.by)
      for (const { record } of change.sets) this.#pending.add(record)
      if (this.#file !== undefined && this.#making === undefined) void this.#work()
    })
  }

  /** Begins to bring the index up to the library, unless that has begun. Resolves once it can be asked. */
  start(): Promise<void> {
    return (this.#opening ??= this.#begin())
  }

  /** @throws DeskError `refused` where this machine cannot search at all */
  async find(wanted: Wanted, limit: number, offset: number): Promise<Found> {
    for (;;) {
      await this.start()
      try {
        return this.#find(wanted, limit, offset)
      } catch (error) {
        this.#failed(error)
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#stop()
    await this.#opening?.catch(() => undefined)
    this.#letGo()
    if (this.#copy !== undefined) await rm(this.#copy, { recursive: true, force: true }).catch(() => undefined)
  }

  #find(wanted: Wanted, limit: number, offset: number): Found {
    const file = this.#opened()
    // What was done a moment ago is found; more than that is on its way.
    const enough = budget()
    while (this.#pending.size > 0 && enough()) this.#takeIn()
    const { entries, counted } = file.find(wanted, limit, offset, countedTo + 1)
    return {
      entries,
      total: Math.min(counted, countedTo),
      more: counted > countedTo,
      ...(this.#making === undefined ? {} : { indexing: { ...this.#making } }),
    }
  }

  #opened(): SearchFile {
    if (this.#file === undefined) throw new Error('The search index is not open.')
    return this.#file
  }

  async #begin(): Promise<void> {
    while (this.#file === undefined && !this.#closed) {
      const path = await this.#path()
      try {
        this.#file = new SearchFile(path)
        for (const [opening, person] of this.#file.openings()) this.#openings.set(opening, person)
      } catch (error) {
        await this.#broken(error, path)
      }
    }
    if (this.#closed) {
      this.#letGo()
      return
    }
    this.#making = { done: 0, total: 0 }
    // Nobody waits for it: whoever searches is told where it cannot be made.
    void this.#make(this.#opened()).catch((error: unknown) => {
      if (!this.#closed) this.#failed(error)
    })
  }

  /** Where to open it: beside the library, or for a desk that only reads in a copy of its own. */
  async #path(): Promise<string> {
    if (this.#tries >= triesOnDisk) return ':memory:'
    const beside = join(this.#library.folder, searchFile)
    // Its log is there while it is in use, and where it was not closed: then nobody knows what of it is on the disk.
    const whole = (await realDisk.stamp(`${beside}-wal`)) === undefined
    if (this.#library.readOnly === undefined) {
      if (!whole) await remove(beside)
      return beside
    }
    this.#copy ??= await mkdtemp(join(tmpdir(), 'newsrail-search-'))
    const copy = join(this.#copy, searchFile)
    if (this.#tries === 0 && whole) await copyFile(beside, copy).catch(() => undefined)
    return copy
  }

  /** An index that cannot be opened is removed, and made anew in the next try. */
  async #broken(cause: unknown, path: string): Promise<void> {
    this.#tries += 1
    if (this.#tries > triesAtAll) {
      this.#opening = undefined
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new DeskError(
        'refused',
        `The library cannot be searched on this computer: ${why} Nothing in it is touched, and all else works.`,
      )
    }
    if (path !== ':memory:') await remove(path)
  }

  /** The index failed while it was open: it goes, and is made anew. */
  #failed(cause: unknown): void {
    if (this.#closed) throw new DeskError('no-library', 'This library is closed.')
    const path = this.#tries >= triesOnDisk ? ':memory:' : join(this.#copy ?? this.#library.folder, searchFile)
    this.#letGo()
    this.#making = undefined
    this.#opening = this.#broken(cause, path).then(() => this.#begin())
    this.#opening.catch(() => undefined)
  }

  #letGo(): void {
    clearTimeout(this.#commit)
    this.#commit = undefined
    const file = this.#file
    this.#file = undefined
    try {
      file?.close()
    } catch {
      // It is derived: the next opening finds what is amiss.
    }
  }

  /** Takes in every home whose files are not as they were when it was taken in last, the newest days first. */
  async #make(file: SearchFile): Promise<void> {
    const homes = (await this.#library.homes()).sort((a, b) => (a.slice(a.indexOf('/')) < b.slice(b.indexOf('/')) ? 1 : -1))
    const known = file.homes()
    const making = { done: 0, total: homes.length }
    this.#making = making
    for (const home of homes) {
      if (this.#file !== file) return
      // One that cannot be read keeps what is known of it.
      const stamp = await this.#library.stamp(home).catch(() => known.get(home))
      if (stamp === undefined || known.get(home) !== stamp) await this.#takeHome(file, home, stamp)
      known.delete(home)
      making.done += 1
    }
    for (const gone of known.keys()) if (this.#file === file) file.forget(gone)
    this.#making = undefined
    await this.#work()
  }

  async #takeHome(file: SearchFile, home: Home, stamp: string | undefined): Promise<void> {
    const { records } = this.#library
    // A day that cannot be read is reported by the library.
    const read = await this.#library.peek(home).catch(() => undefined)
    if (read === undefined) return
    if (read.some((record) => openingsOf(record).some((opening) => !this.#openings.has(opening))))
      await this.#learnOpenings(file, home, read)
    const gone = new Set(this.#file === file ? file.recordsOf(home) : [])
    let enough = budget()
    for (const { id } of read) gone.delete(id)
    for (const record of read) {
      if (this.#file !== file) return
      // It may have changed since it was read.
      this.#put(file, records.get(record.id) ?? record)
      if (enough()) continue
      this.#commitSoon()
      await setImmediate()
      enough = budget()
    }
    if (this.#file !== file) return
    for (const id of gone) if (!records.has(id)) file.remove(id)
    file.setStamp(home, stamp ?? '')
    this.#commitSoon()
    await setImmediate()
  }

  /** Who wrote in which opening stands in the changes alone. */
  async #learnOpenings(file: SearchFile, home: Home, read: readonly RecordState[]): Promise<void> {
    // Without its history nobody is named; the library reports it.
    const history = await this.#library.history(home).catch(() => [])
    for (const { id, by } of history) this.#openings.set(openingOf(id), by)
    if (this.#file !== file) return
    for (const opening of new Set(read.flatMap(openingsOf))) {
      const person = this.#openings.get(opening) ?? ''
      this.#openings.set(opening, person)
      file.addOpening(opening, person)
    }
  }

  #put(file: SearchFile, record: RecordState): void {
    const entry = entryOf(record)
    if (entry === undefined) file.remove(record.id)
    else {
      const persons = openingsOf(record).flatMap((opening) => this.#openings.get(opening) ?? [])
      file.put(entry, homeOf(record.id), indexedWords(entry, [...new Set(persons)]), placeOfEntry(entry))
    }
  }

  /** Takes in one record that was changed. */
  #takeIn(): void {
    const [id] = this.#pending
    if (id === undefined) return
    this.#pending.delete(id)
    const record = this.#library.records.get(id)
    const kind = kindOf(id)
    if (record === undefined || !(kind === 'brief' || kind === 'lead' || kind === 'rail')) return
    this.#put(this.#opened(), record)
    this.#commitSoon()
  }

  /** Takes in what was changed, a little at a time. */
  async #work(): Promise<void> {
    await setImmediate()
    try {
      while (this.#pending.size > 0 && this.#file !== undefined) {
        const enough = budget()
        while (this.#pending.size > 0 && enough()) this.#takeIn()
        await setImmediate()
      }
    } catch (error) {
      if (!this.#closed) this.#failed(error)
    }
  }

  #commitSoon(): void {
    this.#commit ??= setTimeout(() => {
      this.#commit = undefined
      try {
        this.#file?.commit()
      } catch (error) {
        if (!this.#closed) this.#failed(error)
      }
    }, commitAfter).unref()
  }
}

async function remove(path: string): Promise<void> {
  for (const name of [path, `${path}-wal`]) await rm(name, { force: true }).catch(() => undefined)
}

/** Whether there is still time, counted from now. */
function budget(): () => boolean {
  const end = performance.now() + atATime
  return () => performance.now() < end
}
