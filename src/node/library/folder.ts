/** A library's folder: its files by their names, and what was found damaged there. */
import type { Low } from 'lowdb'
import type { RecordState } from '../../core/change.ts'
import { channelKeyRegExp, homeOf, libraryHome, type ChannelKey, type Home, type RecordId } from '../../core/ids.ts'
import { format } from '../../core/model/kinds.ts'
import { openJson, type Found } from './checkpoint.ts'
import { decodeRecord, isObject, isRecordId, readFormat } from './decode.ts'
import { copyAside, FlushError, setAside, type Disk } from './disk.ts'
import { channelFolder, checkpointFile, homeFilePattern } from './layout.ts'
import { diskError, LibraryError, readOnlyReasons, type Problem, type ReadOnlyReason } from './library-error.ts'
import { readLog, type Log } from './log.ts'

/** A home's records as of some change: what its file holds. Properties of newer programs are kept. */
export interface Checkpoint {
  readonly format: number
  readonly records: readonly RecordState[]
  /** Records of other homes that are placed on this rail or shelf. */
  readonly guests?: readonly RecordId[]
  /** In library.json: the library's id, and the highest change number known when it was written. */
  readonly id?: string
  readonly highest?: number
}

export class LibraryFolder {
  readonly path: string
  readonly disk: Disk
  readonly problems: Problem[] = []
  readonly #asked: boolean
  #newer = false
  #flushFailed = false

  constructor(path: string, disk: Disk, readOnly: boolean) {
    this.path = path
    this.disk = disk
    this.#asked = readOnly
  }

  /** Why nothing may be written now; undefined while it may. */
  get readOnly(): ReadOnlyReason | undefined {
    if (this.#asked) return readOnlyReasons.asked
    if (this.#newer) return readOnlyReasons.newerFormat
    return this.#flushFailed ? readOnlyReasons.flushFailed : undefined
  }

  get mayWrite(): boolean {
    return this.readOnly === undefined
  }

  /** @throws LibraryError `read-only` where nothing may be written now */
  mustWrite(): void {
    const { readOnly } = this
    if (readOnly !== undefined) throw new LibraryError('read-only', `Nothing was saved. ${readOnly.message}`, { reason: readOnly.reason })
  }

  /** A write that failed as a LibraryError; `words` says what that means. After a failed flush nothing more is written. */
  failed(error: unknown, words: string): Error {
    if (error instanceof FlushError) this.#flushFailed = true
    return diskError(error, words)
  }

  /** The path of a file that layout.ts names. */
  at(file: string): string {
    return `${this.path}/${file}`
  }

  report(file: string, what: Problem['what'], message: string): void {
    if (!this.problems.some((problem) => problem.file === file && problem.what === what)) this.problems.push({ file, what, message })
  }

  /**
   * A journal's or history's good lines, none where there is no file; `size` is the file's in bytes.
   * Damaged lines are reported, and the file as it was found is kept beside it.
   */
  async readLog(file: string): Promise<Log & { readonly size: number | undefined }> {
    const bytes = await this.disk.read(this.at(file))
    if (bytes === undefined) return { ...readLog(Buffer.alloc(0)), size: undefined }
    const log = readLog(bytes)
    this.#met(log.format)
    if (log.bad.length > 0) {
      if (this.mayWrite) await copyAside(this.disk, this.at(file), bytes)
      const lines = log.bad.length === 1 ? `Line ${String(log.bad[0])} of` : `${String(log.bad.length)} lines of`
      const kept = this.mayWrite ? ' The file as it was found is kept beside it, ending in .damaged.' : ''
      this.report(
        file,
        'damaged-lines',
        `${lines} ${file} cannot be read: edits in them may be lost. All others were read.${kept} Compare the words with a backup.`,
      )
    }
    return { ...log, size: bytes.length }
  }

  /** A home's checkpoint as it is found. */
  async readCheckpoint(home: Home, blank: Checkpoint): Promise<{ readonly db: Low<Checkpoint>; readonly found: Found }> {
    const opened = await openJson(this.disk, this.at(checkpointFile(home)), (json) => decodeCheckpoint(home, json), blank)
    this.#met(opened.db.data.format)
    return opened
  }

  /** The days and shelves that have a checkpoint or a history. */
  async homes(): Promise<Home[]> {
    const found = new Set<Home>()
    for (const part of ['days', 'history'] as const) {
      for (const channel of await this.disk.list(this.at(part))) {
        if (!channelKeyRegExp.test(channel)) continue
        for (const name of await this.homeNames(part, channel)) found.add(`${channel}/${name}`)
      }
    }
    return [...found]
  }

  /** The days, and `shelf`, that have a checkpoint or a history in a channel's folder. */
  async homeNames(part: 'days' | 'history', channel: ChannelKey): Promise<string[]> {
    const names = await this.disk.list(this.at(channelFolder(part, channel)))
    return names.flatMap((name) => homeFilePattern.exec(name)?.[1] ?? [])
  }

  setAside(file: string): Promise<void> {
    return setAside(this.disk, this.at(file))
  }

  #met(found: number | undefined): void {
    if (found !== undefined && found > format) this.#newer = true
  }
}

function decodeCheckpoint(home: Home, json: unknown): Checkpoint | undefined {
  const from = readFormat(json)
  if (from === undefined || !isObject(json)) return undefined
  const { records, guests = [], id, highest } = json
  if (!Array.isArray(records) || !Array.isArray(guests)) return undefined
  const own = records.flatMap((record) => decodeRecord(record, from) ?? []).filter((record) => homeOf(record.id) === home)
  const names = home !== libraryHome || (typeof id === 'string' && typeof highest === 'number')
  // A newer program's file is shown as far as it is understood; nothing is written over it.
  if (from <= format && !(names && own.length === records.length && guests.every(isRecordId))) return undefined
  return { ...json, format: from, records: own, guests: guests.filter(isRecordId) }
}
