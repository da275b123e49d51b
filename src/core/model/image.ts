/** The image of a brief or a lead: files of the library's media, and what is said of them. */
import { z } from 'zod'
import { line } from './field.ts'

export const mediaTypes = ['image/jpeg', 'image/png'] as const
export type MediaType = (typeof mediaTypes)[number]

/** A file of the library's media, named by its content: the same bytes are one file, and nothing is ever put in its place. */
export const mediaSchema = z.object({
  /** SHA-256 in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(mediaTypes),
  /** In pixels. */
  width: z.int().min(1).max(50_000),
  height: z.int().min(1).max(50_000),
  /** In bytes. */
  size: z.int().min(1),
})
export type Media = z.infer<typeof mediaSchema>

const extensions: Readonly<Record<MediaType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' }
export const mediaNamePattern = /^[0-9a-f]{64}\.(?:jpg|png)$/

/** The name of a media file, in the library, in a bundle and on the hosts alike. */
export function mediaName({ hash, type }: Pick<Media, 'hash' | 'type'>): string {
  return `${hash}.${extensions[type]}`
}

/** The type that a media file's name says. */
export function mediaTypeOf(name: string): MediaType {
  return name.endsWith('.png') ? 'image/png' : 'image/jpeg'
}

const share = z.number().min(0).max(1)

/** What of an image has to stay in sight however it is cropped: parts of its width and height from the top left. */
export const focusSchema = z.object({ x: share, y: share })
export type Focus = z.infer<typeof focusSchema>

export const imageSchema = z.object({
  /** The whole image, upright and without metadata; for the desk alone. */
  master: mediaSchema,
  focus: focusSchema,
  /** What is published: cut around the focal point for this kind of record, widest first. */
  crops: z.array(mediaSchema).min(1).max(8),
})
export type Image = z.infer<typeof imageSchema>

/** What readers are shown of each kind of record: its shape, and the widths in pixels that pages choose from. */
export const imageFormats = {
  lead: { across: 16, down: 9, widths: [1280, 640] },
  brief: { across: 4, down: 3, widths: [640, 320] },
} as const
export type ImageFormat = keyof typeof imageFormats

/** The fields of a record with an image. Words have fields of their own, so that a crop and a credit do not conflict. */
export const imageFields = { image: imageSchema, imageAlt: line(1_000), imageCredit: line(500) }
export const imageFieldNames = ['image', 'imageAlt', 'imageCredit'] as const satisfies readonly (keyof typeof imageFields)[]

export interface Illustrated {
  readonly image: Image | undefined
  /** What it shows, for those who do not see it. */
  readonly imageAlt: string
  /** Whose it is. */
  readonly imageCredit: string
}

export const imageDefaults: Illustrated = { image: undefined, imageAlt: '', imageCredit: '' }

/** The files that a value of the field `image` names. */
export function mediaOf({ master, crops }: Pick<Image, 'master' | 'crops'>): Media[] {
  return [master, ...crops]
}
