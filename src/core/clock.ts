/** Instants and the clock on a channel's wall (Temporal, IANA zones). */
import { Temporal } from 'temporal-polyfill'
import { dayPattern, type Day, type Instant } from './ids.ts'

/** An instant as a channel's zone shows it. */
export interface LocalTime {
  readonly day: Day
  /** `HH:MM`, 24 hours. */
  readonly label: string
  /** `+02:00` */
  readonly offset: string
}

const known = new Map<string, LocalTime>()

/** What a clock in this zone shows at an instant, to the minute. */
export function localTime(at: Instant, zone: string): LocalTime {
  const key = `${at} ${zone}`
  const had = known.get(key)
  if (had !== undefined) return had
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const time = {
    day: local.toPlainDate().toString(),
    label: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    offset: local.offset.slice(0, 6),
  }
  if (known.size > 20_000) known.clear()
  known.set(key, time)
  return time
}

/** The instant as stored: whole milliseconds, UTC. */
export function toInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: 'millisecond' })
}

/** The start of the minute an instant lies in. */
export function wholeMinute(at: Instant): Instant {
  return `${at.slice(0, 16)}:00.000Z`
}

/** An instant so many minutes later (earlier where negative). */
export function addMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}

/** Whole minutes from one instant to another. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
}

/** The day after or before, by a number of days. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/**
 * The instants at which a clock in this zone shows a local time, in order: one as a rule, two when
 * clocks were set back over it, none when they were set forward over it.
 */
export function instantsOf(day: Day, label: string, zone: string): Instant[] {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(label))
  const ways = ['earlier', 'later'] as const
  const found = ways.map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }))
  const real = found.filter((zoned) => zoned.toPlainDateTime().equals(local))
  return [...new Set(real.map((zoned) => toInstant(zoned.toInstant())))]
}

/** A time of the clock on another day: one instant, or the two it may mean where clocks are set over it. */
export type SameTime =
  | { readonly kind: 'instant'; readonly at: Instant }
  /** Clocks are set back over it, or forward: a person must say which is meant. */
  | { readonly kind: 'twice' | 'never'; readonly choices: readonly Instant[] }

/** The same time of a zone's clock so many days later (earlier where negative). */
export function daysLater(at: Instant, days: number, zone: string): SameTime {
  if (days === 0) return { kind: 'instant', at }
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().add({ days })
  const [earlier, later] = [
    local.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    local.toZonedDateTime(zone, { disambiguation: 'later' }),
  ]
  const choices = [earlier, later].map((zoned) => toInstant(zoned.toInstant()))
  if (earlier.equals(later)) return { kind: 'instant', at: toInstant(earlier.toInstant()) }
  return { kind: earlier.toPlainDateTime().equals(local) ? 'twice' : 'never', choices }
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to).days
}

/** Whether a text is a date of the calendar, `yyyy-mm-dd`. */
export function isDay(text: string): text is Day {
  try {
    return dayPattern.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** A time as somebody typed it. */
export type TypedTime =
  | { readonly kind: 'instant'; readonly at: Instant }
  /** Clocks were set back: the label occurs twice, and a person must say which is meant. */
  | { readonly kind: 'twice'; readonly choices: readonly Instant[] }
  /** Clocks were set forward over it: the label never occurs. */
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' }

/** Hours and minutes of a clock time: `2241`, `22.41`, `22:41`, `10:41 pm`, `9pm`. Undefined where it is none. */
export function readLabel(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?\s?m?\.?$/i.exec(text.trim())
  if (match === null) return undefined
  const [, hours = '', minutes, half] = match
  if (minutes === undefined && half === undefined) return undefined
  if (half === undefined && /m\.?$/i.test(text.trim())) return undefined
  let hour = Number(hours)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  const minute = Number(minutes ?? 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/**
 * Reads a typed time: a clock time means the given day; `now`, `+5` and `-10` (minutes from the
 * time that stands there, or from now) are instants; a date may stand before the time.
 */
export function readTime(text: string, context: { day: Day; zone: string; now: Instant; from?: Instant | undefined }): TypedTime {
  const typed = text.trim().toLowerCase()
  if (typed === 'now') return { kind: 'instant', at: wholeMinute(context.now) }
  const shift = /^([+\u2212-])\s?(\d{1,4})$/.exec(typed)
  if (shift !== null) {
    const minutes = Number(shift[2]) * (shift[1] === '+' ? 1 : -1)
    return { kind: 'instant', at: addMinutes(wholeMinute(context.from ?? context.now), minutes) }
  }
  const dated = /^(\d{4}-\d{2}-\d{2})[t ]\s*(.+)$/.exec(typed)
  const day = dated?.[1] ?? context.day
  const label = readLabel(dated?.[2] ?? typed)
  if (label === undefined || !isDay(day)) return { kind: 'unknown' }
  return onDay(day, label, context.zone)
}

/** A local time as an instant, or what has to be asked. */
export function onDay(day: Day, label: string, zone: string): TypedTime {
  const choices = instantsOf(day, label, zone)
  const [at] = choices
  if (at === undefined) return { kind: 'never' }
  return choices.length > 1 ? { kind: 'twice', choices } : { kind: 'instant', at }
}
