import { z } from 'zod'
import { heldReasons } from '../held.ts'
import { instant } from '../model/field.ts'
import { channel, day, recordId } from './ids.ts'

/** A brief under embargo, or one whose embargo has ended and that is not launched. */
export const embargoNoteSchema = z.object({
  channel,
  /** The rail it stands on. */
  day,
  record: recordId,
  kicker: z.string(),
  embargo: instant,
  /** `going`: the desk is about to let it out by itself. */
  state: z.enum(['ahead', 'going', 'fallen']),
  /** What holds it back beside the embargo. */
  held: z.enum(heldReasons).optional(),
})
export type EmbargoNote = z.infer<typeof embargoNoteSchema>
