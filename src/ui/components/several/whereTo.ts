import { addDays, localTime } from '../../../core/clock.ts'
import type { ChannelKey, Day } from '../../../core/ids.ts'
import { instantNow } from '../../composables/now.ts'
import { dayLabel, listed } from '../../format.ts'
import type { useRail } from '../../stores/rail.ts'

type Rail = ReturnType<typeof useRail>

/** What another rail is called: by its day, and by its channel where that is another one. */
export function whereTo(rail: Rail, channel: ChannelKey, day: Day): string {
  const title = channel === rail.channel.key ? '' : (rail.channels.find(({ key }) => key === channel)?.title ?? '')
  return listed([title, dayLabel(day)])
}

/** Today, and the day that is offered first: today from an earlier day's rail, else the next one's. */
export function daysFrom(rail: Rail): { readonly today: Day; readonly first: Day } {
  const today = localTime(instantNow(), rail.channel.zone).day
  return { today, first: rail.day < today ? today : addDays(rail.day, 1) }
}
