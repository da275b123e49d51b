/** What is sent to targets, what stands there, and what several launches made. */
import { z } from 'zod'
import { editionNoteSchema } from '../edition.ts'
import { heldReasons } from '../held.ts'
import { failureSchema } from './failure.ts'
import { channel, day, edition, rail, recordId } from './ids.ts'

/** Whose bundle stands in a target. */
export const standsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ours') }),
  z.object({ kind: z.literal('empty') }),
  /** Another edition than the one last sent from here. */
  z.object({ kind: z.literal('other'), edition: z.string(), title: z.string(), at: z.string() }),
  z.object({ kind: z.literal('unreadable'), message: z.string() }),
])
export type Stands = z.infer<typeof standsSchema>

export const deliverySchema = z.object({
  target: recordId,
  edition,
  day,
  state: z.enum(['sending', 'sent', 'failed', 'cancelled', 'disagrees']),
  done: z.int(),
  total: z.int(),
  message: z.string().optional(),
  stands: standsSchema.optional(),
})
export type DeliveryState = z.infer<typeof deliverySchema>

/** A retracted brief that a target still shows, though an edition without it was launched. */
export const readableSchema = z.object({ channel, target: recordId, edition, day, record: recordId, kicker: z.string() })
export type Readable = z.infer<typeof readableSchema>

/** What one launch of several made of a rail. */
export const railReportSchema = z.object({
  ...rail,
  edition: editionNoteSchema.optional(),
  /** Nothing had changed there: its last edition was sent again. */
  again: z.boolean(),
  failure: failureSchema.optional(),
  /** What was to go and did not, and why, as a review has it. */
  held: z.array(z.object({ record: recordId, reason: z.enum(heldReasons) })),
  sent: z.array(
    deliverySchema.pick({ target: true, state: true, message: true, stands: true }).extend({ name: z.string(), place: z.string() }),
  ),
})
export type RailReport = z.infer<typeof railReportSchema>

/** A place in a target where taken-down words can still be read: its root (`''`) or a day's folder. */
export const stillAtSchema = z.object({ target: recordId, name: z.string(), removed: z.boolean(), place: z.string(), day, edition })
export type StillAt = z.infer<typeof stillAtSchema>
