/** What a window shows, in its address: `#<channel>/<day>`. So a reload keeps it, and another window can begin with it. */
import { isDay } from '../core/clock.ts'
import { channelKeyRegExp, type ChannelKey, type Day } from '../core/ids.ts'

export interface Shown {
  readonly channel: ChannelKey
  readonly day: Day
}

/** What an address asks for; undefined where it asks for nothing. */
export function shownIn(hash: string): Shown | undefined {
  const [channel = '', day = ''] = hash.replace(/^#/, '').split('/')
  return channelKeyRegExp.test(channel) && isDay(day) ? { channel, day } : undefined
}

export function hashOf({ channel, day }: Shown): string {
  return `#${channel}/${day}`
}
