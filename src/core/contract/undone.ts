/** What an undo or redo did. */
import { z } from 'zod'
import { instant } from '../model/field.ts'
import { recordId } from './ids.ts'

const act = z.object({
  name: z.string(),
  record: recordId.optional(),
  records: z.int(),
  /** By how many minutes it shifted their times, where that is what it did. */
  minutes: z.int().optional(),
})
const leftRecord = z.object({ record: recordId, by: z.string() })

/** What an undo or redo did, or why it waits for a second press. */
export const undoneSchema = z.discriminatedUnion('kind', [
  /** `stays` is a brief that was just taken down, which only reinstating brings back. */
  z.object({ kind: z.literal('nothing'), stays: recordId.optional() }),
  /** From before the last launch or the last take-down, or older than half an hour: `sure` names it in the second call. */
  z.object({
    kind: z.literal('ask'),
    why: z.enum(['launched', 'old', 'takenDown']),
    at: instant,
    sure: z.string(),
    act,
    stays: recordId.optional(),
  }),
  z.object({ kind: z.literal('done'), act, left: z.array(leftRecord) }),
])
export type Undone = z.infer<typeof undoneSchema>
