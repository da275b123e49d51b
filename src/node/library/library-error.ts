/** What can go wrong with a library, in words for people: what happened, what it means for their words, what to do. */
import type { Json } from '../../core/model/field.ts'
import { FlushError, hasCode } from './disk.ts'

export type LibraryErrorCode = 'locked' | 'other-machine' | 'not-a-library' | 'damaged' | 'not-empty' | 'read-only' | 'disk-full' | 'disk'

export class LibraryError extends Error {
  override readonly name = 'LibraryError'
  readonly code: LibraryErrorCode
  readonly details: Readonly<Record<string, Json>>

  constructor(code: LibraryErrorCode, message: string, details: Readonly<Record<string, Json>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}

/** Why nothing can be written now. */
export interface ReadOnlyReason {
  readonly reason: 'asked' | 'newer-format' | 'flush-failed'
  readonly message: string
}

export const readOnlyReasons = {
  asked: { reason: 'asked', message: 'This library was opened to be read only. Close it and open it for writing to edit.' },
  newerFormat: {
    reason: 'newer-format',
    message: 'A newer Newsrail wrote this library, so this one only reads it. All words in it are safe. Update Newsrail to edit.',
  },
  flushFailed: {
    reason: 'flush-failed',
    message:
      'The disk did not confirm a write, so nothing more is written. What was saved before is safe, the last edit or launch may not be: ' +
      'copy its words, close the library, check the disk and open it again.',
  },
} as const satisfies Record<string, ReadOnlyReason>

/** What recovery found and did. */
export interface Problem {
  /** The file, relative to the library's folder. */
  readonly file: string
  readonly what: 'rebuilt' | 'damaged-lines' | 'cannot-be-read' | 'not-written'
  readonly message: string
}

/** A failed act on the disk as a LibraryError, any other error as it is; `words` says what it means for what was being written, where that is known. */
export function diskError(error: unknown, words: string): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  const reason = error.message
  if (error instanceof FlushError) return new LibraryError('disk', readOnlyReasons.flushFailed.message, { reason }, error)
  if (error instanceof LibraryError || !('code' in error)) return error
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) {
    return new LibraryError('disk-full', `The disk is full. ${words} Free some space and try again.`, { reason }, error)
  }
  return new LibraryError('disk', `The disk refused (${reason}). ${words} Check the disk and try again.`, { reason }, error)
}
