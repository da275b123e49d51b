/** Changes and records as they come from files: checked for their shape, brought up to this program's format, nothing unknown dropped. */
import type { Change, FieldSet, RecordState, Write } from '../../core/change.ts'
import { changeIdPattern, homeOf, isHome, openingPattern } from '../../core/ids.ts'
import { format, migrate } from '../../core/model/kinds.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// A record of a newer program's kind is kept like any other.
const recordNamePattern = /\/[a-z][a-z0-9-]{0,80}$/
const fieldPattern = /^[a-z][A-Za-z0-9]{0,80}$/

/** Whether it is a record's id, of a kind that this program knows or not. */
export function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && recordNamePattern.test(value) && isHome(homeOf(value))
}

function isChangeId(value: unknown): value is string {
  return typeof value === 'string' && changeIdPattern.test(value)
}

const areChangeIds = (value: unknown): boolean => Array.isArray(value) && value.every(isChangeId)

function isSet(value: unknown): value is FieldSet {
  return (
    isObject(value) &&
    isRecordId(value.record) &&
    typeof value.field === 'string' &&
    fieldPattern.test(value.field) &&
    areChangeIds(value.after)
  )
}

function isChange(value: unknown): value is Change {
  return (
    isObject(value) &&
    isChangeId(value.id) &&
    typeof value.at === 'string' &&
    typeof value.by === 'string' &&
    Array.isArray(value.sets) &&
    value.sets.length > 0 &&
    value.sets.every(isSet) &&
    (value.step === undefined || typeof value.step === 'string') &&
    (value.undoes === undefined || areChangeIds(value.undoes))
  )
}

const isWrite = (value: unknown): value is Write => isObject(value) && isChangeId(value.id)

function isRecordState(value: unknown): value is RecordState {
  return (
    isObject(value) &&
    isRecordId(value.id) &&
    isObject(value.seen) &&
    Object.entries(value.seen).every(([opening, id]) => openingPattern.test(opening) && isChangeId(id)) &&
    isObject(value.fields) &&
    Object.entries(value.fields).every(([field, writes]) => fieldPattern.test(field) && Array.isArray(writes) && writes.every(isWrite))
  )
}

/** A change from a log of this format; undefined where it is none. */
export function decodeChange(value: unknown, from: number): Change | undefined {
  if (!isChange(value)) return undefined
  if (from >= format) return value
  const up = (set: FieldSet, side: 'from' | 'to') => (side in set ? { [side]: migrate(set.record, set.field, set[side], from) } : {})
  return { ...value, sets: value.sets.map((set) => ({ ...set, ...up(set, 'from'), ...up(set, 'to') })) }
}

/** A record from a checkpoint of this format; undefined where it is none. */
export function decodeRecord(value: unknown, from: number): RecordState | undefined {
  if (!isRecordState(value)) return undefined
  if (from >= format) return value
  const fields = Object.entries(value.fields).map(([field, writes]) => [
    field,
    writes.map((write) => ('value' in write ? { ...write, value: migrate(value.id, field, write.value, from) } : write)),
  ])
  return { ...value, fields: Object.fromEntries(fields) as RecordState['fields'] }
}

/** A format's number; undefined where it is none. */
export function readFormat(value: unknown): number | undefined {
  const found = isObject(value) ? value.format : undefined
  return typeof found === 'number' && Number.isInteger(found) && found >= 1 ? found : undefined
}
