/** One writer: an SQLite lock that ends with its process, and open.json, which says whose it is. */
import type { Instant } from '../../core/ids.ts'
import { isObject } from './decode.ts'
import { replace } from './disk.ts'
import type { LibraryFolder } from './folder.ts'
import { lockFile, openFile } from './layout.ts'
import { LibraryError } from './library-error.ts'

/** Who has the library open for writing. */
export interface Holder {
  readonly machine: string
  readonly person: string
  readonly since: string
  readonly pid: number
}

export interface Lock {
  release(): void
}

/**
 * Takes the lock, which the system drops if this process dies; undefined where another has it.
 * Nothing else may ever open this file: closing any handle of it in this process would drop the lock (POSIX).
 */
export function takeLock(path: string): Lock | undefined {
  // Loaded here alone: a library that is only read needs no SQLite.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const database = new DatabaseSync(path)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === sqliteBusy) return undefined
    throw error
  }
  return {
    release: () => {
      database.close()
    },
  }
}

// https://www.sqlite.org/rescode.html#busy
const sqliteBusy = 5

/** Reads open.json; undefined where nobody has the library open, or cannot be told. */
export async function readHolder(folder: LibraryFolder): Promise<Holder | undefined> {
  try {
    const bytes = await folder.disk.read(folder.at(openFile))
    const json: unknown = JSON.parse(bytes?.toString() ?? 'null')
    if (!isObject(json)) return undefined
    const { machine, person, since, pid } = json
    if (typeof machine !== 'string' || typeof person !== 'string' || typeof since !== 'string' || typeof pid !== 'number') return undefined
    return { machine, person, since, pid }
  } catch {
    return undefined
  }
}

export function writeHolder(folder: LibraryFolder, holder: Holder): Promise<void> {
  return replace(folder.disk, folder.at(openFile), Buffer.from(JSON.stringify(holder)))
}

export function removeHolder(folder: LibraryFolder): Promise<void> {
  return folder.disk.remove(folder.at(openFile))
}

/**
 * Takes the lock of a library for somebody on this machine.
 * @throws LibraryError `locked`, or `other-machine` unless that is to be passed over (`anyway`)
 */
export async function lockLibrary(folder: LibraryFolder, machine: string, now: Instant, anyway: boolean): Promise<Lock> {
  const lock = takeLock(folder.at(lockFile))
  const holder = await readHolder(folder)
  if (lock === undefined) {
    const who = holder === undefined ? 'Somebody has' : `${holder.person} has`
    const where = holder === undefined || holder.machine === machine ? 'on this computer' : `on ${holder.machine}`
    throw new LibraryError(
      'locked',
      `${who} this library open ${where}${since(holder, now)}. Nothing was touched. Close it there first, or open it here to read only.`,
      { ...holder },
    )
  }
  if (holder === undefined || holder.machine === machine || anyway) return lock
  lock.release()
  throw new LibraryError(
    'other-machine',
    `${holder.person} has this library open on ${holder.machine}${since(holder, now)}, or it was not closed properly there. ` +
      'If both write, edits end up in two versions. Open it to read only, or open it anyway once you are sure that it is closed there.',
    { ...holder },
  )
}

/** ` since 21:04`, with the date where it is not today; as the clock of this machine shows it, for a person here. */
function since(holder: Holder | undefined, now: Instant): string {
  const at = new Date(holder?.since ?? '')
  if (Number.isNaN(at.getTime())) return ''
  const date = (of: Date) => of.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const on = date(at) === date(new Date(now)) ? '' : ` on ${date(at)}`
  return ` since ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}${on}`
}
