/** What a month's days hold, for the calendar. */
import type { DayNote } from '../../core/contract/view.ts'
import { editionNumber } from '../../core/edition.ts'
import { homes } from '../../core/ids.ts'
import { readBrief } from '../../core/records.ts'
import type { RecordState } from '../../core/change.ts'
import { briefsAnHour } from '../../core/cadence.ts'
import type { Brief } from '../../core/model/brief.ts'
import { channelOf, type DeskContext } from './context.ts'
import { loadReadable } from './day.ts'

/** The days of a month (`yyyy-mm`) that hold anything, with their own briefs counted. */
export async function daysOf({ library }: DeskContext, channel: string, month: string): Promise<DayNote[]> {
  const { zone } = channelOf(library.records, channel)
  const editions = await library.editions.list(channel)
  const days = (await library.days(channel)).filter((day) => day.startsWith(month))
  const readable = new Set<string>()
  for (const day of days) if (await loadReadable(library, homes.day(channel, day))) readable.add(day)
  return days.map((day): DayNote => {
    const placed = readable.has(day) ? library.placed(homes.day(channel, day)) : []
    const briefs = [...placed].flatMap((id) => briefOf(library.records.get(id)))
    const statuses = briefs.map(({ status }) => status)
    const times = briefs.flatMap(({ at, status }) => (at === undefined || status === 'retracted' ? [] : [at]))
    const numbers = editions.filter((note) => note.day === day).map((note) => editionNumber(note.id))
    const state = numbers.length > 0 ? 'launched' : statuses.includes('ready') ? 'ready' : statuses.length > 0 ? 'drafts' : 'empty'
    return {
      day,
      briefs: briefs.length,
      hours: briefsAnHour(times, day, zone),
      state,
      ...(numbers.length > 0 ? { edition: Math.max(...numbers) } : {}),
    }
  })
}

function briefOf(record: RecordState | undefined): Brief[] {
  return record === undefined ? [] : [readBrief(record)]
}
