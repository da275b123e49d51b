/** Acts on channels: going to one, in this window or a new one, adding, duplicating, archiving and reordering. */
import { inject, provide, watch, type InjectionKey } from 'vue'
import { channelAfter, channelKeyFor, moveChannel, newChannel, setArchived, type NewChannel } from '../../core/channels.ts'
import type { Result } from '../../core/contract/failure.ts'
import type { EditSet } from '../../core/edit.ts'
import type { ChannelKey } from '../../core/ids.ts'
import type { Channel } from '../../core/model/channel.ts'
import { provideActs } from '../acts.ts'
import { hashOf } from '../address.ts'
import { t } from '../i18n.ts'
import { keyOfAct } from '../keys.ts'
import { newKey } from '../random.ts'
import { useRail } from '../stores/rail.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { inTurn } from './turns.ts'

export interface ChannelActs {
  readonly goTo: (channel: ChannelKey) => Promise<void>
  readonly openWindow: (channel: ChannelKey) => void
  readonly add: (fields: NewChannel & { readonly title: string }, like?: ChannelKey) => Promise<Result<unknown>>
  readonly archive: (channel: Channel, archived: boolean) => Promise<void>
  readonly moveAbove: (channel: Channel, above: ChannelKey | undefined) => Promise<void>
}

const key: InjectionKey<ChannelActs> = Symbol('channel acts')

export function useChannelActs(): ChannelActs {
  const acts = inject(key)
  if (acts === undefined) throw new Error('No acts on channels were provided.')
  return acts
}

/** Provides the acts to all that is in the window. */
export function provideChannelActs(cards: Cards): void {
  const rail = useRail()
  const ui = useUi()

  /** Another channel's rail of the same day, once the open card is closed. */
  async function goTo(channel: ChannelKey): Promise<void> {
    if (channel !== rail.channel.key && (await cards.close(false))) await rail.show(channel, rail.day)
  }

  async function act(sets: EditSet[], said: string): Promise<Result<unknown>> {
    if (sets.length === 0) return { ok: true, value: undefined }
    const result = await rail.edit(sets)
    if (result.ok) await rail.settled()
    ui.say(result.ok ? said : result.error.message, { bad: !result.ok })
    return result
  }

  async function add(fields: NewChannel & { readonly title: string }, like?: ChannelKey): Promise<Result<unknown>> {
    const channel = channelKeyFor(fields.title, newKey())
    const result = await act(newChannel(rail.records, channel, fields, like), t('channels.didAdd', { title: fields.title }))
    if (result.ok) await goTo(channel)
    return result
  }

  async function archive({ key: channel, title }: Channel, archived: boolean): Promise<void> {
    if (archived && rail.channelsInUse.length === 1) ui.say(t('channels.lastStays'))
    else await act(setArchived(rail.records, channel, archived), t(archived ? 'channels.didArchive' : 'channels.didBringBack', { title }))
  }

  async function moveAbove({ key: channel, title }: Channel, above: ChannelKey | undefined): Promise<void> {
    const others = rail.channelsInUse.filter((one) => one.key !== channel)
    const at = (above === undefined ? others.length : others.findIndex((one) => one.key === above)) + 1
    await act(moveChannel(rail.records, channel, above), t('channels.didMove', { title, at, n: others.length + 1 }))
  }

  // Archived here, in another window, or by undo: there is another to go on with.
  watch(
    () => rail.view !== undefined && (rail.channel.archived || rail.channel.title === ''),
    (isGone) => {
      const next = isGone ? channelAfter(rail.records.values(), rail.channel.key) : undefined
      if (next === undefined) return
      const { title: gone } = rail.channel
      if (gone !== '') ui.say(t('channels.gone', { gone, title: next.title }))
      void inTurn(() => goTo(next.key))
    },
    { immediate: true },
  )

  function goBy(by: number): void {
    const channels = rail.channelsInUse
    const at = channels.findIndex((one) => one.key === rail.channel.key)
    const next = channels[(at + by + channels.length) % channels.length]
    if (next === undefined || channels.length === 1) ui.say(t('channels.none', { keys: keyOfAct('channels') }))
    else void inTurn(() => goTo(next.key))
  }
  const enabled = (): boolean => rail.view !== undefined
  provideActs({
    channels: { enabled, run: () => ui.open('channels') },
    channelBefore: { enabled, run: () => goBy(-1) },
    channelAfter: { enabled, run: () => goBy(1) },
  })

  provide(key, {
    goTo: (channel) => inTurn(() => goTo(channel)),
    openWindow: (channel) => void window.open(hashOf({ channel, day: rail.day }), '_blank'),
    add,
    archive,
    moveAbove,
  })
}
