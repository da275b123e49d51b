/** The library on disk: one folder that holds everything of a desk. A table of contents; the ideas are in the files it names. */
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { Change, Records, RecordState } from '../../core/change.ts'
import { libraryHome } from '../../core/ids.ts'
import type { ChannelKey, Day, Home, Instant, Opening, RecordId } from '../../core/ids.ts'
import { format } from '../../core/model/kinds.ts'
import type { Make } from './commits.ts'
import { ensureFolder, isTemporary, realDisk, replace, sweep, type Disk } from './disk.ts'
import type { Editions } from './editions.ts'
import { LibraryFolder, type Checkpoint } from './folder.ts'
import { Homes } from './homes.ts'
import { Journals } from './journals.ts'
import { journalPattern, libraryFile } from './layout.ts'
import { diskError, LibraryError, type Problem, type ReadOnlyReason } from './library-error.ts'
import { lockLibrary, writeHolder, type Lock } from './lock.ts'
import type { LibraryMedia } from './media.ts'
import { OpenLibrary } from './open-library.ts'
import { highestOnDisk } from './recovery.ts'

export interface LibraryOptions {
  readonly folder: string
  readonly now: () => Instant
  /** 64 random bits in hex for the opening. */
  readonly newOpening: () => Opening
  /** Who opens it, for others to read in open.json. */
  readonly person: { readonly id: RecordId; readonly name: string }
  readonly machine: string
  /** Takes no lock and writes nothing. */
  readonly readOnly?: boolean | undefined
  /** Write although open.json names another machine. */
  readonly anyway?: boolean | undefined
  readonly disk?: Disk | undefined
}

export interface Library {
  readonly folder: string
  readonly opening: Opening
  /** Why nothing can be written now; undefined while it can. */
  readonly readOnly: ReadOnlyReason | undefined
  /** What recovery found and did, for people. It grows while more is read. */
  readonly problems: readonly Problem[]
  /**
   * Loads homes with the guests that their rails or shelves show; costs nothing where they are loaded.
   * @throws LibraryError `damaged` where a home cannot be made again from its history either; it is left alone
   */
  load(homes: readonly Home[]): Promise<void>
  /** The records of all loaded homes; they only ever hold flushed changes. */
  readonly records: Records
  /** What a loaded rail or shelf shows, records of other homes too, in no order. */
  placed(home: Home): RecordId[]
  /**
   * One act. `make` runs once the flush before is done, in the order of calls, on the records as they then are,
   * earlier acts of its batch included; without a change it only reads. Resolves once the change is flushed and in
   * `records`. The homes of its records must be loaded. Where `make` throws, this act alone rejects with that.
   * @throws LibraryError `disk-full` or `disk` (nothing of the batch was saved), or `read-only`
   */
  commit<T>(make: Make<T>): Promise<T>
  /** Tells each change once it is flushed, in order; returns how to stop. */
  onChange(listener: (change: Change) => void): () => void
  /** All that was ever done in a home, in order. */
  history(home: Home): Promise<Change[]>
  /** The days of a channel of which there is anything, ascending. */
  days(channel: ChannelKey): Promise<Day[]>
  /** All days and shelves of which there is anything. */
  homes(): Promise<Home[]>
  /**
   * A home's own records as they are now, without keeping them in memory.
   * @throws LibraryError as `load` does
   */
  peek(home: Home): Promise<RecordState[]>
  /** Differs once what a home's files hold may; undefined while the journals hold more of it than they do. */
  stamp(home: Home): Promise<string | undefined>
  /** The days and shelves whose files, or changes not yet in them, name a record of any home. Reads all files, and parses none. */
  mentioning(record: RecordId): Promise<Home[]>
  /** The highest change number known. */
  readonly highest: number
  readonly editions: Editions
  readonly media: LibraryMedia
  /** Writes what checkpoints lack; folds the journals where they are long, left by another opening, or where asked. */
  checkpoint(options?: { readonly fold?: boolean }): Promise<void>
  /** Waits for acts under way, folds and lets go of the lock. What could not be written then is in the journal. */
  close(): Promise<void>
}

