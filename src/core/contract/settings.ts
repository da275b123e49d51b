/** What belongs to the machine and the person at it. */
import { z } from 'zod'
import { deskLanguages } from '../messages/languages.ts'
import { personKind } from '../model/person.ts'

export const languages = ['system', ...deskLanguages] as const
export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const
export const textSizes = ['small', 'normal', 'large', 'largest'] as const

export const settingsSchema = z.object({
  theme: z.enum(themes),
  /** What the desk speaks; `system` is the first of the system's languages that it knows. */
  language: z.enum(languages),
  /** How much air stands between rows. */
  density: z.enum(densities),
  textSize: z.enum(textSizes),
  /** Whether plain letters act on the board. */
  letters: z.boolean(),
  /** The name on this person's changes. */
  name: personKind.fields.name,
  leftPane: z.int().min(160).max(480),
  rightPane: z.int().min(280).max(900),
  leftOpen: z.boolean(),
  rightOpen: z.boolean(),
  /** Whether the system's notifications tell of what cannot wait. */
  notify: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>
