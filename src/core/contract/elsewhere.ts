/** Where else a brief stands. */
import { z } from 'zod'
import { whys } from '../elsewhere.ts'
import { stillAtSchema } from './delivery.ts'
import { rail, recordId } from './ids.ts'
import { recordSchema } from './view.ts'

export const elsewhereSchema = z.object({
  /** The brief itself first, then what readers see, then the rest; the nearest first. */
  places: z.array(
    z.object({
      record: recordId,
      why: z.enum(whys),
      percent: z.int(),
      figures: z.array(z.string()),
      /** The rails whose newest edition shows it, and whether a launch would change it there. */
      shows: z.array(z.object({ ...rail, changed: z.boolean() })),
    }),
  ),
  /** How many more there are that are told of by figures or wording alone. */
  more: z.int(),
  records: z.array(recordSchema),
  readable: z.array(stillAtSchema),
})
