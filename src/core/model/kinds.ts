/** The kinds of record, looked up by what an id names. */
import { kindOf, type Kind, type RecordId } from '../ids.ts'
import { briefKind } from './brief.ts'
import { channelKind } from './channel.ts'
import type { FieldRule, Json, Migration, RecordKind } from './field.ts'
import { leadKind } from './lead.ts'
import { personKind } from './person.ts'
import { railKind } from './rail.ts'
import { targetKind } from './target.ts'

export const recordKinds: Readonly<Record<Kind, RecordKind>> = {
  channel: channelKind,
  person: personKind,
  target: targetKind,
  rail: railKind,
  lead: leadKind,
  brief: briefKind,
}

/** The format that this program writes: 1 and one more for each migration. */
export const format = formatOf(Object.values(recordKinds).flatMap((kind) => kind.migrations))

/** The format that a list of migrations leads to; throws where their numbers have gaps. */
export function formatOf(migrations: readonly Migration[]): number {
  const numbers = [...new Set(migrations.map((migration) => migration.to))].sort((a, b) => a - b)
  numbers.forEach((to, index) => {
    if (to !== index + 2) throw new Error(`The migrations lack one to format ${String(index + 2)}.`)
  })
  return numbers.length + 1
}

const noRule: FieldRule = {}

/** How two writes of this field meet. */
export function ruleOf(record: RecordId, field: string): FieldRule {
  const kind = kindOf(record)
  return (kind && recordKinds[kind].rules[field]) ?? noRule
}

/** A value that a program of an older format wrote, as this one writes it. */
export function migrate(record: RecordId, field: string, value: Json | undefined, from: number): Json | undefined {
  const kind = kindOf(record)
  if (kind === undefined || from >= format) return value
  return recordKinds[kind].migrations
    .filter((migration) => migration.to > from && migration.field === field)
    .sort((a, b) => a.to - b.to)
    .reduce<Json | undefined>((old, migration) => (old === undefined ? undefined : migration.value(old)), value)
}

/** The outcome of holding a value against its field's schema. */
export type Checked = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false; readonly message: string }

/** Checks and cleans a value before it becomes a set; nothing clears the field. An unknown field is refused. */
export function checkValue(record: RecordId, field: string, value: Json | undefined): Checked {
  const kind = kindOf(record)
  const schema = kind && recordKinds[kind].fields[field]
  if (kind === undefined || schema === undefined) return { ok: false, message: `There is no field "${field}" here.` }
  if (value === undefined) return { ok: true, value }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data as Json }
  return { ok: false, message: parsed.error.issues[0]?.message ?? 'This value does not fit.' }
}
