/** Records as the model's types: each field's shown value, defaults filled in. */
import type { RecordState } from './change.ts'
import { valueOf } from './change.ts'
import { dayOfHome, homeOf, keyOf, kindOf, type Kind, type RecordId } from './ids.ts'
import { briefDefaults, type Brief } from './model/brief.ts'
import { channelDefaults, type Channel } from './model/channel.ts'
import { recordKinds } from './model/kinds.ts'
import { leadDefaults, type Lead } from './model/lead.ts'
import { personDefaults, type Person } from './model/person.ts'
import { railDefaults, type Rail } from './model/rail.ts'
import { targetDefaults, type Target } from './model/target.ts'

const views = new WeakMap<RecordState, object>()

/** Fills a record's fields into its defaults; a value that does not fit its schema counts as not set. */
function view<T extends object>(kind: Kind, record: RecordState, defaults: T, derive: (made: T) => T = (made) => made): T {
  const known = views.get(record)
  // States never change in place, so a view holds as long as its state.
  if (known !== undefined) return known as T
  const fields = Object.entries(recordKinds[kind].fields).flatMap(([field, schema]) => {
    const value = valueOf(record, field)
    if (value === undefined) return []
    const parsed = schema.safeParse(value)
    return parsed.success ? [[field, parsed.data] as const] : []
  })
  const made = derive({ ...defaults, ...Object.fromEntries(fields) })
  views.set(record, made)
  return made
}

const empty = (id: RecordId): RecordState => ({ id, seen: {}, fields: {} })

export function readBrief(record: RecordState): Brief {
  return view<Brief>('brief', record, { ...briefDefaults, id: record.id }, downIsRetracted)
}

function downIsRetracted(brief: Brief): Brief {
  return brief.takenDown === undefined ? brief : { ...brief, status: 'retracted' }
}

export function readChannel(record: RecordState): Channel {
  return view('channel', record, { ...channelDefaults, key: keyOf(record.id) })
}

export function readPerson(record: RecordState): Person {
  return view('person', record, { ...personDefaults, id: record.id })
}

export function readTarget(record: RecordState): Target {
  return view('target', record, { ...targetDefaults, id: record.id })
}

/** The lead of a rail; one without writes is empty. */
export function readLead(record: RecordState | undefined, id: RecordId): Lead {
  return view('lead', record ?? empty(id), { ...leadDefaults, id })
}

/** A rail; one without writes is empty. */
export function readRail(record: RecordState | undefined, id: RecordId): Rail {
  const home = dayOfHome(homeOf(id))
  if (home === undefined) throw new Error(`Not a rail's id: ${id}`)
  return view('rail', record ?? empty(id), { ...railDefaults, id, ...home })
}

/** The records of one kind, in the order of their ids. */
export function ofKind(records: Iterable<RecordState>, kind: Kind): RecordState[] {
  return [...records].filter((record) => kindOf(record.id) === kind).sort((a, b) => (a.id < b.id ? -1 : 1))
}
