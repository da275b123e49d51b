/** Which act undo and redo take back. Both are changes like any other; the log alone says what they undid. */
import { invert, same, sorted, type Change, type Inverse, type Origins, type Records } from './change.ts'
import type { ChangeId, RecordId } from './ids.ts'
import { takesDown } from './takedown.ts'

/** What a key press would take back. */
export interface Undoing {
  readonly changes: readonly Change[]
  readonly inverse: Inverse
  /** Newer acts that were passed over, since others wrote over all of them. */
  readonly passed: Inverse['left']
}

/**
 * Sorts a person's changes of a rail into acts (with redos, which bring one back) and undos, leaving
 * out what has been taken back, and take-downs, which undo leaves.
 */
function standing(log: readonly Change[], by: RecordId): { acts: Change[][]; undos: Change[] } {
  const own = sorted(log).filter((change) => change.by === by)
  const undone = new Set<ChangeId>(own.flatMap((change) => change.undoes ?? []))
  const undos = new Set<ChangeId>()
  for (const change of own) {
    // A redo undoes an undo; all else that undoes is an undo.
    if (change.undoes !== undefined && !change.undoes.some((id) => undos.has(id))) undos.add(change.id)
  }
  const acts = new Map<string, Change[]>()
  for (const change of own) {
    if (undone.has(change.id) || undos.has(change.id) || takesDown(change)) continue
    const key = change.undoes === undefined ? (change.step ?? change.id) : change.id
    const act = acts.get(key)
    if (act === undefined) acts.set(key, [change])
    else act.push(change)
  }
  return { acts: [...acts.values()], undos: own.filter((change) => undos.has(change.id) && !undone.has(change.id)) }
}

const newest = (changes: readonly Change[]): ChangeId => changes.at(-1)?.id ?? ''

/** What the writes of undos stand for: the writes that stood before what they undid. */
function originsIn(log: readonly Change[]): Origins {
  const changes = new Map(log.map((change) => [change.id, change]))
  const origins = (write: ChangeId, record: RecordId, field: string): Set<ChangeId> => {
    const undone = sorted((changes.get(write)?.undoes ?? []).flatMap((id) => changes.get(id) ?? []))
    const first = undone.flatMap((change) => change.sets).find((set) => set.record === record && set.field === field)
    return new Set([write, ...(first?.after ?? []).flatMap((before) => [...origins(before, record, field)])])
  }
  return origins
}

/** What taking back these changes comes to on the records as they are now. */
export function inverseOf(log: readonly Change[], changes: readonly Change[], records: Records): Inverse {
  return invert(records, changes, originsIn(log))
}

/** The brief that a person took down with their latest act: undo says that it stays so. */
export function lastTakenDown(log: readonly Change[], by: RecordId): RecordId | undefined {
  const last = sorted(log).findLast((change) => change.by === by)
  return last !== undefined && takesDown(last) ? last.sets.find(({ field }) => field === 'takenDown')?.record : undefined
}

/** The newest act of this person in the log that is neither undone nor an undo; undefined where there is none. */
export function nextUndo(log: readonly Change[], by: RecordId, records: Records): Undoing | undefined {
  const acts = standing(log, by).acts.sort((a, b) => (newest(a) < newest(b) ? 1 : -1))
  const origins = originsIn(log)
  const passed: Inverse['left'][number][] = []
  for (const changes of acts) {
    const inverse = invert(records, changes, origins)
    // An act that came to nothing, such as a new brief left empty, is nobody's to take back.
    if (inverse.sets.length > 0 && inverse.sets.every((set) => same(set.from, set.to))) continue
    if (inverse.sets.length > 0) return { changes, inverse, passed }
    passed.push(...inverse.left)
  }
  return undefined
}

/** The newest undo that no newer act follows; undefined where there is none. */
export function nextRedo(log: readonly Change[], by: RecordId, records: Records): Undoing | undefined {
  const { acts, undos } = standing(log, by)
  const undo = undos.at(-1)
  if (undo === undefined) return undefined
  const followed = acts.some((changes) => changes.some((change) => change.undoes === undefined && change.id > undo.id))
  if (followed || lastTakenDown(log, by) !== undefined) return undefined
  const inverse = invert(records, [undo], originsIn(log))
  return inverse.sets.length > 0 ? { changes: [undo], inverse, passed: [] } : undefined
}
