/** The order of a rail: ranks, chronological placing, moves that touch one brief, and times that contradict the order. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { addMinutes, minutesBetween } from './clock.ts'
import type { Instant, RecordId } from './ids.ts'
import { longestRun } from './sequence.ts'

/** What the order of a rail or shelf is made of. */
export interface Row {
  readonly id: RecordId
  readonly at: Instant | undefined
  readonly pinned: boolean
  /** A fractional-indexing string. */
  readonly rank: string
}

/** Board order: pinned first, then rank, then id. */
export function inOrder<T extends Row>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => Number(b.pinned) - Number(a.pinned) || compare(a.rank, b.rank) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Where a brief of this time belongs: the brief to stand above, the first unpinned one from the top
 * whose time is not later; undefined for the end. A brief without a time goes to the top, and holds no other up.
 */
export function placeByTime(rows: readonly Row[], at: Instant | undefined): RecordId | undefined {
  return rows.find((row) => !row.pinned && (at === undefined || (row.at !== undefined && row.at <= at)))?.id
}

/** A rank for a brief that moves, and new ranks for others where equal ranks left no room. */
export interface Ranking {
  readonly rank: string
  readonly others: readonly { readonly id: RecordId; readonly rank: string }[]
}

/**
 * The rank with which a brief stands directly above another (undefined: at the end) among the rows of
 * its own group, pinned or not. Other briefs keep their ranks, except those that tie around the place.
 */
export function rankAbove(rows: readonly Row[], above: RecordId | undefined): Ranking {
  const index = above === undefined ? rows.length : rows.findIndex((row) => row.id === above)
  const at = index < 0 ? rows.length : index
  const [before, after] = [rows[at - 1]?.rank ?? null, rows[at]?.rank ?? null]
  if (before === null || before !== after) return { rank: generateKeyBetween(before, after), others: [] }
  // Two desks placed between the same neighbours: those that tie below are ranked anew.
  const tied = rows.slice(at).filter((row) => row.rank === before)
  const next = rows[at + tied.length]?.rank ?? null
  const [rank = '', ...ranks] = generateNKeysBetween(before, next, tied.length + 1)
  return { rank, others: tied.map((row, i) => ({ id: row.id, rank: ranks[i] ?? row.rank })) }
}

/**
 * The briefs whose time contradicts their place: the fewest that have to be retimed or moved for
 * the rest to run newest first (all but a longest newest-first run). Pinned ones and those without
 * a time never do.
 */
export function outOfOrder(rows: readonly Row[]): Set<RecordId> {
  const timed = rows.filter((row): row is Row & { at: Instant } => !row.pinned && row.at !== undefined)
  const run = longestRun(timed, (above, below) => above.at >= below.at)
  return new Set(timed.filter((_, index) => !run.has(index)).map((row) => row.id))
}

/** A time that fits a brief's place, or why there is none. */
export type Fit =
  | { readonly kind: 'fits'; readonly at: Instant }
  /** The neighbours leave no minute between them. */
  | { readonly kind: 'no-minute'; readonly above: Instant; readonly below: Instant }
  /** Nothing with a time stands beside it. */
  | { readonly kind: 'alone' }

/** Retime to fit: a whole minute strictly between the neighbours' times; halfway where there are many. */
export function timeToFit(rows: readonly Row[], id: RecordId): Fit {
  const index = rows.findIndex((row) => row.id === id)
  const timed = (row: Row): boolean => !row.pinned && row.at !== undefined
  const above = rows.slice(0, Math.max(index, 0)).findLast(timed)?.at
  const below = rows.slice(index + 1).find(timed)?.at
  if (above === undefined && below === undefined) return { kind: 'alone' }
  if (below === undefined) return { kind: 'fits', at: addMinutes(above ?? '', -1) }
  if (above === undefined) return { kind: 'fits', at: addMinutes(below, 1) }
  const minutes = minutesBetween(below, above)
  if (minutes < 2) return { kind: 'no-minute', above, below }
  return { kind: 'fits', at: addMinutes(below, Math.floor(minutes / 2)) }
}

/** A gap in minutes to the next older timed brief below each, for naming long gaps on the line. */
export function gapsBelow(rows: readonly Row[]): Map<RecordId, number> {
  const timed = rows.filter((row) => !row.pinned && row.at !== undefined)
  return new Map(
    timed.flatMap((row, index) => {
      const next = timed[index + 1]
      const gap = minutesBetween(next?.at ?? row.at ?? '', row.at ?? '')
      return next !== undefined && gap > 0 ? [[row.id, gap] as const] : []
    }),
  )
}
