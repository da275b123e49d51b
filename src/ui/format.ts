/** Dates, times and lengths of time as the desk writes them. */
import { localTime } from '../core/clock.ts'
import type { Day, Instant } from '../core/ids.ts'
import { t } from './i18n.ts'

const noon = (day: Day): Date => new Date(`${day}T12:00:00.000Z`)
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const longYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** `Tue 15 Apr`; with the year where it is not the present one's. */
export function dayLabel(day: Day, today: Day = new Date().toISOString().slice(0, 10)): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? long : longYear
  return format.format(noon(day)).replace(',', '')
}

/** `Mon 14` */
export function shortDay(day: Day): string {
  return short.format(noon(day)).replace(',', '')
}

/** `22:58:04` on this machine's clock. */
export function clockTime(at: Instant): string {
  return clock.format(new Date(at))
}

/** The time in a zone, with its day where that is not the given one: `22:41`, `Mon 14 22:41`. */
export function timeLabel(at: Instant, zone: string, day: Day): string {
  const local = localTime(at, zone)
  return local.day === day ? local.label : `${shortDay(local.day)} ${local.label}`
}

/** `40 min`, `3 h 20 min`, `5 h` */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('board.minutes', { minutes })
  return rest === 0 ? t('board.gapHours', { hours }) : t('board.gap', { hours, minutes: rest })
}

/** The last part of a zone's name: `Vilnius`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

export const machineZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The host of an address: `example.org`. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '')
  } catch {
    return address
  }
}
