/** The times of briefs once they stand on another rail, as far as they are known. */
import type { SameTime } from '../../../core/clock.ts'
import type { Instant, RecordId } from '../../../core/ids.ts'
import type { BriefRow } from '../../../core/rail.ts'
import { timeThere, type Destination } from '../../../core/several.ts'

export type Asked = Extract<SameTime, { kind: 'twice' | 'never' }> & { readonly row: BriefRow }

export interface TimesThere {
  readonly known: ReadonlyMap<RecordId, Instant>
  /** Those whose time there a person must choose. */
  readonly questions: readonly Asked[]
}

/** `answers` are what was chosen so far. */
export function timesThere(rows: readonly BriefRow[], to: Destination, zone: string, answers: ReadonlyMap<RecordId, Instant>): TimesThere {
  const known = new Map<RecordId, Instant>()
  const questions: Asked[] = []
  for (const row of rows) {
    const time = timeThere(row, to, zone)
    if (time === undefined) continue
    const at = time.kind === 'instant' ? time.at : time.choices.find((one) => one === answers.get(row.id))
    if (at !== undefined) known.set(row.id, at)
    else if (time.kind !== 'instant') questions.push({ ...time, row })
  }
  return { known, questions }
}
