/** What a desk is alerted to: worked out from what it knows, so that an alert is there as long as its reason is. */
import { assertNever } from './assert.ts'
import { addDays, localTime, minutesBetween } from './clock.ts'
import type { DeliveryState, Readable } from './contract/delivery.ts'
import type { EmbargoNote } from './contract/embargo.ts'
import type { EditionNote } from './edition.ts'
import { openHours } from './hours.ts'
import type { ChannelKey, Day, Instant, RecordId } from './ids.ts'
import type { Channel } from './model/channel.ts'

export type Alert = { readonly key: string } & (
  | { readonly kind: 'stale'; readonly channel: ChannelKey; readonly minutes: number }
  | { readonly kind: 'unlaunched'; readonly channel: ChannelKey; readonly minutes: number; readonly changes: number }
  /** Fell due and is not launched; `missed` where it was to go out by itself, `failure` where that was tried. */
  | { readonly kind: 'due'; readonly note: EmbargoNote; readonly missed: boolean; readonly failure: string | undefined }
  | { readonly kind: 'delivery'; readonly delivery: DeliveryState }
  | { readonly kind: 'readable'; readonly readable: Readable }
)

/** What alerts are worked out from. */
export interface Watched {
  /** The channel in view, what its site shows, and how many changes to its rail of today wait for a launch. */
  readonly channel: Channel
  readonly site: EditionNote | undefined
  readonly changes: number
  readonly channels: readonly Channel[]
  readonly embargoes: readonly EmbargoNote[]
  /** Why briefs that were to go out by themselves did not. */
  readonly failures: ReadonlyMap<RecordId, string>
  readonly deliveries: readonly DeliveryState[]
  readonly readable: readonly Readable[]
}

/** The alerts as of now, the gravest kind first. */
export function alerts(watched: Watched, now: Instant): Alert[] {
  return [...readableAlerts(watched), ...deliveryAlerts(watched), ...dueAlerts(watched), ...paceAlerts(watched, now)]
}

/** Whether an alert cannot wait until somebody looks at the desk: a launch that failed, an embargo that ended, a retraction still readable. */
export function isUrgent(alert: Alert): boolean {
  switch (alert.kind) {
    case 'stale':
    case 'unlaunched':
      return false
    case 'delivery':
      // One that somebody cancelled is no surprise to them.
      return alert.delivery.state !== 'cancelled'
    case 'due':
    case 'readable':
      return true
    default:
      return assertNever(alert)
  }
}

function isSending({ deliveries }: Watched, target: RecordId): boolean {
  return deliveries.some((delivery) => delivery.target === target && delivery.state === 'sending')
}

function readableAlerts(watched: Watched): Alert[] {
  return watched.readable
    .filter(({ target }) => !isSending(watched, target))
    .map((readable) => ({ key: `readable ${readable.target} ${readable.record}`, kind: 'readable', readable }))
}

function deliveryAlerts({ deliveries }: Watched): Alert[] {
  return deliveries
    .filter(({ state }) => state !== 'sending' && state !== 'sent')
    .map((delivery) => ({ key: `delivery ${delivery.target} ${delivery.edition}`, kind: 'delivery', delivery }))
}

function dueAlerts({ embargoes, channels, failures }: Watched): Alert[] {
  return embargoes
    .filter(({ state }) => state === 'fallen')
    .map((note) => {
      const missed = channels.find(({ key }) => key === note.channel)?.due === 'launch'
      return { key: `due ${note.record} ${note.embargo}`, kind: 'due', note, missed, failure: failures.get(note.record) }
    })
}

/** That nothing was launched for longer than the channel allows, and whether there is something to launch. */
function paceAlerts({ channel, site, changes }: Watched, now: Instant): Alert[] {
  const since = site === undefined || channel.staleAfter === 0 ? undefined : quietSince(channel, site.at, now)
  const minutes = since === undefined ? 0 : minutesBetween(since, now)
  if (since === undefined || minutes < channel.staleAfter) return []
  const about = { channel: channel.key, minutes }
  return [
    changes > 0
      ? { key: `unlaunched ${channel.key}`, kind: 'unlaunched', ...about, changes }
      : { key: `stale ${channel.key}`, kind: 'stale', ...about },
  ]
}

/** Since when a rail has been quiet, counted within the channel's hours; undefined outside of them. */
function quietSince(channel: Channel, launched: Instant, now: Instant): Instant | undefined {
  if (channel.hours === undefined) return launched
  const today: Day = localTime(now, channel.zone).day
  // Hours of the night before may go over midnight.
  const open = [today, addDays(today, -1)].map((day) => openHours(channel, day)).find((one) => one && one.from <= now && now <= one.to)
  return open === undefined ? undefined : open.from > launched ? open.from : launched
}
