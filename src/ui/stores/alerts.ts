/** The alerts of this window: those there are, which of them are new, and those of before. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { alerts, isUrgent, type Alert } from '../../core/alerts.ts'
import { localTime } from '../../core/clock.ts'
import type { DeskEvent } from '../../core/contract/event.ts'
import { editionNumber } from '../../core/edition.ts'
import type { Instant, RecordId } from '../../core/ids.ts'
import { placeOfAlert, useAlertWords, type AlertPlace } from '../composables/alertWords.ts'
import { useAnswer } from '../composables/answer.ts'
import { instantNow, useNow } from '../composables/now.ts'
import { useConnection } from '../connection.ts'
import { t } from '../i18n.ts'
import { useDeliveries } from './deliveries.ts'
import { useEmbargoes } from './embargoes.ts'
import { useRail } from './rail.ts'
import { useSession } from './session.ts'

/** Something that was told. */
export interface News {
  readonly key: string
  readonly text: string
  readonly at: Instant
  readonly place: AlertPlace | undefined
}

/** So many of before are kept. */
const mostPast = 50

export const useAlerts = defineStore('alerts', () => {
  const { on } = useConnection()
  const rail = useRail()
  const session = useSession()
  const deliveries = useDeliveries()
  const embargoes = useEmbargoes()
  const now = useNow()
  const alertWords = useAlertWords()

  /** Why briefs that were to go out by themselves did not. */
  const failures = shallowRef<ReadonlyMap<RecordId, string>>(new Map())
  const aside = shallowRef<ReadonlySet<string>>(new Set())
  const past = shallowRef<readonly News[]>([])
  const news = shallowRef<News>()
  /** Counts what was heard that may change what can still be read. */
  const sent = shallowRef(0)
  const { answer } = useAnswer(
    'readable',
    () => (session.library === undefined ? undefined : {}),
    () => [session.library?.id, sent.value],
  )

  const changes = computed(() => (rail.day === localTime(now.value, rail.channel.zone).day ? rail.review.rows.length : 0))
  const all = computed(() => {
    if (rail.view === undefined) return []
    const watched = {
      channel: rail.channel,
      site: rail.view.site,
      changes: changes.value,
      channels: rail.channels,
      embargoes: embargoes.notes,
      failures: failures.value,
      deliveries: deliveries.open,
      readable: answer.value?.readable ?? [],
    }
    return alerts(watched, now.value).filter(({ key }) => !aside.value.has(key))
  })

  const noted = (alert: Alert): News => ({ key: alert.key, text: alertWords(alert), at: instantNow(), place: placeOfAlert(alert) })
  function keep(one: News): void {
    past.value = [one, ...past.value].slice(0, mostPast)
  }

  watch(all, (alertsNow, before) => {
    const [keys, old] = [alertsNow, before].map((some) => new Set(some.map(({ key }) => key))) as [Set<string>, Set<string>]
    for (const alert of before) {
      // That another channel is in view ends nothing.
      const ended = alert.kind === 'stale' || alert.kind === 'unlaunched' ? alert.channel === rail.channel.key : rail.view !== undefined
      if (!keys.has(alert.key) && ended) keep(noted(alert))
    }
    const fresh = alertsNow.find((alert) => isUrgent(alert) && !old.has(alert.key))
    if (fresh !== undefined) news.value = noted(fresh)
  })

  function hearDue({ records, day, channel, outcome }: Extract<DeskEvent, { kind: 'due' }>): void {
    if (!outcome.ok) {
      failures.value = new Map([...failures.value, ...records.map((record) => [record, outcome.error.message] as const)])
      return
    }
    const names = records.map((record) => rail.kickerOf(record) || t('board.noKicker')).join(', ')
    const text = t('alerts.out', { names, number: editionNumber(outcome.value.id) }, records.length)
    const [record] = records
    const place = record === undefined ? undefined : { channel, day, record }
    const one: News = { key: `out ${outcome.value.id}`, text, at: outcome.value.at, place }
    keep(one)
    news.value = one
  }

  on((heard) => {
    if (heard.kind === 'due') hearDue(heard)
    if (heard.kind === 'edition' || heard.kind === 'gap' || (heard.kind === 'delivery' && heard.delivery.state !== 'sending'))
      sent.value += 1
  })

  // Another library has its own.
  watch(
    () => session.library?.id,
    () => {
      past.value = []
      aside.value = new Set()
      failures.value = new Map()
    },
  )

  return {
    all,
    past,
    /** What was told last: an urgent alert that is new, or what went out by itself. */
    news,
    setAside({ key }: Alert): void {
      aside.value = new Set([...aside.value, key])
    },
  }
})
