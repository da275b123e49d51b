/** What a window needs before anything else. */
import { z } from 'zod'
import { failureSchema } from './failure.ts'
import { recordId } from './ids.ts'
import { settingsSchema } from './settings.ts'

export const recentSchema = z.object({
  /** Names it in `openLibrary`. */
  id: z.string(),
  title: z.string(),
  /** The folder's own name, for telling two of one title apart. */
  folder: z.string(),
  gone: z.boolean(),
})

export const librarySchema = z.object({
  /** Another one whenever a library is opened. */
  id: z.string(),
  title: z.string(),
  folder: z.string(),
  sample: z.boolean(),
  /** Why nothing can be written, for people. */
  readOnly: z.string().optional(),
  /** What was found damaged, and what became of it. */
  problems: z.array(z.object({ file: z.string(), message: z.string() })),
  /** That the folder is synced or on a network. */
  caution: z.string().optional(),
})
export type LibraryInfo = z.infer<typeof librarySchema>

export const helloSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'cli']),
  settings: settingsSchema,
  person: recordId,
  recent: z.array(recentSchema),
  library: librarySchema.optional(),
  /** Why the library that was to be open at the start is not, and which of the recent it is. */
  refused: z.object({ failure: failureSchema, recent: z.string().optional() }).optional(),
})
export type Hello = z.infer<typeof helloSchema>
