/** When a rail is looked after. */
import { addDays, instantsOf } from './clock.ts'
import type { Day, Instant } from './ids.ts'
import type { Channel } from './model/channel.ts'

/** The channel's hours that begin on a day, as instants; undefined where it has none. */
export function openHours({ hours, zone }: Channel, day: Day): { readonly from: Instant; readonly to: Instant } | undefined {
  if (hours === undefined) return undefined
  const { from, to } = hours
  const start = instantsOf(day, from, zone)[0]
  const end = instantsOf(to <= from ? addDays(day, 1) : day, to, zone).at(-1)
  return start === undefined || end === undefined ? undefined : { from: start, to: end }
}
