/**
 * The one op. Everything is a record with fields; a change is one recorded act, a list of field sets.
 * Each set names the writes it replaces, and from that alone everything here follows: a field is a
 * multi-value register, and two writes made without knowing of each other are both kept.
 */
import { openingOf, type ChangeId, type Instant, type Opening, type RecordId } from './ids.ts'
import type { Json } from './model/field.ts'
import { ruleOf } from './model/kinds.ts'

/** One field's new value. A `from` or `to` left out is nothing; `after` names the writes this one replaces. */
export interface FieldSet {
  readonly record: RecordId
  readonly field: string
  readonly from?: Json | undefined
  readonly to?: Json | undefined
  readonly after: readonly ChangeId[]
}

export interface Change {
  readonly id: ChangeId
  /** The clock of the desk that made it; never decides order. */
  readonly at: Instant
  /** The person's record id. */
  readonly by: RecordId
  readonly sets: readonly FieldSet[]
  /** Joins the changes of one act, such as one visit to a card. */
  readonly step?: string | undefined
  /** On an undo or a redo: the changes it takes back. */
  readonly undoes?: readonly ChangeId[] | undefined
}

/** A present write of a field: one that no later write names. */
export interface Write {
  readonly id: ChangeId
  readonly value?: Json | undefined
}

/** A record as its changes made it. Of each field's present writes the first is shown. */
export interface RecordState {
  readonly id: RecordId
  /** The highest change of each opening that was applied, so that a repeat is known as one. */
  readonly seen: Readonly<Record<Opening, ChangeId>>
  readonly fields: Readonly<Record<string, readonly Write[]>>
}

export type Records = ReadonlyMap<RecordId, RecordState>

/** The value a field shows. */
export function valueOf(record: RecordState | undefined, field: string): Json | undefined {
  return record?.fields[field]?.[0]?.value
}

/** The present writes that hold the value shown: what a normal edit of the field replaces. */
export function writesShown(record: RecordState | undefined, field: string): ChangeId[] {
  const writes = record?.fields[field] ?? []
  return writes.filter((write) => same(write.value, writes[0]?.value)).map((write) => write.id)
}

/** All present writes of a field: what a choice in a conflict replaces. */
export function writesOf(record: RecordState | undefined, field: string): ChangeId[] {
  return (record?.fields[field] ?? []).map((write) => write.id)
}

/** A field that two desks wrote without knowing of each other, the value shown first. */
export interface Conflict {
  readonly record: RecordId
  readonly field: string
  readonly writes: readonly Write[]
}

/** The record's open conflicts: fields with present writes of different values that a person must decide on. */
export function conflictsOf(record: RecordState): Conflict[] {
  return Object.entries(record.fields).flatMap(([field, writes]) => {
    const { quiet } = ruleOf(record.id, field)
    const shown = writes[0]?.value
    const open = writes.filter((write, index) => index === 0 || !(same(write.value, shown) || quiet?.(write.value, shown) === true))
    return open.length > 1 ? [{ record: record.id, field, writes: open }] : []
  })
}

/** Whether two values are equal; keys of objects in any order. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
  }
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]))
}

/**
 * Applies a change to the records it names and returns those that differ by it.
 * A repeat changes nothing; any order that keeps causes first ends in the same state.
 */
export function apply(records: Records, change: Change): RecordState[] {
  return [...setsByRecord(change)].flatMap(([id, sets]) => {
    const before = records.get(id)
    const after = applyTo(before ?? { id, seen: {}, fields: {} }, change.id, sets)
    return after === before ? [] : [after]
  })
}

/** A change's sets, by the record they are of. */
export function setsByRecord(change: Pick<Change, 'sets'>): Map<RecordId, FieldSet[]> {
  const byRecord = new Map<RecordId, FieldSet[]>()
  for (const set of change.sets) {
    const sets = byRecord.get(set.record)
    if (sets === undefined) byRecord.set(set.record, [set])
    else sets.push(set)
  }
  return byRecord
}

function applyTo(record: RecordState, id: ChangeId, sets: readonly FieldSet[]): RecordState {
  const opening = openingOf(id)
  if ((record.seen[opening] ?? '') >= id) return record
  const fields = { ...record.fields }
  for (const { field, to, after } of sets) {
    const left = (fields[field] ?? []).filter((write) => !after.includes(write.id))
    const { prefer } = ruleOf(record.id, field)
    fields[field] = [...left, { id, ...(to === undefined ? {} : { value: to }) }].sort(
      (a, b) => (prefer?.(a.value, b.value) ?? 0) || (a.id < b.id ? 1 : -1),
    )
  }
  return { ...record, seen: { ...record.seen, [opening]: id }, fields }
}

/** Applies a whole log, lowest id first (which keeps causes first), to a map of its own. */
export function replay(log: Iterable<Change>, records: Records = new Map()): Map<RecordId, RecordState> {
  const state = new Map(records)
  for (const change of sorted(log)) for (const record of apply(state, change)) state.set(record.id, record)
  return state
}

