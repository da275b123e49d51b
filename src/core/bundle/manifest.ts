/** `manifest.json`: which edition a bundle is, and every other file with size and hash; and whether files agree with it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strFromU8 } from 'fflate'
import { z } from 'zod'
import { editionId, editionIdPattern, type Edition } from '../edition.ts'
import { channelKeyRegExp, dayPattern } from '../ids.ts'
import { instant } from '../model/field.ts'

export const manifestName = 'manifest.json'

/** A bundle's files, by path. */
export type Files = ReadonlyMap<string, Uint8Array>

/** A file at a bundle's root, or one of its media: so a manifest can name nothing that lies anywhere else. */
export const pathRegExp = /^(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)+|media\/[0-9a-f]{64}\.[a-z0-9]{1,8})$/

const fileSchema = z.object({
  path: z.string().regex(pathRegExp),
  /** Bytes. */
  size: z.int().min(0),
  /** In hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ListedFile = z.infer<typeof fileSchema>

const manifestSchema = z.object({
  version: z.literal(1),
  edition: z.object({
    id: z.string().regex(editionIdPattern),
    number: z.int().min(1),
    day: z.string().regex(dayPattern),
    at: instant,
    /** The id of the channel's edition before it. */
    previous: z.string().optional(),
  }),
  channel: z.object({ key: z.string().regex(channelKeyRegExp), title: z.string() }),
  /** All files but the manifest. */
  files: z.array(fileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

export function manifestOf(edition: Edition, files: Files): Manifest {
  const { number, day, at, previous, channel } = edition
  return {
    version: 1,
    edition: { id: editionId(edition), number, day, at, ...(previous === undefined ? {} : { previous }) },
    channel: { key: channel.key, title: channel.title },
    files: [...files].map(([path, bytes]) => listed(path, bytes)),
  }
}

/** A manifest from its bytes; undefined where they are none, or one of a newer form. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(strFromU8(bytes)))
  } catch {
    return undefined
  }
}

function listed(path: string, bytes: Uint8Array): ListedFile {
  return { path, size: bytes.length, sha256: bytesToHex(sha256(bytes)) }
}

/** Whether these bytes are those that the manifest lists. */
export function isWhole({ path, size, sha256: hash }: ListedFile, bytes: Uint8Array): boolean {
  return bytes.length === size && listed(path, bytes).sha256 === hash
}

/** `unlisted`: there, but the manifest does not know it, which does a bundle no harm. */
export type FileState = 'whole' | 'changed' | 'missing' | 'unlisted'

export interface Verdict {
  /** Undefined where it is missing or cannot be read; then nothing can be said of the files. */
  readonly manifest: Manifest | undefined
  /** Whether every listed file is whole. */
  readonly whole: boolean
  readonly files: readonly { readonly path: string; readonly state: FileState }[]
}

/** Holds files against the manifest among them. */
export function verifyBundle(files: Files): Verdict {
  const bytes = files.get(manifestName)
  const manifest = bytes && readManifest(bytes)
  const known = (manifest?.files ?? []).map((file) => {
    const found = files.get(file.path)
    const state: FileState = found === undefined ? 'missing' : isWhole(file, found) ? 'whole' : 'changed'
    return { path: file.path, state }
  })
  const paths = new Set([manifestName, ...known.map(({ path }) => path)])
  const unlisted = [...files.keys()].filter((path) => !paths.has(path)).map((path) => ({ path, state: 'unlisted' as const }))
  const whole = manifest !== undefined && known.every(({ state }) => state === 'whole')
  return { manifest, whole, files: [...known, ...unlisted] }
}
