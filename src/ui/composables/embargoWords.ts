/** What a card says of its brief's embargo. */
import { hasFallenDue } from '../../core/due.ts'
import type { FrozenBrief } from '../../core/edition.ts'
import type { Day, Instant } from '../../core/ids.ts'
import type { Channel } from '../../core/model/channel.ts'
import { underEmbargo, type BriefRow } from '../../core/rail.ts'
import { heldReason, noChoices } from '../../core/held.ts'
import { timeLabel } from '../format.ts'
import { t } from '../i18n.ts'
import { heldWords } from './alertWords.ts'

interface Around {
  readonly channel: Channel
  /** The rail's day. */
  readonly day: Day
  /** What the site shows of the brief. */
  readonly last: FrozenBrief | undefined
  readonly now: Instant
}

/** Whether it goes out by itself or waits, or that it fell due and is not launched; undefined where there is nothing to say. */
export function embargoWords(row: BriefRow, { channel, day, last, now }: Around): string | undefined {
  const { embargo, status } = row.brief
  if (embargo === undefined || status === 'retracted') return undefined
  const time = timeLabel(embargo, channel.zone, day)
  if (!underEmbargo(row.brief, now)) {
    // A carried one is told of where it stands.
    return row.carried === undefined && hasFallenDue(row, last, channel.zone, now) ? t('card.fellDue', { time }) : undefined
  }
  const held = heldReason(row, embargo, noChoices)
  if (held !== undefined) return t('card.embargoHeld', { time, reason: heldWords(held) })
  return t(channel.due === 'launch' ? 'card.goesByItself' : 'card.needsLaunch', { time })
}
