/** What a field said before and after, as words to read. */
import { same, type FieldSet } from '../core/change.ts'
import { briefFields } from '../core/history.ts'
import { placeHome, readPlace, type Brief } from '../core/model/brief.ts'
import type { Json } from '../core/model/field.ts'
import { imageChange, shorten, wordDiff, type Piece } from './components/launch/differences.ts'
import { fieldName, valueText } from './composables/conflict.ts'
import { t } from './i18n.ts'

export interface FieldChange {
  readonly field: string
  readonly name: string
  readonly pieces: readonly Piece[]
}

/** Where and in whose language a record is read. */
export interface Reading {
  readonly language: string
  readonly zone: string
  readonly day: string
}

/** Fields whose words are told one by one; the others are read at once. */
const running = new Set([
  'kicker',
  'headline',
  'text',
  'source',
  'note',
  'standfirst',
  'body',
  'prompt',
  'emptyState',
  'corrections',
  'imageAlt',
  'imageCredit',
])

/** The fields that changed, in their order. A new place on the same rail says nothing that could be read. */
export function fieldChanges(fields: readonly Pick<FieldSet, 'field' | 'from' | 'to'>[], reading: Reading): FieldChange[] {
  return fields.flatMap(({ field, from, to }) => {
    if (field === 'place' && placeHome(readPlace(from)) === placeHome(readPlace(to))) return []
    const image = field === 'image' ? imageChange(from, to) : undefined
    if (image !== undefined) return [{ field, name: t(`launch.fields.${image}`), pieces: [] }]
    const [before, after] = [from, to].map((value) => text(field, value, reading)) as [string, string]
    const pieces = running.has(field) ? shorten(wordDiff(before, after, reading.language)) : whole(before, after)
    return [{ field, name: fieldName(field), pieces }]
  })
}

function text(field: string, value: Json | undefined, { zone, day }: Reading): string {
  const nothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return nothing ? '' : valueText(field, value, zone, day)
}

function whole(before: string, after: string): Piece[] {
  const both: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return both.filter((piece) => piece.text !== '')
}

/** What differs between a brief then and now. */
export function briefChanges(then: Brief, now: Brief, reading: Reading): FieldChange[] {
  const fields = briefFields.map((field) => ({ field, from: then[field] as Json | undefined, to: now[field] as Json | undefined }))
  return fieldChanges(
    fields.filter(({ from, to }) => !same(from, to)),
    reading,
  )
}
