/** Reading a home: its checkpoint or, where that is missing or damaged, its changes to make it from. */
import { randomUUID } from 'node:crypto'
import type { Low } from 'lowdb'
import { union, type Change } from '../../core/change.ts'
import { dayOfHome, homeOf, libraryHome, numberOf, type Home } from '../../core/ids.ts'
import { format } from '../../core/model/kinds.ts'
import type { Found } from './checkpoint.ts'
import type { Checkpoint, LibraryFolder } from './folder.ts'
import type { Journals } from './journals.ts'
import { checkpointFile, historyFile } from './layout.ts'
import { LibraryError } from './library-error.ts'

export interface HomeFile {
  readonly db: Low<Checkpoint>
  readonly found: Found
  /** What the records are made from where the checkpoint was not whole; beside it the journals count. */
  readonly history: readonly Change[]
}

const blank = (home: Home): Checkpoint =>
  home === libraryHome ? { format, id: randomUUID(), highest: 0, records: [] } : { format, records: [], guests: [] }

/**
 * Reads a home. A damaged checkpoint is set aside once it is clear that the history and the journals hold what it held.
 * @throws LibraryError `damaged` where they do not either; then nothing is touched.
 */
export async function readHome(folder: LibraryFolder, journals: Journals, home: Home): Promise<HomeFile> {
  const file = checkpointFile(home)
  const { db, found } = await folder.readCheckpoint(home, blank(home))
  if (found === 'whole') return { db, found, history: [] }
  const { changes: history, size = 0 } = await folder.readLog(historyFile(home))
  const known = union(history, journals.changes(home))
  if (known.length === 0 && size === 0 && found === 'missing' && home !== libraryHome) return { db, found, history }
  const whole = isWhole(home, known)
  // Journals alone hold it all before the first fold; where they lack what no damaged line explains, a history is gone.
  const historyGone = history.length === 0 && !whole && !journals.damaged
  if (known.length === 0 || historyGone) throw lost(folder, home)
  if (found === 'damaged' && folder.mayWrite) await folder.setAside(file)
  if (found === 'damaged' || size > 0 || home === libraryHome) {
    const was = found === 'missing' ? 'was missing' : folder.mayWrite ? 'was damaged, is kept beside it as .damaged' : 'is damaged'
    const lacks = whole ? 'No words are lost.' : 'Some older changes are missing there too: compare the words with a backup.'
    folder.report(file, 'rebuilt', `${file} ${was} and was made again from the history. ${lacks}`)
  }
  return { db, found, history }
}

/** Whether a log holds every write that its changes of this home's records name. */
function isWhole(home: Home, changes: readonly Change[]): boolean {
  const ids = new Set(changes.map((change) => change.id))
  return changes.every(({ sets }) => sets.every(({ record, after }) => homeOf(record) !== home || after.every((id) => ids.has(id))))
}

function lost(folder: LibraryFolder, home: Home): LibraryError {
  const file = checkpointFile(home)
  const day = dayOfHome(home)
  const what =
    home === libraryHome
      ? 'The list of channels'
      : day === undefined
        ? `The shelf of ${home.replace(/\/.*/, '')}`
        : `${day.day} of ${day.channel}`
  const message =
    `${what} cannot be read: ${file} is damaged or missing, and so is ${historyFile(home)}. ` +
    'Both were left as they are. Put back either of them from a backup, then open the library again.'
  folder.report(file, 'cannot-be-read', message)
  return new LibraryError('damaged', message, { file })
}

/** The highest change number of any file of the library: needed where library.json, which knows it, was lost. */
export async function highestOnDisk(folder: LibraryFolder): Promise<number> {
  let highest = 0
  for (const home of [libraryHome, ...(await folder.homes())]) {
    const { changes } = await folder.readLog(historyFile(home))
    const { db } = await folder.readCheckpoint(home, blank(home))
    const seen = db.data.records.flatMap((record) => Object.values(record.seen))
    for (const id of [...changes.map((change) => change.id), ...seen]) highest = Math.max(highest, numberOf(id))
  }
  return highest
}
