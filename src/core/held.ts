/** What is held back in a launch, and why; and what a person chose of it. */
import { holdsBack } from './checks/errors.ts'
import type { Instant, RecordId } from './ids.ts'
import { imageFieldNames } from './model/image.ts'
import { isComplete, underEmbargo, type BriefRow } from './rail.ts'

/** Why something keeps the words of the last edition, or is left out if it never was on the site. */
export const heldReasons = ['draft', 'embargo', 'incomplete', 'error', 'conflict', 'editing', 'unticked'] as const
export type HeldReason = (typeof heldReasons)[number]

export interface Held {
  readonly id: RecordId
  readonly reason: HeldReason
  /** Whether readers go on seeing an earlier wording. */
  readonly live: boolean
}

/** What a person chose in the review: rows unticked, held-back ones taken all the same; what is being edited elsewhere. */
export interface Choices {
  readonly unticked: ReadonlySet<RecordId>
  readonly taken: ReadonlySet<RecordId>
  readonly editing: ReadonlySet<RecordId>
  /** Where it is given, only these go out: all else stays as the site has it, without being told as held back. */
  readonly only?: ReadonlySet<RecordId> | undefined
}

export const noChoices: Choices = { unticked: new Set(), taken: new Set(), editing: new Set() }

const readerFields = new Set([
  'at',
  'kicker',
  'headline',
  'text',
  'link',
  'source',
  ...imageFieldNames,
  'status',
  'embargo',
  'corrections',
  'place',
])

/** Whether a thing is left as the site has it, whatever was done to it: unticked, or not among the only ones to go. */
export function stays(id: RecordId, { unticked, only }: Choices): boolean {
  return unticked.has(id) || (only !== undefined && !only.has(id))
}

/** Why a brief is held back; undefined where its present words go out. */
export function heldReason(row: BriefRow, now: Instant, choices: Choices): HeldReason | undefined {
  if (choices.unticked.has(row.id)) return 'unticked'
  // Nothing takes these: there is nothing fit to show, or it was promised for later.
  if (!isComplete(row.brief)) return 'incomplete'
  if (underEmbargo(row.brief, now)) return 'embargo'
  // Sent only by a reason that is recorded in the brief.
  if (holdsBack(row.record)) return 'error'
  if (choices.taken.has(row.id)) return undefined
  if (row.brief.status === 'draft') return 'draft'
  if (row.conflicts.some((conflict) => readerFields.has(conflict.field))) return 'conflict'
  if (choices.editing.has(row.id)) return 'editing'
  return undefined
}
