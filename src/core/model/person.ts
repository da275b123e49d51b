import type { RecordId } from '../ids.ts'
import { line, type RecordKind } from './field.ts'

/** Somebody who writes on this desk; a name is on every change and in no output. */
export interface Person {
  readonly id: RecordId
  readonly name: string
}

export const personKind = {
  kind: 'person',
  fields: { name: line(200) },
  rules: {},
  migrations: [],
} as const satisfies RecordKind

export const personDefaults: Omit<Person, 'id'> = { name: '' }
