/** What a check says: of which record and field, how grave it is, and the mend that one key makes. */
import type { EditSet } from '../edit.ts'
import type { RecordId } from '../ids.ts'

/** An error holds its own brief back; a warning wants a look; a note is good to know. */
export type Severity = 'error' | 'warning' | 'note'

/** Every check by name, and how grave what it finds is. Its words are `checks.says.<name>` in the message catalogue. */
export const severities = {
  incomplete: 'error',
  placeholder: 'error',
  unclosedLink: 'error',
  badAddress: 'error',
  noAlt: 'error',
  noCredit: 'error',
  tooLong: 'warning',
  straightQuotes: 'warning',
  unbalancedQuotes: 'warning',
  doubleSpace: 'note',
  outOfOrder: 'warning',
  sameMinute: 'note',
  otherDay: 'note',
  farDay: 'warning',
  lateAhead: 'warning',
  clockTwice: 'note',
  gap: 'note',
  burst: 'note',
  dayWord: 'warning',
  sameKicker: 'note',
  nearDuplicate: 'warning',
} as const satisfies Record<string, Severity>

export type CheckName = keyof typeof severities

export const checkNames = Object.keys(severities) as CheckName[]

/** Its words are `checks.mends.<name>` in the message catalogue. */
export type MendName = 'closeLink' | 'addScheme' | 'curl' | 'oneSpace' | 'retime' | 'sortBack'

/** Fields as a card names them. */
export type CheckedField =
  'at' | 'kicker' | 'headline' | 'text' | 'standfirst' | 'body' | 'prompt' | 'emptyState' | 'imageAlt' | 'imageCredit'

/** Named values of a message. */
export type Params = Readonly<Record<string, string | number>>

export interface Mend {
  readonly name: MendName
  readonly params: Params
  readonly sets: readonly EditSet[]
}

export interface Finding {
  readonly check: CheckName
  /** The brief, lead or rail that it is about. */
  readonly record: RecordId
  readonly field?: CheckedField
  readonly severity: Severity
  readonly params: Params
  readonly mend?: Mend
  /** The brief or lead that it is compared with. */
  readonly other?: RecordId
  /** Why an error goes out all the same; it is a note then. */
  readonly sentAnyway?: string
}
