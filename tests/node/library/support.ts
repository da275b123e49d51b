/** Libraries in folders of their own, edits to make in them, and disks that fail. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { trim, valueOf, writesShown, type Change, type RecordState } from '../../../src/core/change.ts'
import type { Edition } from '../../../src/core/edition.ts'
import { homeOf, recordIds, type ChangeId, type Home, type RecordId } from '../../../src/core/ids.ts'
import type { Json } from '../../../src/core/model/field.ts'
import { realDisk, type Disk, type DiskFile } from '../../../src/node/library/disk.ts'
import { createLibrary, openLibrary, type Library, type LibraryOptions } from '../../../src/node/library/library.ts'

export const channel = 'world-1'
export const today: Home = `${channel}/2026-04-15`
export const yesterday: Home = `${channel}/2026-04-14`
export const shelf: Home = `${channel}/shelf`
export const ana = recordIds.person('ana')
export const world = recordIds.channel(channel)

export const brief = (key: string, home: Home = today): RecordId => recordIds.brief(home, key)

/** A folder that is gone when the test is over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrail-library-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function options(folder: string, more: Partial<LibraryOptions> = {}): LibraryOptions {
  return {
    folder,
    now: () => '2026-04-15T20:00:00.000Z',
    newOpening: () => randomBytes(8).toString('hex'),
    person: { id: ana, name: 'Ana' },
    machine: 'desk-1',
    ...more,
  }
}

function closedAfter(library: Library): Library {
  onTestFinished(() => library.close())
  return library
}

/** A new library with its channel, and today loaded. */
export async function create(folder: string, more: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = closedAfter(await createLibrary(options(folder, more)))
  await edit(library, world, 'title', 'World')
  await library.load([today])
  return library
}

/** Opens a library and loads these homes. */
export async function open(folder: string, homes: readonly Home[] = [today], more: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = closedAfter(await openLibrary(options(folder, more)))
  await library.load(homes)
  return library
}

/** Sets a field as a normal edit does. */
export function edit(library: Library, record: RecordId, field: string, to: Json | undefined): Promise<ChangeId> {
  return library.commit((records, id) => {
    const had = records.get(record)
    const set = { record, field, from: valueOf(had, field), to, after: writesShown(had, field) }
    return { change: { id, at: '2026-04-15T20:00:00.000Z', by: ana, sets: [set] }, result: id }
  })
}

export const shown = (library: Library, record: RecordId, field = 'text'): Json | undefined => valueOf(library.records.get(record), field)

/** All that a person would miss of a library: each home's records, what stands on it, and its history. */
export async function contents(library: Library, homes: readonly Home[]) {
  await library.load(homes)
  const entries = homes.map(async (home) => {
    const records = [...library.records.values()].filter((record) => homeOf(record.id) === home).sort(byId)
    return [home, { records, placed: library.placed(home).sort(), history: await library.history(home) }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** A home's own part of a log. */
export function ownPart(log: readonly Change[], home: Home, records: Iterable<RecordState>): Change[] {
  const own = new Set([...records].map((record) => record.id).filter((id) => homeOf(id) === home))
  return log.flatMap((change) => trim(change, own) ?? [])
}

export function edition(number: number, opening: string, home: Home = today): Edition {
  return {
    format: 1,
    number,
    opening,
    at: '2026-04-15T20:00:00.000Z',
    by: ana,
    channel: { key: channel, title: 'World', railTitle: 'Read next', language: 'en', zone: 'UTC', site: '', accent: '' },
    day: home.slice(-10),
    briefs: [],
    discussion: { prompt: '', emptyState: '', state: 'open' },
  }
}

export function diskFullError(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

/** A disk whose acts a test may watch or fail: `act` runs before each act that changes something. */
export function watched(disk: Disk, act: (name: string, path: string) => void): Disk {
  const file = (inner: DiskFile, path: string): DiskFile => ({
    ...inner,
    write: async (bytes, position) => {
      try {
        act('write', path)
      } catch (error) {
        // As a full disk or a kill leaves it: a part of the bytes.
        await inner.write(bytes.subarray(0, bytes.length >> 1), position)
        throw error
      }
      return inner.write(bytes, position)
    },
    truncate: async (length) => {
      act('truncate', path)
      await inner.truncate(length)
    },
    flush: async () => {
      act('flush', path)
      await inner.flush()
    },
    sync: async () => {
      act('sync', path)
      await inner.sync()
    },
  })
  return {
    ...disk,
    create: async (path) => {
      act('create', path)
      return file(await disk.create(path), path)
    },
    open: async (path) => file(await disk.open(path), path),
    rename: async (from, to) => {
      act('rename', to)
      await disk.rename(from, to)
    },
    remove: async (path) => {
      act('remove', path)
      await disk.remove(path)
    },
    makeFolder: async (path) => {
      act('makeFolder', path)
      return disk.makeFolder(path)
    },
    flushFolder: async (path) => {
      act('flushFolder', path)
      await disk.flushFolder(path)
    },
  }
}

/** A disk for one process that is killed before its n-th act, counted from `arm`. */
export function mortal(disk: Disk = realDisk) {
  let left = Infinity
  return {
    arm: (acts: number) => (left = acts),
    get dead() {
      return left < 0
    },
    disk: watched(disk, () => {
      left -= 1
      if (left < 0) throw new Error('This process is dead.')
    }),
  }
}
