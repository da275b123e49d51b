/** The marks of a rail's rows. A row's mark is worked out again only when its record or its last edition changed. */
import type { RecordState } from '../core/change.ts'
import type { FrozenBrief } from '../core/edition.ts'
import type { Instant, RecordId } from '../core/ids.ts'
import type { BriefRow } from '../core/rail.ts'
import { markOf, type Mark } from '../core/mark.ts'

interface Known {
  readonly last: FrozenBrief | undefined
  readonly zone: string
  readonly mark: Mark
}

const known = new WeakMap<RecordState, Known>()

export function marksOf(
  rows: readonly BriefRow[],
  base: ReadonlyMap<RecordId, FrozenBrief>,
  zone: string,
  now: Instant,
): ReadonlyMap<RecordId, Mark> {
  return new Map(rows.map((row) => [row.id, markNow(row, base.get(row.id), zone, now)]))
}

function markNow(row: BriefRow, last: FrozenBrief | undefined, zone: string, now: Instant): Mark {
  // Under embargo a mark also depends on the time.
  if (row.brief.embargo !== undefined) return markOf(row, last, zone, now)
  const had = known.get(row.record)
  if (had !== undefined && had.last === last && had.zone === zone) return had.mark
  const mark = markOf(row, last, zone, now)
  known.set(row.record, { last, zone, mark })
  return mark
}
