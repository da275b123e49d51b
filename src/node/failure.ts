/** An error that a person is to read, on its way to becoming a Result. */
import type { Failure, Result } from '../core/contract/failure.ts'
import { EditError } from '../core/edit.ts'
import { LibraryError } from './library/library-error.ts'

export class DeskError extends Error {
  override readonly name = 'DeskError'
  readonly failure: Failure
  constructor(code: Failure['code'], message: string, more: Omit<Failure, 'code' | 'message'> = {}) {
    super(message)
    this.failure = { code, message, ...more }
  }
}

/** What an error says on the other side of the contract. One that nobody foresaw is named as such. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DeskError) return error.failure
  if (error instanceof EditError) return { code: 'refused', message: error.message, field: `${error.record} ${error.field}` }
  if (error instanceof LibraryError) return { code: error.code, message: error.message, details: error.details }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message: `Something went wrong in the desk (${message}). What was shown as saved is safe.` }
}

/** Runs an act and turns what it throws into a failure. */
export async function resultOf<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await act() }
  } catch (error) {
    return { ok: false, error: failureOf(error) }
  }
}
