/** The index of the search on disk: SQLite's FTS5 over words that core has folded. It is derived from the library, and never the truth. */
import type { StatementSync } from 'node:sqlite'
import type { Home, RecordId } from '../../core/ids.ts'
import type { Entry } from '../../core/search/entry.ts'

/** Another number makes the index anew. */
const version = 1

// Words come folded and parted by spaces, so the simplest tokenizer keeps them as they are in every script.
const schema = `
  CREATE TABLE homes (home TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE openings (opening TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE entries (place INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, home TEXT NOT NULL, embargo TEXT, entry TEXT NOT NULL);
  CREATE INDEX entriesOfHome ON entries (home);
  CREATE VIRTUAL TABLE words USING fts5 (line, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3');
  PRAGMA user_version = ${String(version)};
`

export interface Wanted {
  /** In FTS5's language; undefined for all. */
  readonly match: string | undefined
  /** The places between which to look. */
  readonly from: number
  readonly to: number
  /** Only what is under embargo after this instant. */
  readonly embargoAfter: string | undefined
}

export class SearchFile {
  readonly #database
  readonly #statements
  /** The few forms that a question has. */
  readonly #questions = new Map<string, StatementSync>()
  #writing = false

  /**
   * Opens an index, making what is not there.
   * @throws Error where it cannot be used: damaged, of another version, or SQLite has no FTS5
   */
  constructor(path: string) {
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
    const database = new DatabaseSync(path)
    try {
      // Nothing waits for the disk: an index that was not closed is made anew. The exclusive lock needs no shared memory.
      database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000')
      const found = Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0])
      if (found === 0) database.exec(schema)
      else if (found !== version) throw new Error(`The search index is of version ${String(found)}.`)
      this.#statements = statements((sql) => database.prepare(sql))
    } catch (error) {
      database.close()
      throw error
    }
    this.#database = database
  }

  /** Each home that was taken in, with its stamp. */
  homes(): Map<Home, string> {
    return new Map(this.#statements.homes.all().map(({ home, stamp }) => [String(home), String(stamp)]))
  }

  openings(): Map<string, RecordId> {
    return new Map(this.#statements.openings.all().map(({ opening, person }) => [String(opening), String(person)]))
  }

  addOpening(opening: string, person: RecordId): void {
    this.#begin()
    this.#statements.addOpening.run(opening, person)
  }

  recordsOf(home: Home): RecordId[] {
    return this.#statements.recordsOf.all(home).map(({ record }) => String(record))
  }

  /** Puts an entry in its place, which is the first free one of these; an earlier entry of the record goes. */
  put(entry: Entry, home: Home, words: string, place: { readonly from: number; readonly to: number }): void {
    this.remove(entry.record)
    const { last } = this.#statements.lastBetween.get(BigInt(place.from), BigInt(place.to)) ?? {}
    const at = BigInt(last == null ? place.from : Math.min(Number(last) + 1, place.to))
    this.#statements.addEntry.run(at, entry.record, home, entry.embargo ?? null, JSON.stringify(entry))
    this.#statements.addWords.run(at, words)
  }

  remove(record: RecordId): void {
    this.#begin()
    const { place } = this.#statements.placeOf.get(record) ?? {}
    if (place == null) return
    this.#statements.removeWords.run(BigInt(Number(place)))
    this.#statements.removeEntry.run(BigInt(Number(place)))
  }

  setStamp(home: Home, stamp: string): void {
    this.#begin()
    this.#statements.setStamp.run(home, stamp)
  }

  forget(home: Home): void {
    for (const record of this.recordsOf(home)) this.remove(record)
    this.#begin()
    this.#statements.forget.run(home)
  }

  /** The entries in question, newest first, and how many there are, counted up to a number: both in one pass. */
  find(wanted: Wanted, limit: number, offset: number, countTo: number): { entries: Entry[]; counted: number } {
    const { sql, values } = questionOf(wanted)
    const places = this.#prepared(sql).all(...values, Math.max(countTo, offset + limit))
    const entries = places.slice(offset, offset + limit).flatMap(({ place }) => {
      const { entry } = this.#statements.entryAt.get(BigInt(Number(place))) ?? {}
      // What stands there was written from an entry.
      return entry == null ? [] : [JSON.parse(String(entry)) as Entry]
    })
    return { entries, counted: places.length }
  }

  /** Until then nothing that was put or removed is on the disk. */
  commit(): void {
    if (!this.#writing) return
    this.#database.exec('COMMIT')
    this.#writing = false
  }

  close(): void {
    try {
      this.commit()
      this.#database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      this.#database.close()
    }
  }

  #prepared(sql: string) {
    const statement = this.#questions.get(sql) ?? this.#database.prepare(sql)
    this.#questions.set(sql, statement)
    return statement
  }

  #begin(): void {
    if (this.#writing) return
    this.#database.exec('BEGIN')
    this.#writing = true
  }
}

type Prepare<S> = (sql: string) => S

function statements<S>(prepare: Prepare<S>) {
  return {
    homes: prepare('SELECT home, stamp FROM homes'),
    setStamp: prepare('REPLACE INTO homes (home, stamp) VALUES (?, ?)'),
    forget: prepare('DELETE FROM homes WHERE home = ?'),
    openings: prepare('SELECT opening, person FROM openings'),
    addOpening: prepare('REPLACE INTO openings (opening, person) VALUES (?, ?)'),
    recordsOf: prepare('SELECT record FROM entries WHERE home = ?'),
    entryAt: prepare('SELECT entry FROM entries WHERE place = ?'),
    placeOf: prepare('SELECT place FROM entries WHERE record = ?'),
    lastBetween: prepare('SELECT max(place) AS last FROM entries WHERE place BETWEEN ? AND ?'),
    addEntry: prepare('INSERT INTO entries (place, record, home, embargo, entry) VALUES (?, ?, ?, ?, ?)'),
    addWords: prepare('INSERT INTO words (rowid, line) VALUES (?, ?)'),
    removeWords: prepare('DELETE FROM words WHERE rowid = ?'),
    removeEntry: prepare('DELETE FROM entries WHERE place = ?'),
  }
}

/** The places in question, newest first: they ascend with time, so nothing has to be sorted. */
function questionOf({ match, from, to, embargoAfter }: Wanted): { sql: string; values: (string | bigint)[] } {
  const between = [BigInt(from), BigInt(to)]
  const [embargo, last] = embargoAfter === undefined ? ['', []] : ['AND embargo > ?', [embargoAfter]]
  if (match === undefined) {
    const sql = `SELECT place FROM entries WHERE place BETWEEN ? AND ? ${embargo} ORDER BY place DESC LIMIT ?`
    return { sql, values: [...between, ...last] }
  }
  // An entry beside its words costs a look-up.
  const join = embargoAfter === undefined ? '' : 'CROSS JOIN entries ON entries.place = words.rowid'
  const sql = `SELECT words.rowid AS place FROM words ${join} WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ${embargo} ORDER BY words.rowid DESC LIMIT ?`
  return { sql, values: [match, ...between, ...last] }
}
