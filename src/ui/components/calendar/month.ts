/** The days of a month as a calendar lays them out. A month is `yyyy-mm`. */
import { addDays } from '../../../core/clock.ts'
import type { Day } from '../../../core/ids.ts'

export type Month = string

/** Days of the week from 1 (Monday) to 7, as Intl counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The month so many months later (earlier where negative). */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The same day of another month, or that month's last where it has none such. */
export function sameDayOf(month: Month, day: Day): Day {
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const wished = `${month}-${day.slice(8, 10)}`
  return wished < last ? wished : last
}

export function weekdayOf(day: Day): Weekday {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as Weekday
}

/** Six weeks that hold the month, so that every month is as tall as the next. */
export function monthGrid(month: Month, firstWeekday: Weekday): Day[][] {
  const first = `${month}-01`
  const start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)))
}

/** The day that a week begins with in a language; Monday where the browser does not say. */
export function firstWeekdayOf(language: string): Weekday {
  // Browsers had it as a property before it became a function.
  const locale = new Intl.Locale(language) as { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } }
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) as Weekday
}

/** Where a key leads from a day in a calendar (the ARIA grid pattern); undefined where it is none of the grid's. */
export function dayByKey(key: string, day: Day, firstWeekday: Weekday): Day | undefined {
  const sinceFirst = (weekdayOf(day) - firstWeekday + 7) % 7
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -sinceFirst)
    case 'End':
      return addDays(day, 6 - sinceFirst)
    case 'PageUp':
      return sameDayOf(addMonths(monthOf(day), -1), day)
    case 'PageDown':
      return sameDayOf(addMonths(monthOf(day), 1), day)
    default:
      return undefined
  }
}
