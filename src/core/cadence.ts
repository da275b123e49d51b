/** Cadence: how many briefs an hour a day's rail has, and the usual day has. */
import { localTime } from './clock.ts'
import type { Day, Instant } from './ids.ts'

/** How many briefs lie in each hour of the channel's clock, from midnight: 24 numbers. */
export type HourCounts = readonly number[]

/** A day's briefs by the hour; those of the night before or after, which may stand on its rail, are none of its hours. */
export function briefsAnHour(times: readonly Instant[], day: Day, zone: string): number[] {
  const hours = Array.from({ length: 24 }, () => 0)
  for (const at of times) {
    const local = localTime(at, zone)
    const hour = Number(local.label.slice(0, 2))
    if (local.day === day) hours[hour] = (hours[hour] ?? 0) + 1
  }
  return hours
}

/** The mean of each hour over the days that have any briefs; undefined where none has. */
export function usualDay(days: readonly HourCounts[]): number[] | undefined {
  const worked = days.filter((hours) => hours.some((count) => count > 0))
  if (worked.length === 0) return undefined
  return Array.from({ length: 24 }, (_, hour) => worked.reduce((sum, hours) => sum + (hours[hour] ?? 0), 0) / worked.length)
}

/** How many briefs there are by a time of day, `HH:MM`; an hour under way counts by its minutes. */
export function countBy(hours: HourCounts, label: string): number {
  const [hour, minute] = [Number(label.slice(0, 2)), Number(label.slice(3, 5))]
  return hours.slice(0, hour).reduce((sum, count) => sum + count, 0) + ((hours[hour] ?? 0) * minute) / 60
}
