/** Results: they cross as values, never as thrown errors. */
import { z } from 'zod'
import { jsonSchema } from '../model/field.ts'

export const errorCodes = [
  'bad-input',
  'no-command',
  'no-library',
  'not-found',
  'refused',
  'locked',
  'other-machine',
  'not-a-library',
  'damaged',
  'not-empty',
  'read-only',
  'disk-full',
  'disk',
  'no-dialogs',
  'unreachable',
  'internal',
] as const

/** An error for people: what happened, what it means for their words, what to do. `field` names the input at fault. */
export const failureSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  field: z.string().optional(),
  details: z.record(z.string(), jsonSchema).optional(),
})
export type Failure = z.infer<typeof failureSchema>

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }
