/** Alerts in words, and where each leads. */
import type { Alert } from '../../core/alerts.ts'
import { assertNever } from '../../core/assert.ts'
import type { DeliveryState } from '../../core/contract/delivery.ts'
import type { EmbargoNote } from '../../core/contract/embargo.ts'
import type { ChannelKey, Day, RecordId } from '../../core/ids.ts'
import type { HeldReason } from '../../core/held.ts'
import { readTarget } from '../../core/records.ts'
import { duration, timeLabel } from '../format.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'

/** A brief on its rail. */
export interface AlertPlace {
  readonly channel: ChannelKey
  readonly day: Day
  readonly record: RecordId
}

/** The brief that an alert is about. */
export function placeOfAlert(alert: Alert): EmbargoNote | undefined {
  return alert.kind === 'due' ? alert.note : undefined
}

export function useAlertWords(): (alert: Alert) => string {
  const rail = useRail()
  const targetName = (id: RecordId): string => {
    const record = rail.records.get(id)
    return record === undefined ? '' : readTarget(record).name
  }

  function dueWords({ note, missed, failure }: Extract<Alert, { kind: 'due' }>): string {
    const zone = rail.channels.find(({ key }) => key === note.channel)?.zone ?? rail.channel.zone
    const said = { kicker: kickerOf(note), time: timeLabel(note.embargo, zone, rail.day) }
    if (note.held !== undefined) {
      return t('alerts.dueHeld', { ...said, reason: heldWords(note.held) })
    }
    if (failure !== undefined) return t('alerts.dueFailed', { ...said, message: failure })
    return t(missed ? 'alerts.missed' : 'alerts.due', said)
  }

  return (alert) => {
    switch (alert.kind) {
      case 'stale':
        return t('alerts.stale', { time: duration(alert.minutes) })
      case 'unlaunched':
        return t('alerts.unlaunched', { time: duration(alert.minutes) }, alert.changes)
      case 'due':
        return dueWords(alert)
      case 'delivery':
        return deliveryWords(alert.delivery, targetName(alert.delivery.target))
      case 'readable': {
        const { kicker, target } = alert.readable
        return t('alerts.readable', { kicker: kicker || t('board.noKicker'), target: targetName(target) })
      }
      default:
        return assertNever(alert)
    }
  }
}

/** Why a brief is held back beside its embargo. */
export function heldWords(reason: HeldReason): string {
  return t(`launch.reasons.${reason}`, { what: t('alerts.incomplete'), time: '' })
}

export function kickerOf({ kicker }: Pick<EmbargoNote, 'kicker'>): string {
  return kicker || t('board.noKicker')
}

/** How far a delivery is, or how it ended. */
export function deliveryWords({ state, done, total, message = '' }: DeliveryState, target: string): string {
  switch (state) {
    case 'sending':
    case 'sent':
      return t('status.sending', { target, done, total })
    case 'failed':
      return t('status.failed', { target, message })
    case 'disagrees':
      return t('status.disagrees', { target })
    case 'cancelled':
      return t('status.cancelled', { target })
    default:
      return assertNever(state)
  }
}
