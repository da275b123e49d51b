/** What stands on a shelf, and how it comes onto a rail. */
import { copyTo, setField, toRail } from './acts.ts'
import type { RecordState } from './change.ts'
import { wholeMinute } from './clock.ts'
import type { EditSet, Wish } from './edit.ts'
import { homes, recordIds, type ChannelKey, type Day, type Instant, type RecordId } from './ids.ts'
import { placeHome } from './model/brief.ts'
import { readBrief } from './records.ts'

/** Whether using it leaves it on the shelf. */
export function isTemplate(record: RecordState): boolean {
  const { keep, place } = readBrief(record)
  return keep && placeHome(place)?.endsWith('/shelf') === true
}

export function setKeep(record: RecordState, keep: boolean): EditSet[] {
  return [setField(record, record.id, 'keep', keep ? true : undefined)]
}

/**
 * From the shelf or the discarded onto a day's rail, and the brief that comes to stand there: a copy with the present
 * minute, made with `key`, where it is a template.
 */
export function ontoRail(
  record: RecordState,
  rail: { readonly channel: ChannelKey; readonly day: Day },
  now: Instant,
  key: string,
  where: Wish['where'] = 'time',
): { readonly id: RecordId; readonly sets: EditSet[] } {
  if (!isTemplate(record)) return { id: record.id, sets: toRail(record, rail.channel, rail.day, now, where) }
  const home = homes.day(rail.channel, rail.day)
  const id = recordIds.brief(home, key)
  return { id, sets: copyTo(record, id, { rail: home, where }, wholeMinute(now), now) }
}
