/** The rail that a command is about. */
import { channelsOf } from '../../core/channels.ts'
import { isDay } from '../../core/clock.ts'
import type { View } from '../../core/contract/view.ts'
import type { Records, RecordState } from '../../core/change.ts'
import type { Day } from '../../core/ids.ts'
import type { Channel } from '../../core/model/channel.ts'
import { board, type Board } from '../../core/rail.ts'
import { DeskError } from '../failure.ts'
import { UsageError, type CommonValues } from './command.ts'
import type { CliDesk } from './desk.ts'

export interface Rail {
  readonly channel: Channel
  readonly day: Day
  readonly view: View
  readonly records: Records
  readonly board: Board
  readonly now: string
}

/** The channel that was named, archived or not, or the only one in use. */
export function channelNamed(records: Iterable<RecordState>, name: string | undefined): Channel {
  const channels = channelsOf(records)
  const inUse = channels.filter(({ archived }) => !archived)
  const listed = (some: readonly Channel[]): string => some.map((channel) => `${channel.title} (${channel.key})`).join(', ')
  if (name === undefined) {
    const [only, ...others] = inUse
    if (only === undefined) throw new DeskError('not-found', 'This library has no channel yet. Open it at the desk to begin one.')
    if (others.length > 0) throw new UsageError(`This library has several channels. Say which with --channel: ${listed(inUse)}`)
    return only
  }
  const same = (text: string): boolean => text.toLowerCase() === name.toLowerCase()
  const named = channels.filter((channel) => channel.key === name || same(channel.title))
  const [channel, ...others] = named
  if (channel === undefined) throw new UsageError(`There is no channel "${name}" in this library. It has: ${listed(channels)}`)
  if (others.length > 0) throw new UsageError(`Several channels are called "${name}". Say which by its key: ${listed(named)}`)
  return channel
}

/** The rail of the channel and day that were named, as the board shows it. */
export async function railNamed(desk: CliDesk, { channel: name, day }: CommonValues): Promise<Rail> {
  if (day !== undefined && !isDay(day)) throw new UsageError(`"${String(day)}" is no day. Write it as 2026-04-15.`)
  const { key } = channelNamed((await desk.ask('view', {})).records, name)
  const view = await desk.ask('view', { channel: key, ...(day === undefined ? {} : { day }) })
  const records = new Map(view.records.map((record) => [record.id, record]))
  const channel = channelNamed(view.records, key)
  const now = new Date().toISOString()
  return {
    channel,
    day: view.day,
    view,
    records,
    now,
    board: board(records, { channel, day: view.day, now, base: view.base, earlier: view.earlier }),
  }
}