/**
 * Makes a library in an empty or absent folder and opens it.
 * @throws LibraryError `not-empty`, or as openLibrary does
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  const folder = folderOf(options)
  folder.mustWrite()
  try {
    await ensureFolder(folder.disk, folder.path)
    await mustBeEmpty(folder)
  } catch (error) {
    throw diskError(error, 'No library was made.')
  }
  return openLocked(folder, options, async () => {
    await mustBeEmpty(folder)
    const first: Checkpoint = { format, id: randomUUID(), highest: 0, records: [] }
    await replace(folder.disk, folder.at(libraryFile), Buffer.from(JSON.stringify(first)))
  })
}

/**
 * Opens the library in a folder, reading library.json and the journals whatever the archive's size.
 * @throws LibraryError `locked`, `other-machine`, `not-a-library`, `damaged` or `disk`
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const folder = folderOf(options)
  try {
    await mustBeLibrary(folder)
    return folder.mayWrite ? await openLocked(folder, options) : await openFolder(folder, options)
  } catch (error) {
    throw diskError(error, 'The library was not opened.')
  }
}

function folderOf({ folder, disk = realDisk, readOnly = false }: LibraryOptions): LibraryFolder {
  return new LibraryFolder(resolve(folder), disk, readOnly)
}

// What systems put into folders by themselves, and what a creation that was killed leaves.
const systemsOwn = /^(\.DS_Store|Thumbs\.db|desktop\.ini|lock\.sqlite.*)$/

async function mustBeEmpty(folder: LibraryFolder): Promise<void> {
  if (!(await folder.disk.list(folder.path)).some((name) => !systemsOwn.test(name) && !isTemporary(name))) return
  throw new LibraryError(
    'not-empty',
    `${folder.path} is not empty, so no library was made there and nothing in it was touched. Choose an empty folder, or open the library in it.`,
  )
}

/** A folder with any part of a library is one, though library.json may be lost. */
async function mustBeLibrary(folder: LibraryFolder): Promise<void> {
  if (await isLibrary(folder.path, folder.disk)) return
  throw new LibraryError(
    'not-a-library',
    `There is no Newsrail library in ${folder.path}, and none was made. If it was moved, or lies on a disk that is not connected, open it where it is now.`,
  )
}

/** Whether there is a library in a folder, or what is left of one: library.json may be lost. */
export async function isLibrary(folder: string, disk: Disk = realDisk): Promise<boolean> {
  const part = (name: string) => name.startsWith(libraryFile) || name === 'days' || journalPattern.test(name)
  return (await disk.list(folder)).some(part)
}

async function openLocked(folder: LibraryFolder, options: LibraryOptions, prepare?: () => Promise<void>): Promise<Library> {
  let lock: Lock | undefined
  try {
    lock = await lockLibrary(folder, options.machine, options.now(), options.anyway ?? false)
    await prepare?.()
    return await openFolder(folder, options, lock)
  } catch (error) {
    lock?.release()
    throw diskError(error, 'The library was not opened.')
  }
}

async function openFolder(folder: LibraryFolder, options: LibraryOptions, lock?: Lock): Promise<Library> {
  const opening = options.newOpening()
  // The journals first: what one loses to a fold meanwhile, for who only reads, is in the checkpoints read after it.
  const journals = await Journals.read(folder, opening)
  const homes = new Homes(folder, journals)
  const { found, db } = await homes.loadAlone(libraryHome)
  if (found !== 'whole') homes.highest = Math.max(homes.highest, await highestOnDisk(folder))
  if (!folder.mayWrite) {
    lock?.release()
    return new OpenLibrary(folder, opening, journals, homes)
  }
  await sweep(folder.disk, folder.path)
  // An older program must know before the first line that it could not read.
  if (db.data.format < format) await homes.write(libraryHome)
  await writeHolder(folder, { machine: options.machine, person: options.person.name, since: options.now(), pid: process.pid })
  return new OpenLibrary(folder, opening, journals, homes, lock)
}
