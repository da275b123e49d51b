/** What a channel's briefs were called lately, for suggestions while one writes. */
import { addDays } from '../../core/clock.ts'
import { homes, type ChannelKey, type Day } from '../../core/ids.ts'
import { readBrief } from '../../core/records.ts'
import type { DeskContext } from './context.ts'
import { loadReadable } from './day.ts'

const daysBack = 13

/** The kickers of a day, the two weeks before it and the shelf, most used first. */
export async function kickersOf({ library }: DeskContext, channel: ChannelKey, day: Day): Promise<string[]> {
  const from = addDays(day, -daysBack)
  const days = (await library.days(channel)).filter((one) => one >= from && one <= day)
  const counts = new Map<string, number>()
  for (const home of [...days.map((one) => homes.day(channel, one)), homes.shelf(channel)]) {
    if (!(await loadReadable(library, home))) continue
    for (const id of library.placed(home)) {
      const record = library.records.get(id)
      const kicker = record === undefined ? '' : readBrief(record).kicker.trim()
      if (kicker !== '') counts.set(kicker, (counts.get(kicker) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kicker]) => kicker)
}
