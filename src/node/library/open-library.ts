/** An open library: its parts put together, and when checkpoints are written. */
import { union, type Change, type Records, type RecordState } from '../../core/change.ts'
import { dayOfHome, dayPattern, libraryHome } from '../../core/ids.ts'
import type { ChannelKey, Day, Home, Opening, RecordId } from '../../core/ids.ts'
import { Commits, type Make } from './commits.ts'
import { createEditions, type Editions } from './editions.ts'
import type { LibraryFolder } from './folder.ts'
import { fold } from './folding.ts'
import type { Homes } from './homes.ts'
import type { Journals } from './journals.ts'
import { checkpointFile, historyFile } from './layout.ts'
import { LibraryError, type Problem, type ReadOnlyReason } from './library-error.ts'
import type { Library } from './library.ts'
import { removeHolder, type Lock } from './lock.ts'
import { createMedia, type LibraryMedia } from './media.ts'
import { inTurns } from './turns.ts'

/** Bytes of journal after which it is folded, and how long nothing was written where the desk is idle. */
const foldAt = 256 * 1024
const idleMilliseconds = 2000

export class OpenLibrary implements Library {
  readonly folder: string
  readonly opening: Opening
  readonly editions: Editions
  readonly media: LibraryMedia
  readonly #folder: LibraryFolder
  readonly #journals: Journals
  readonly #homes: Homes
  readonly #commits: Commits
  readonly #lock: Lock | undefined
  readonly #listeners = new Set<(change: Change) => void>()
  readonly #writing = inTurns()
  #idle: NodeJS.Timeout | undefined
  /** A checkpoint was asked for by itself and is not done. */
  #asked = false
  #closing: Promise<void> | undefined

  constructor(folder: LibraryFolder, opening: Opening, journals: Journals, homes: Homes, lock?: Lock) {
    this.folder = folder.path
    this.opening = opening
    this.editions = createEditions(folder)
    this.media = createMedia(folder)
    this.#folder = folder
    this.#journals = journals
    this.#homes = homes
    this.#lock = lock
    this.#commits = new Commits(folder, journals, homes, opening, (changes) => {
      this.#flushed(changes)
    })
    if (this.#foldDue) this.#checkpointWhenIdle()
  }

  get readOnly(): ReadOnlyReason | undefined {
    return this.#folder.readOnly
  }

  get problems(): readonly Problem[] {
    return this.#folder.problems
  }

  get records(): Records {
    return this.#homes.live.records
  }

  get highest(): number {
    return this.#homes.highest
  }

  async load(homes: readonly Home[]): Promise<void> {
    try {
      await this.#homes.load(homes)
    } catch (error) {
      throw this.#folder.failed(error, 'What was asked for was not loaded; it is on the disk as it was.')
    }
  }

  placed(home: Home): RecordId[] {
    return this.#homes.live.placed(home)
  }

  commit<T>(make: Make<T>): Promise<T> {
    if (this.#closing === undefined) return this.#commits.commit(make)
    return Promise.reject(new LibraryError('read-only', 'Nothing was saved: this library is closed. Open it again to edit.'))
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async history(home: Home): Promise<Change[]> {
    // A fold meanwhile takes from the journals what it has added to the history: what was there before is read first.
    const before = this.#journals.changes(home)
    const { changes } = await this.#folder.readLog(historyFile(home))
    return union(union(before, changes), this.#journals.changes(home))
  }

  async days(channel: ChannelKey): Promise<Day[]> {
    const filed = await Promise.all((['days', 'history'] as const).map((part) => this.#folder.homeNames(part, channel)))
    const launched = (await this.editions.list(channel)).map((edition) => edition.day)
    const written = [...this.#journals.homes()].flatMap((home) => dayOfHome(home) ?? []).filter((day) => day.channel === channel)
    const days = [...filed.flat(), ...launched, ...written.map(({ day }) => day)]
    return [...new Set(days)].filter((day) => dayPattern.test(day)).sort()
  }

  async homes(): Promise<Home[]> {
    const homes = [...(await this.#folder.homes()), ...this.#journals.homes()]
    return [...new Set(homes)].filter((home) => home !== libraryHome)
  }

  async peek(home: Home): Promise<RecordState[]> {
    try {
      return await this.#homes.peek(home)
    } catch (error) {
      throw this.#folder.failed(error, 'It was not read; it is on the disk as it was.')
    }
  }

  async stamp(home: Home): Promise<string | undefined> {
    if (this.#journals.homes().has(home)) return undefined
    const [checkpoint, history] = await Promise.all(
      [checkpointFile(home), historyFile(home)].map((file) => this.#folder.disk.stamp(this.#folder.at(file))),
    )
    return `${checkpoint ?? '-'}, ${history ?? '-'}`
  }

  async mentioning(record: RecordId): Promise<Home[]> {
    const found = new Set([...this.#journals.homes()].filter((home) => home !== libraryHome))
    for (const home of await this.#folder.homes()) {
      if (home === libraryHome) continue
      const bytes = await this.#folder.disk.read(this.#folder.at(checkpointFile(home)))
      if (bytes?.includes(`"${record}"`) === true) found.add(home)
    }
    return [...found]
  }

  checkpoint({ fold: asked = false }: { readonly fold?: boolean } = {}): Promise<void> {
    return this.#writing(async () => {
      if (!this.#folder.mayWrite) return
      try {
        if (asked || this.#foldDue) await this.#commits.between(() => this.#journals.closeOwn())
        if (!this.#journals.closed.some((journal) => asked || journal.kept !== true)) await this.#homes.writeDirty()
        else await fold(this.#folder, this.#journals, this.#homes)
      } catch (error) {
        throw this.#folder.failed(error, 'No words are lost, they are in the journal; the day files were not brought up to date.')
      }
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    clearTimeout(this.#idle)
    // What these leave undone is in the journal and in open.json, and the next opening does it.
    const ignore = () => undefined
    await this.checkpoint({ fold: true }).catch(ignore)
    await this.#commits.between(() => this.#journals.closeOwn()).catch(ignore)
    if (this.#lock === undefined) return
    await removeHolder(this.#folder).catch(ignore)
    this.#lock.release()
  }

  get #foldDue(): boolean {
    return this.#folder.mayWrite && (this.#journals.length > foldAt || this.#journals.closed.some((journal) => journal.kept !== true))
  }

  #flushed(changes: readonly Change[]): void {
    this.#checkpointWhenIdle()
    if (this.#journals.length > foldAt) this.#checkpointNow()
    for (const change of changes) for (const listener of this.#listeners) listener(change)
  }

  #checkpointWhenIdle(): void {
    clearTimeout(this.#idle)
    if (this.#closing !== undefined) return
    this.#idle = setTimeout(() => {
      this.#checkpointNow()
    }, idleMilliseconds).unref()
  }

  #checkpointNow(): void {
    // A burst of edits asks for one again and again before it has begun.
    if (this.#asked) return
    this.#asked = true
    this.checkpoint()
      .catch((error: unknown) => {
        this.#folder.report('.', 'not-written', error instanceof Error ? error.message : String(error))
      })
      .finally(() => {
        this.#asked = false
      })
  }
}
