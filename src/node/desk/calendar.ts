/** What a month's days hold, for the calendar. */
import type { DayNote } from '../../core/contract.ts'
import { editionNumber } from '../../core/edition.ts'
import { homes } from '../../core/ids.ts'
import { readBrief } from '../../core/records.ts'
import type { RecordState } from '../../core/change.ts'
import type { Status } from '../../core/model/brief.ts'
import type { DeskContext } from './context.ts'
import { loadReadable } from './day.ts'

/** The days of a month (`yyyy-mm`) that hold anything, with their own briefs counted. */
export async function daysOf({ library }: DeskContext, channel: string, month: string): Promise<DayNote[]> {
  const editions = await library.editions.list(channel)
  const days = (await library.days(channel)).filter((day) => day.startsWith(month))
  const readable = new Set<string>()
  for (const day of days) if (await loadReadable(library, homes.day(channel, day))) readable.add(day)
  return days.map((day): DayNote => {
    const statuses = (readable.has(day) ? library.placed(homes.day(channel, day)) : []).flatMap((id) => statusOf(library.records.get(id)))
    const numbers = editions.filter((note) => note.day === day).map((note) => editionNumber(note.id))
    const state = numbers.length > 0 ? 'launched' : statuses.includes('ready') ? 'ready' : statuses.length > 0 ? 'drafts' : 'empty'
    return { day, briefs: statuses.length, state, ...(numbers.length > 0 ? { edition: Math.max(...numbers) } : {}) }
  })
}

function statusOf(record: RecordState | undefined): Status[] {
  return record === undefined ? [] : [readBrief(record).status]
}
