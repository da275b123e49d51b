/** The review as the sheet lists it: what could go and what goes, so that a row stays where it is when it is unticked. */
import type { Page } from '../../../core/edition.ts'
import { recordIds, type Instant, type RecordId } from '../../../core/ids.ts'
import type { Board, BriefRow } from '../../../core/rail.ts'
import type { Held, HeldReason } from '../../../core/held.ts'
import { review, type Review, type ReviewRow } from '../../../core/review.ts'

export interface Listing {
  /** Everything that could go out, ticked or not. */
  readonly rows: readonly ReviewRow[]
  /** What stays back by itself; not what was unticked. */
  readonly held: readonly Held[]
  /** What the launch would be. */
  readonly goes: Review
  /** The unticked rows that the review still lists. */
  readonly unticked: ReadonlySet<RecordId>
}

interface Picks {
  readonly unticked: ReadonlySet<RecordId>
  readonly taken: ReadonlySet<RecordId>
  readonly editing: ReadonlySet<RecordId>
}

export function listing(board: Board, base: Page | undefined, picks: Picks, now: Instant): Listing {
  const all = review(board, base, { ...picks, unticked: new Set() }, now)
  const listed = new Set(all.rows.filter(hasTick).map((row) => row.id))
  const unticked = new Set([...picks.unticked].filter((id) => listed.has(id)))
  const goes = unticked.size === 0 ? all : review(board, base, { ...picks, unticked }, now)
  return { rows: all.rows, held: all.held, goes, unticked }
}

/** Channel settings go out with every launch, and the limit of the page holds in every one: nobody unticks them. */
export function hasTick(row: ReviewRow): boolean {
  return row.kind !== 'channel' && row.kind !== 'cut'
}

/** The rows to untick so that only these records go. */
export function allBut(rows: readonly ReviewRow[], chosen: ReadonlySet<RecordId>): Set<RecordId> {
  return new Set(rows.filter((row) => hasTick(row) && !chosen.has(row.id)).map((row) => row.id))
}

/** Whether readers may be shown it once a person takes it; the others have nothing fit to show, or were promised for later. */
export function canTake(reason: HeldReason): boolean {
  return reason === 'draft' || reason === 'conflict' || reason === 'editing'
}

/** What a record of the board is: one of its briefs, its lead or its discussion. */
export type Thing = { readonly kind: 'brief'; readonly row: BriefRow } | { readonly kind: 'lead' | 'discussion' | 'gone' }

export function thingOf(board: Board, id: RecordId): Thing {
  if (id === board.lead.id) return { kind: 'lead' }
  if (id === recordIds.rail(board.channel.key, board.day)) return { kind: 'discussion' }
  const row = [...board.own, ...board.carried].find((one) => one.id === id)
  return row === undefined ? { kind: 'gone' } : { kind: 'brief', row }
}

/** What there is to say before the rows; undefined where they say it all. */
export function remarkOf({ goes }: Pick<Listing, 'goes'>, base: Page | undefined): 'nothing' | 'emptyPage' | 'newDay' | undefined {
  if (!goes.changed) return 'nothing'
  if (goes.page.briefs.length === 0 && goes.page.lead === undefined) return 'emptyPage'
  return goes.rows.length === 0 && base !== undefined ? 'newDay' : undefined
}
