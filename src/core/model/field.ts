/** What a record is made of: a schema for each field, and how two writes of one field meet. */
import { z } from 'zod'
import type { Kind } from '../ids.ts'

// No code generation from strings: the page's content security policy forbids it.
z.config({ jitless: true })

export const jsonSchema = z.json()
export type Json = z.infer<typeof jsonSchema>

/** How a field behaves when two desks wrote it without knowing of each other. */
export interface FieldRule {
  /** Which of two values goes first whatever their ids, as a sort's comparison; 0 leaves it to the ids. */
  readonly prefer?: (a: Json | undefined, b: Json | undefined) => number
  /** True where two different values need no decision of a person: the higher id shows. */
  readonly quiet?: (a: Json | undefined, b: Json | undefined) => boolean
}

/**
 * One step of a field's form from one format of the library to the next. Pure.
 * `to` counts formats without gaps; the value is what an older program wrote.
 */
export interface Migration {
  readonly to: number
  readonly field: string
  readonly value: (old: Json) => Json | undefined
}

export interface RecordKind {
  readonly kind: Kind
  readonly fields: Readonly<Record<string, z.ZodType>>
  readonly rules: Readonly<Record<string, FieldRule>>
  readonly migrations: readonly Migration[]
}

// Control characters that XML 1.0 forbids (section 2.2) leave here, once; tab and newline stay.
const forbidden = '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\uFFFE\\uFFFF'
const illegal = new RegExp(`[${forbidden}]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]`, 'g')

/** Text as every output can carry it: no characters XML forbids, `\n` line ends, NFC. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(illegal, '').normalize('NFC')
}

/** Text of one line, up to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max, `Longer than ${String(max)} characters.`)
    .transform((text) => cleanText(text).replace(/[\n\t\u2028\u2029]+/g, ' '))
/** Text of many lines, up to `max` characters. */
export const lines = (max: number) =>
  z
    .string()
    .max(max, `Longer than ${String(max)} characters.`)
    .transform(cleanText)

/** An absolute http or https address. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'Not an address such as https://example.org/.' }).max(2000)
export const instant = z.iso.datetime({ precision: 3 })
/** An instant on a whole minute. */
export const minute = instant.regex(/:00\.000Z$/)
export const flag = z.boolean()
/** The names of checks that are silenced on a record. */
export const silencedChecks = z.array(z.string().max(40)).max(50)
