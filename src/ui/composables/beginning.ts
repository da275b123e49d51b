/** The time that a brief begins with. */
import { addDays, localTime, onDay, wholeMinute } from '../../core/clock.ts'
import type { Day, Instant } from '../../core/ids.ts'
import { instantNow } from './now.ts'

/** Until then the rail of the day before may still be written as it happens. */
const nightEnds = '06:00'

/** The present minute, also on the rail of a night that is not over; on another day the same time of the clock. */
export function timeToBegin(zone: string, day: Day): Instant | undefined {
  const now = instantNow()
  const local = localTime(now, zone)
  const lateNight = local.day === addDays(day, 1) && local.label < nightEnds
  if (local.day === day || lateNight) return wholeMinute(now)
  const time = onDay(day, local.label, zone)
  return time.kind === 'instant' ? time.at : time.kind === 'twice' ? time.choices[0] : undefined
}
