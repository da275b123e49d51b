/** Folding: what the journals hold goes into checkpoints and histories, then they are removed. A kill between any two writes loses nothing. */
import { dirname } from 'node:path'
import { union, type Change } from '../../core/change.ts'
import { libraryHome, type Home } from '../../core/ids.ts'
import { format } from '../../core/model/kinds.ts'
import { ensureFolder, flushed, sweep, writeAll } from './disk.ts'
import type { LibraryFolder } from './folder.ts'
import { unlessDamaged, type Homes } from './homes.ts'
import type { Journals } from './journals.ts'
import { checkpointFile, historyFile } from './layout.ts'
import { encodeHeader, encodeLine } from './log.ts'

/**
 * Folds the closed journals. The order is the point: a change is in its checkpoint and the number in
 * library.json before the histories take it, and in all three before its journal goes.
 * A journal with changes of a home that cannot be read stays.
 */
export async function fold(folder: LibraryFolder, journals: Journals, homes: Homes): Promise<void> {
  const folded = journals.closed
  const unreadable = new Set<Home>()
  const concerned = journals.homes(folded)
  for (const home of concerned) {
    await homes.loadAlone(home).catch((error: unknown) => {
      unlessDamaged(error)
      unreadable.add(home)
    })
  }
  for (const path of new Set([...concerned].map((home) => dirname(folder.at(checkpointFile(home)))))) await sweep(folder.disk, path)
  await homes.writeDirty()
  await homes.write(libraryHome)
  for (const home of concerned) {
    // A history begun now would pass for the one that was lost.
    if (!unreadable.has(home)) await appendHistory(folder, home, journals.changes(home, folded))
  }
  for (const journal of folded) {
    if (journal.entries.some(({ homes }) => [...homes].some((home) => unreadable.has(home)))) journal.kept = true
    else await journals.remove(journal)
  }
}

/** Adds to a home's history what it lacks, after its last whole line. What it has is flushed too: who wrote it may not have lived to. */
async function appendHistory(folder: LibraryFolder, home: Home, changes: readonly Change[]): Promise<void> {
  const path = folder.at(historyFile(home))
  const log = await folder.readLog(historyFile(home))
  const sets = new Map(union(log.changes, []).map((change) => [change.id, change.sets.length]))
  const lacking = changes.filter((change) => (sets.get(change.id) ?? 0) < change.sets.length)
  const header = log.format === format ? [] : [encodeHeader()]
  const bytes = Buffer.concat([...header, ...lacking.map((change) => encodeLine(JSON.stringify(change)))])
  await ensureFolder(folder.disk, dirname(path))
  const file = await (log.size === undefined ? folder.disk.create(path) : folder.disk.open(path))
  try {
    if (log.end < (log.size ?? 0)) await file.truncate(log.end)
    if (lacking.length > 0) await writeAll(file, bytes, log.end)
    await flushed(file.flush(), path)
  } finally {
    await file.close()
  }
  await flushed(folder.disk.flushFolder(dirname(path)), path)
}
