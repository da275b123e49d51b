import type { Change } from '../change.ts'
import type { EditionNote } from '../edition.ts'
import type { DeliveryState } from './delivery.ts'
import type { Result } from './failure.ts'

/** What a desk tells its windows. Numbered one by one; a window that missed one asks for the state again. */
export type DeskEvent =
  | { readonly n: number; readonly kind: 'change'; readonly change: Change }
  | { readonly n: number; readonly kind: 'edition'; readonly channel: string; readonly day: string }
  | { readonly n: number; readonly kind: 'editing'; readonly client: string; readonly record: string | undefined }
  | { readonly n: number; readonly kind: 'delivery'; readonly delivery: DeliveryState }
  /** What fell due went out by itself, as an edition; or why it did not. */
  | {
      readonly n: number
      readonly kind: 'due'
      readonly channel: string
      readonly day: string
      readonly records: readonly string[]
      readonly outcome: Result<EditionNote>
    }
  /** Settings, or which library is open, changed: say hello again. */
  | { readonly n: number; readonly kind: 'hello' }
