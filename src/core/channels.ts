/** The channels of a library: their order, which are in use, and the acts that add, duplicate, archive and reorder them. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { setField } from './acts.ts'
import { valueOf, type Records, type RecordState } from './change.ts'
import type { EditSet } from './edit.ts'
import { recordIds, type ChannelKey } from './ids.ts'
import { channelKind, type Channel } from './model/channel.ts'
import type { Json } from './model/field.ts'
import { ofKind, readChannel } from './records.ts'

/** A library's channels, archived ones too, in the desk's order. One without a title is none: its making was undone. */
export function channelsOf(records: Iterable<RecordState>): Channel[] {
  return inOrder(records).filter(({ title }) => title.trim() !== '')
}

/** By rank, equal ones by key. */
function inOrder(records: Iterable<RecordState>): Channel[] {
  const channels = ofKind(records, 'channel').map(readChannel)
  return channels.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
}

/** The channels that menus and commands offer, in the desk's order. */
export function channelsInUse(records: Iterable<RecordState>): Channel[] {
  return channelsOf(records).filter(({ archived }) => !archived)
}

/** The channel that is shown where none is asked for; an archived one only where nothing else is left. */
export function firstChannel(records: Iterable<RecordState>): Channel | undefined {
  const channels = channelsOf(records)
  return channels.find(({ archived }) => !archived) ?? channels[0]
}

/** The short id of a channel: what can be read of its title, and a few random characters. */
export function channelKeyFor(title: string, random: string): ChannelKey {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return [words.slice(0, 24).replace(/-$/, ''), random.slice(0, 4)].filter((part) => part !== '').join('-')
}

export type NewChannel = Partial<Omit<Channel, 'key' | 'rank' | 'archived'>>

/** What is a channel's own, so that a duplicate has none of it. */
const ownFields: readonly string[] = ['rank', 'archived']

/** A new channel after all others; `like` is the one whose settings it begins with. Targets belong to one channel and stay there. */
export function newChannel(records: Records, key: ChannelKey, fields: NewChannel, like?: ChannelKey): EditSet[] {
  const id = recordIds.channel(key)
  const channels = channelsOf(records.values())
  const last = channels.at(-1)?.rank ?? ''
  const model = like === undefined ? undefined : records.get(recordIds.channel(like))
  const copied = Object.keys(channelKind.fields)
    .filter((field) => !ownFields.includes(field))
    .map((field) => [field, model && valueOf(model, field)] as const)
  const values: Record<string, Json | undefined> = {
    ...Object.fromEntries(copied),
    // Nothing of a sample may get onto a site, whichever channel it is in.
    ...(channels.some(({ sample }) => sample) ? { sample: true } : {}),
    ...(fields as Record<string, Json | undefined>),
    rank: generateKeyBetween(last === '' ? null : last, null),
  }
  return Object.entries(values).flatMap(([field, to]) => (to === undefined ? [] : [{ record: id, field, to, after: [] }]))
}

/** Out of menus and defaults, with all its history; or back in. */
export function setArchived(records: Records, key: ChannelKey, archived: boolean): EditSet[] {
  const id = recordIds.channel(key)
  return [setField(records.get(id), id, 'archived', archived)]
}

/** To stand directly above another channel, or at the end. Others keep their ranks unless these leave no room. */
export function moveChannel(records: Records, key: ChannelKey, above: ChannelKey | undefined): EditSet[] {
  if (above === key) return []
  const order = channelsOf(records.values())
  const moved = order.find((channel) => channel.key === key)
  if (moved === undefined) return []
  const others = order.filter((channel) => channel !== moved)
  const index = above === undefined ? -1 : others.findIndex((channel) => channel.key === above)
  const at = index < 0 ? others.length : index
  if (order.indexOf(moved) === at) return []
  const setRank = (channel: ChannelKey, rank: string): EditSet => {
    const id = recordIds.channel(channel)
    return setField(records.get(id), id, 'rank', rank)
  }
  const [before, after] = [others[at - 1]?.rank, others[at]?.rank]
  const isRoom = before !== '' && after !== '' && (before === undefined || after === undefined || before < after)
  if (isRoom) return [setRank(key, generateKeyBetween(before ?? null, after ?? null))]
  const wanted = [...others.slice(0, at), moved, ...others.slice(at)]
  const ranks = generateNKeysBetween(null, null, wanted.length)
  return wanted.flatMap((channel, place) => {
    const rank = ranks[place] ?? ''
    return channel.rank === rank ? [] : [setRank(channel.key, rank)]
  })
}

/** The channel to show after one that is gone from the menus: the next in order, else the one before it. */
export function channelAfter(records: Iterable<RecordState>, gone: ChannelKey): Channel | undefined {
  const all = [...records]
  const keys = inOrder(all).map(({ key }) => key)
  const inUse = channelsInUse(all).filter(({ key }) => key !== gone)
  const from = keys.indexOf(gone)
  return inUse.find(({ key }) => keys.indexOf(key) > from) ?? inUse.at(-1)
}
