/** A channel's day as a window gets it, and as it stood. */
import { z } from 'zod'
import type { RecordState } from '../change.ts'
import { editionNoteSchema, editionSchema, pageSchema } from '../edition.ts'
import { instant } from '../model/field.ts'
import { channel, day, recordId } from './ids.ts'

export const recordSchema = z.custom<RecordState>((value) => typeof value === 'object' && value !== null && 'seen' in value)

export const viewSchema = z.object({
  /** The number of the last event that this state holds. */
  n: z.int(),
  channel,
  day,
  /** The channel's records and the library's, the day's, the shelf's, the discarded, and earlier days' as far as they are carried. */
  records: z.array(recordSchema),
  /** What the site shows of this rail: its last edition, else the channel's newest of an earlier day. */
  base: editionSchema.optional(),
  /** The channel's newest edition of an earlier day. */
  earlier: pageSchema.optional(),
  /** The newest edition of the channel's newest launched day: what its page shows. */
  site: editionNoteSchema.optional(),
  /** What other windows are editing now. */
  editing: z.array(recordId),
})
export type View = z.infer<typeof viewSchema>

export const dayStates = ['empty', 'drafts', 'ready', 'launched'] as const
export const dayNoteSchema = z.object({
  day,
  briefs: z.int(),
  /** Its briefs in each hour of the channel's clock, the retracted aside. */
  hours: z.array(z.int()).length(24),
  state: z.enum(dayStates),
  /** The number of its last edition. */
  edition: z.int().optional(),
})
export type DayNote = z.infer<typeof dayNoteSchema>

/** A rail as it stood, for `board`. */
export const railThenSchema = z.object({
  at: instant,
  records: z.array(recordSchema),
  /** The same records as they are now, wherever they stand. */
  now: z.array(recordSchema),
  /** What the site showed of this rail. */
  base: pageSchema.optional(),
  earlier: pageSchema.optional(),
})
export type RailThen = z.infer<typeof railThenSchema>