/** Changes in their order, which is the same on all desks. */
export function sorted(log: Iterable<Change>): Change[] {
  return [...log].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** What an undo takes back, and what it leaves because somebody wrote there since. */
export interface Inverse {
  readonly sets: FieldSet[]
  /** Records left whole, with the write that stands in the way. */
  readonly left: readonly { readonly record: RecordId; readonly field: string; readonly write: ChangeId }[]
}

/**
 * The writes that a present write stands for: itself, and where an undo made it, those whose value it
 * brought back. Without a log of undos every write stands for itself alone.
 */
export type Origins = (write: ChangeId, record: RecordId, field: string) => ReadonlySet<ChangeId>
const itself: Origins = (write) => new Set([write])

/**
 * The sets that take back these changes (an act's, in any order). A record any of whose fields
 * was written since is left whole; the rest is undone.
 */
export function invert(records: Records, changes: readonly Change[], origins: Origins = itself): Inverse {
  const acts = sorted(changes)
  const ids = new Set(acts.map((change) => change.id))
  const last = acts.at(-1)?.id ?? ''
  const sets: FieldSet[] = []
  const left: { record: RecordId; field: string; write: ChangeId }[] = []
  for (const [id, fields] of firstSets(acts)) {
    const record = records.get(id)
    const inverse = [...fields].map(([field, set]) => {
      const writes = writesOf(record, field)
      const own = writes.filter((write) => [...origins(write, id, field)].some((origin) => ids.has(origin)))
      const since = writes.find((write) => !own.includes(write) && (write > last || own.length === 0))
      // Only the act's own writes are replaced: another's beside them stays open.
      return { since, field, set: { record: id, field, from: valueOf(record, field), to: set.from, after: own } }
    })
    const since = inverse.flatMap(({ since: write, field }) => (write === undefined ? [] : [{ record: id, field, write }]))
    if (since.length > 0) left.push(...since)
    else sets.push(...inverse.map(({ set }) => set))
  }
  return { sets, left }
}

/** Of each record's fields the first set, which knows what stood before the act. */
function firstSets(acts: readonly Change[]): Map<RecordId, Map<string, FieldSet>> {
  const records = new Map<RecordId, Map<string, FieldSet>>()
  for (const set of acts.flatMap((change) => change.sets)) {
    const fields = records.get(set.record) ?? new Map<string, FieldSet>()
    records.set(set.record, fields)
    if (!fields.has(set.field)) fields.set(set.field, set)
  }
  return records
}

/** A change's sets of these records only; undefined where it has none. How a record's history is handed over. */
export function trim(change: Change, records: ReadonlySet<RecordId>): Change | undefined {
  const sets = change.sets.filter((set) => records.has(set.record))
  return sets.length === 0 ? undefined : { ...change, sets }
}

/** A change's sets in the order they are kept in, by record and field, so that one joined from parts is the same everywhere. */
export function setsInOrder(sets: readonly FieldSet[]): FieldSet[] {
  const key = (set: FieldSet): string => `${set.record} ${set.field}`
  return [...sets].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Two logs as one, in order. The same change trimmed differently is joined again. */
export function union(one: Iterable<Change>, other: Iterable<Change>): Change[] {
  const joined = new Map<ChangeId, Change>()
  for (const change of [...one, ...other]) {
    const had = joined.get(change.id)
    if (had === undefined) joined.set(change.id, change)
    else {
      const more = change.sets.filter((set) => !had.sets.some((have) => have.record === set.record && have.field === set.field))
      if (more.length > 0) joined.set(change.id, { ...had, sets: setsInOrder([...had.sets, ...more]) })
    }
  }
  return sorted(joined.values())
}

/** A field that shows something else in one state than in another. */
export interface Difference {
  readonly record: RecordId
  readonly field: string
  readonly from: Json | undefined
  readonly to: Json | undefined
}

/** What changed from one state to another: since the last edition, since yesterday, against another laptop. */
export function between(a: Records, b: Records): Difference[] {
  const ids = [...new Set([...a.keys(), ...b.keys()])].sort()
  return ids.flatMap((record) => {
    const [one, other] = [a.get(record), b.get(record)]
    if (one === other) return []
    const fields = new Set([...Object.keys(one?.fields ?? {}), ...Object.keys(other?.fields ?? {})])
    return [...fields].sort().flatMap((field) => {
      const [from, to] = [valueOf(one, field), valueOf(other, field)]
      return same(from, to) ? [] : [{ record, field, from, to }]
    })
  })
}

/**
 * Time travel: the state as it stood at an instant. A change counts from the later of its own
 * clock and that of the writes it names, so a clock set back brings no effect before its cause.
 */
export function at(log: Iterable<Change>, instant: Instant): Map<RecordId, RecordState> {
  return replay(countingBy(log, instant))
}

/** The changes that count by an instant, in order. */
export function countingBy(log: Iterable<Change>, instant: Instant): Change[] {
  const counts = new Map<ChangeId, Instant>()
  return sorted(log).filter((change) => {
    let from = change.at
    for (const id of change.sets.flatMap((set) => set.after)) {
      const cause = counts.get(id)
      if (cause !== undefined && cause > from) from = cause
    }
    counts.set(change.id, from)
    return from <= instant
  })
}
