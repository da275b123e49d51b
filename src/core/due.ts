/** Embargoes: what comes, what has fallen due and is not launched, and what of that goes out by itself. */
import { addMinutes } from './clock.ts'
import { choosePage } from './choosing.ts'
import type { FrozenBrief, Page } from './edition.ts'
import { sameWords, wordsOf } from './frozen.ts'
import type { Instant } from './ids.ts'
import type { Channel } from './model/channel.ts'
import { underEmbargo, type Board, type BriefRow } from './rail.ts'
import { heldReason, type Choices, type HeldReason } from './held.ts'

/** So many minutes after its own an embargo may still send its brief out by itself; later it is missed, and a person decides. */
export const grace = 5

/** An embargo that ended longer ago, in days, is no news: such a brief is like any other that is not launched. */
export const dueDays = 7

/**
 * Whether a brief's embargo has ended and readers have not seen its words: it is not on the site, or what stands
 * there (`last`) was last changed before the embargo ended and reads otherwise. Retracted ones never fall due.
 */
export function hasFallenDue(row: Pick<BriefRow, 'record' | 'brief'>, last: FrozenBrief | undefined, zone: string, now: Instant): boolean {
  const { embargo, status } = row.brief
  if (embargo === undefined || embargo > now || status === 'retracted' || embargo < addMinutes(now, -dueDays * 1440)) return false
  return last === undefined || (last.updated < embargo && !sameWords(wordsOf(row, zone), last))
}

/** A brief that has fallen due and is not launched, and what holds it back, where something does. */
export interface Due {
  readonly row: BriefRow
  readonly embargo: Instant
  readonly held: HeldReason | undefined
}

/** What of a rail's own briefs has fallen due and is not launched, in the order of its embargoes. */
export function fallenDue(board: Board, base: Page | undefined, choices: Choices, now: Instant): Due[] {
  const onSite = new Map(base?.briefs.map((brief) => [brief.record, brief]))
  // What stands below the page's limit is not for readers now.
  const { cut } = choosePage(board, base, choices, now)
  return board.own
    .flatMap((row): Due[] => {
      const { embargo } = row.brief
      if (embargo === undefined || cut.has(row.id) || !hasFallenDue(row, onSite.get(row.id), board.channel.zone, now)) return []
      return [{ row, embargo, held: heldReason(row, now, choices) }]
    })
    .sort((a, b) => (a.embargo < b.embargo ? -1 : a.embargo > b.embargo ? 1 : 0))
}

/**
 * Whether what has fallen due goes out by itself: the channel says so, nothing holds it back, and the desk was open
 * (`since`) when it fell due and noticed within the grace. Anything else is told, and never done late.
 */
export function goesByItself({ embargo, held }: Omit<Due, 'row'>, { due }: Pick<Channel, 'due'>, since: Instant, now: Instant): boolean {
  return due === 'launch' && held === undefined && embargo > since && embargo <= now && now <= addMinutes(embargo, grace)
}

/** The briefs under embargo among some, what comes first first. */
export function later<T extends Pick<BriefRow, 'id' | 'brief'>>(rows: readonly T[], now: Instant): T[] {
  const until = ({ brief }: T): Instant => brief.embargo ?? ''
  const order = (a: T, b: T): number => (until(a) === until(b) ? (a.id < b.id ? -1 : 1) : until(a) < until(b) ? -1 : 1)
  return rows.filter(({ brief }) => brief.status !== 'retracted' && underEmbargo(brief, now)).sort(order)
}
