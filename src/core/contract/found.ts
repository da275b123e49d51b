/** What was found in the whole library. */
import { z } from 'zod'
import { instant } from '../model/field.ts'
import { foundStates } from '../search/entry.ts'
import { channel, day, recordId } from './ids.ts'

/** Text with the places in it that were looked for, as UTF-16 offsets. */
const markedSchema = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) })

/** A brief, a lead or a rail's discussion that was found. */
export const hitSchema = z.object({
  record: recordId,
  channel,
  /** The rail it stands on; left out on the shelf and where it is discarded. */
  day: day.optional(),
  at: instant.optional(),
  state: z.enum(foundStates),
  embargo: instant.optional(),
  /** A brief's kicker, a lead's headline. */
  kicker: markedSchema,
  /** So much of its words that what was looked for is in sight. */
  excerpt: markedSchema,
})
export type Hit = z.infer<typeof hitSchema>

/** Under embargo is what is ready or a draft besides. */
export const searchStates = [...foundStates, 'embargoed'] as const
