/**
 * The library's media: image files named by their content. One is written and flushed before a change names it, and none
 * is ever removed: what no record shows today an undo, the history or an edition may show again.
 */
import { createHash } from 'node:crypto'
import { mediaNamePattern } from '../../core/model/image.ts'
import { ensureFolder, replace, sweep } from './disk.ts'
import type { LibraryFolder } from './folder.ts'
import { mediaFile, mediaFolder } from './layout.ts'
import { inTurns } from './turns.ts'

export interface LibraryMedia {
  /**
   * Keeps bytes under the name that their content gives them, on the disk when it resolves. Where they are kept already
   * nothing is written; where what is kept is damaged it is mended.
   * @throws LibraryError `disk-full`, `disk` or `read-only`
   */
  add(name: string, bytes: Uint8Array): Promise<void>
  /** A file's bytes; undefined where it is missing or is not what its name says, which is reported. */
  read(name: string): Promise<Uint8Array | undefined>
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function createMedia(folder: LibraryFolder): LibraryMedia {
  const turn = inTurns()
  let swept = false

  async function whole(name: string): Promise<Uint8Array | undefined> {
    // What cannot be read is as good as damaged: a launch goes on without it.
    const bytes = await folder.disk.read(folder.at(mediaFile(name))).catch(() => undefined)
    return bytes !== undefined && name.startsWith(`${hashOf(bytes)}.`) ? bytes : undefined
  }

  async function add(name: string, bytes: Uint8Array): Promise<void> {
    folder.mustWrite()
    if (!name.startsWith(`${hashOf(bytes)}.`)) throw new Error(`${name} is not the name of these bytes.`)
    try {
      const own = folder.at(mediaFolder)
      await ensureFolder(folder.disk, own)
      if (!swept) await sweep(folder.disk, own)
      swept = true
      if ((await whole(name)) === undefined) await replace(folder.disk, folder.at(mediaFile(name)), bytes)
    } catch (error) {
      throw folder.failed(error, 'The image was not kept; the words are as they were.')
    }
  }

  return {
    add: (name, bytes) => turn(() => add(name, bytes)),
    async read(name) {
      if (!mediaNamePattern.test(name)) return undefined
      const bytes = await whole(name)
      const file = mediaFile(name)
      if (bytes === undefined)
        folder.report(
          file,
          'cannot-be-read',
          `The image ${file} is missing or damaged. No words are lost. Choose the image again where it is used, or put the file back from a backup.`,
        )
      return bytes
    },
  }
}
