/** Dates, times and lengths of time as the desk writes them. */
import { localTime } from '../core/clock.ts'
import type { Day, Instant } from '../core/ids.ts'
import type { DeskLanguage } from '../core/messages/languages.ts'
import { language, t } from './i18n.ts'

/** Whose dates and numbers go with a language of the desk. */
const locales: Readonly<Record<DeskLanguage, string>> = { en: 'en-GB', ar: 'ar' }

const short = { weekday: 'short', day: 'numeric' } as const
const long = { ...short, month: 'short' } as const
const longYear = { ...long, year: 'numeric' } as const

// Making one costs a hundred times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>()

/** A day in the desk's language, as Intl writes it. */
export function formatDay(day: Day, options: Intl.DateTimeFormatOptions): string {
  const key = `${language.value} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language.value], { ...options, timeZone: 'UTC' })
  formats.set(key, format)
  return format.format(new Date(`${day}T12:00:00.000Z`))
}

/** `Tue 15 Apr`; with the year where it is not the present one's. */
export function dayLabel(day: Day, today: Day = new Date().toISOString().slice(0, 10)): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? long : longYear).replace(/[,،]/, '')
}

/** `Tue 15 Apr 2026` */
export function dayWithYear(day: Day): string {
  return formatDay(day, longYear).replace(/[,،]/, '')
}

/** `Mon 14` */
export function shortDay(day: Day): string {
  return formatDay(day, short).replace(/[,،]/, '')
}

/** `22:58:04` on this machine's clock. */
export function clockTime(at: Instant): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(locales[language.value], options).format(new Date(at))
}

/** `12 live, 2 held back`: parts in one line. */
export function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(language.value === 'ar' ? '، ' : ', ')
}

/** A language's name in the desk's own; empty where it has none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locales[language.value], { type: 'language', fallback: 'none' }).of(tag) ?? ''
  } catch {
    return ''
  }
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

/** A number with its sign: `+10`, `−5`. */
export function signed(number: number): string {
  return number < 0 ? `−${String(-number)}` : `+${String(number)}`
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
