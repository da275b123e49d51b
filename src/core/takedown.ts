/** Taking a brief down: off the site for good, until it is reinstated. Undo and restoring do not bring it back. */
import { setField } from './acts.ts'
import { valueOf, type Change, type RecordState } from './change.ts'
import type { EditSet } from './edit.ts'
import type { Page } from './edition.ts'
import type { RecordId } from './ids.ts'
import type { TakenDown } from './model/brief.ts'

/** One that is down already keeps its reason. */
export function takeDown(record: RecordState, how: TakenDown): EditSet[] {
  return valueOf(record, 'takenDown') === undefined ? [setField(record, record.id, 'takenDown', { ...how })] : []
}

/** The brief stands again as it did, with the next launch. */
export function reinstate(record: RecordState): EditSet[] {
  return [setField(record, record.id, 'takenDown', undefined)]
}

/** Whether a change takes something down. One that undoes or redoes does not: it goes back to what was decided before. */
export function takesDown({ sets, undoes }: Change): boolean {
  return undoes === undefined && sets.some(({ field, to }) => field === 'takenDown' && to !== undefined)
}

/** Whether readers of a page read the words of any of these briefs or leads. */
export function shows({ lead, briefs }: Pick<Page, 'lead' | 'briefs'>, records: ReadonlySet<RecordId>): boolean {
  if (lead !== undefined && records.has(lead.record)) return true
  return briefs.some((brief) => records.has(brief.record) && brief.retracted === undefined)
}
