/** The library's journals: those that other openings left, and this opening's own, the only one it appends to. */
import type { Change } from '../../core/change.ts'
import { sorted } from '../../core/change.ts'
import { numberOf, type Home, type Opening } from '../../core/ids.ts'
import { flushed, writeAll, type DiskFile } from './disk.ts'
import type { LibraryFolder } from './folder.ts'
import { homesOf } from './homes-of.ts'
import { journalFile, journalPattern } from './layout.ts'
import { encodeHeader, encodeLine } from './log.ts'

/** A change that no fold has taken in yet. */
interface Entry {
  readonly change: Change
  readonly homes: ReadonlySet<Home>
}

export interface Journal {
  /** Its name in the library's folder. */
  readonly file: string
  readonly entries: Entry[]
  /** It holds changes of a home that cannot be read, so it stays. */
  kept?: true
}

interface OwnJournal extends Journal {
  readonly open: DiskFile
  /** How many of its bytes count. */
  length: number
}

const entryOf = (change: Change): Entry => ({ change, homes: homesOf(change) })

export class Journals {
  readonly #folder: LibraryFolder
  readonly #opening: Opening
  #seq = 0
  #own: OwnJournal | undefined
  #closed: Journal[]
  /** Lines of some journal could not be read. */
  readonly damaged: boolean

  private constructor(folder: LibraryFolder, opening: Opening, found: Journal[], damaged: boolean) {
    this.#folder = folder
    this.#opening = opening
    this.#closed = found
    this.damaged = damaged
  }

  /** Reads every journal in the folder. */
  static async read(folder: LibraryFolder, opening: Opening): Promise<Journals> {
    const files = (await folder.disk.list(folder.path)).filter((name) => journalPattern.test(name)).sort()
    const found: Journal[] = []
    let damaged = false
    for (const file of files) {
      // A desk that was killed may not have flushed what is read here and built on from now. (Its name is flushed with open.json.)
      if (folder.mayWrite) await flushFound(folder, file)
      const { changes, bad } = await folder.readLog(file)
      damaged ||= bad.length > 0
      found.push({ file, entries: changes.map(entryOf) })
    }
    return new Journals(folder, opening, found, damaged)
  }

  get #all(): readonly Journal[] {
    return this.#own === undefined ? this.#closed : [...this.#closed, this.#own]
  }

  /** A home's changes that are in these journals, or in any, in order. */
  changes(home: Home, of: readonly Journal[] = this.#all): Change[] {
    const entries = of.flatMap((journal) => journal.entries).filter(({ homes }) => homes.has(home))
    return sorted(entries.map(({ change }) => change))
  }

  /** The homes that the changes of these journals, or of all, concern. */
  homes(of: readonly Journal[] = this.#all): Set<Home> {
    return new Set(of.flatMap((journal) => journal.entries).flatMap(({ homes }) => [...homes]))
  }

  get highest(): number {
    return this.#all.flatMap((journal) => journal.entries).reduce((highest, { change }) => Math.max(highest, numberOf(change.id)), 0)
  }

  /** The bytes of this opening's journal. */
  get length(): number {
    return this.#own?.length ?? 0
  }

  /** Journals that are not appended to any more. */
  get closed(): readonly Journal[] {
    return this.#closed
  }

  /**
   * Writes and flushes changes; they count once this resolves. A failed write leaves the journal as it
   * was and may be tried again; after a FlushError nobody knows, and nothing more may be written.
   */
  async append(changes: readonly Change[]): Promise<void> {
    const own = (this.#own ??= await this.#create())
    const lines = changes.map((change) => encodeLine(JSON.stringify(change)))
    const bytes = Buffer.concat(own.length === 0 ? [encodeHeader(), ...lines] : lines)
    const path = this.#folder.at(own.file)
    try {
      await writeAll(own.open, bytes, own.length)
    } catch (error) {
      await flushed(own.open.truncate(own.length), path)
      throw error
    }
    await flushed(own.open.flush(), path)
    if (own.length === 0) await flushed(this.#folder.disk.flushFolder(this.#folder.path), path)
    own.length += bytes.length
    own.entries.push(...changes.map(entryOf))
  }

  async #create(): Promise<OwnJournal> {
    const file = journalFile(this.#opening, ++this.#seq)
    return { file, entries: [], length: 0, open: await this.#folder.disk.create(this.#folder.at(file)) }
  }

  /** Closes this opening's journal; the next change begins a new one. */
  async closeOwn(): Promise<void> {
    const own = this.#own
    if (own === undefined) return
    this.#own = undefined
    this.#closed = [...this.#closed, { file: own.file, entries: own.entries }]
    await own.open.close()
  }

  /** Removes a closed journal whose changes are all in checkpoints and histories. */
  async remove(journal: Journal): Promise<void> {
    await this.#folder.disk.remove(this.#folder.at(journal.file))
    this.#closed = this.#closed.filter((other) => other !== journal)
  }
}

async function flushFound(folder: LibraryFolder, file: string): Promise<void> {
  const open = await folder.disk.open(folder.at(file))
  try {
    await flushed(open.flush(), folder.at(file))
  } finally {
    await open.close()
  }
}
