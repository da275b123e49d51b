/**
 * An edition: all that its bundle is made of, frozen at a launch. Numbered, immutable, a file of its own.
 * Its strings are ready to write: labels, dates and offsets are worked out here and never again.
 */
import { z } from 'zod'
import { channelKeyRegExp, dayPattern, openingPattern, recordIdRegExp } from './ids.ts'
import { discussionStates } from './model/channel.ts'
import { instant } from './model/field.ts'
import { mediaSchema } from './model/image.ts'

const recordId = z.string().regex(recordIdRegExp)
const day = z.string().regex(dayPattern)

/** An image as readers see it; the bundle holds its files. */
export const frozenImageSchema = z.object({
  alt: z.string(),
  credit: z.string(),
  /** One shape in several sizes, widest first. */
  crops: z.array(mediaSchema).min(1),
})
export type FrozenImage = z.infer<typeof frozenImageSchema>

export const frozenLeadSchema = z.object({
  record: recordId,
  headline: z.string(),
  /** Inline text in the Markdown subset. */
  standfirst: z.string(),
  /** Markdown subset. */
  body: z.string(),
  link: z.string(),
  image: frozenImageSchema.optional(),
  /** The launch that first carried it, and the last that changed it. */
  published: instant,
  updated: instant,
})
export type FrozenLead = z.infer<typeof frozenLeadSchema>

export const frozenBriefSchema = z.object({
  record: recordId,
  at: instant,
  /** `HH:MM` in the channel's zone, its local date and offset. */
  label: z.string(),
  date: day,
  offset: z.string(),
  kicker: z.string(),
  headline: z.string(),
  /** Markdown subset. */
  text: z.string(),
  link: z.string(),
  source: z.string(),
  tags: z.array(z.string()),
  image: frozenImageSchema.optional(),
  pinned: z.boolean(),
  corrections: z.array(z.object({ at: instant, note: z.string() })),
  /** On one that was taken down with a notice to readers: its own words are empty then. */
  retracted: z.object({ at: instant, notice: z.string() }).optional(),
  published: instant,
  updated: instant,
})
export type FrozenBrief = z.infer<typeof frozenBriefSchema>

export const frozenDiscussionSchema = z.object({
  /** The rail whose own words each is; left out where they are the channel's. */
  from: z.object({ prompt: recordId.optional(), emptyState: recordId.optional(), state: recordId.optional() }).optional(),
  prompt: z.string(),
  emptyState: z.string(),
  state: z.enum(discussionStates),
})
export type FrozenDiscussion = z.infer<typeof frozenDiscussionSchema>

/** A brief or lead that readers saw and that was retracted with nothing in its place. */
export const frozenRetractionSchema = z.object({
  record: recordId,
  published: instant,
  /** The launch that took it off the site. */
  at: instant,
})
export type FrozenRetraction = z.infer<typeof frozenRetractionSchema>

/** What readers see: everything of an edition that a launch compares. */
export const pageSchema = z.object({
  channel: z.object({
    key: z.string().regex(channelKeyRegExp),
    title: z.string(),
    railTitle: z.string(),
    language: z.string(),
    zone: z.string(),
    site: z.string(),
    accent: z.string(),
    /** What the bundle holds; left out where it is the standard. */
    outputs: z.array(z.string()).optional(),
  }),
  day,
  lead: frozenLeadSchema.optional(),
  briefs: z.array(frozenBriefSchema),
  discussion: frozenDiscussionSchema,
  /** What is no longer there, told on for those who took it over; newest last, left out where there is none. */
  retracted: z.array(frozenRetractionSchema).optional(),
})
export type Page = z.infer<typeof pageSchema>

export const editionSchema = pageSchema.extend({
  format: z.literal(1),
  number: z.int().min(1),
  opening: z.string().regex(openingPattern),
  /** When it was launched. */
  at: instant,
  /** Who launched it, a person's record id; in no output. */
  by: recordId,
  /** The id of the channel's edition before it. */
  previous: z.string().optional(),
})
export type Edition = z.infer<typeof editionSchema>

/** An edition's identity, number and opening: two laptops' editions 3 can meet. */
export type EditionId = string
export const editionIdPattern = /^\d+-[0-9a-f]{16}$/

export function editionId(edition: Pick<Edition, 'number' | 'opening'>): EditionId {
  return `${String(edition.number)}-${edition.opening}`
}

/** The number in an edition's id. */
export function editionNumber(id: EditionId): number {
  return Number(id.slice(0, id.indexOf('-')))
}

/** What the ledger and a window need to know of an edition besides its page. */
export const editionNoteSchema = z.object({ id: z.string().regex(editionIdPattern), day, at: instant, by: recordId })
export type EditionNote = z.infer<typeof editionNoteSchema>
