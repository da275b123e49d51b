/** Checks of times: order, days, clocks, and the pace of the rail. */
import { retime, retimeInPlace, sortBack } from '../acts.ts'
import { addDays, addMinutes, instantsOf, localTime, minutesBetween, onDay } from '../clock.ts'
import { openHours } from '../hours.ts'
import type { Day, Instant } from '../ids.ts'
import type { Board, BriefRow } from '../rail.ts'
import { outOfOrder, timeToFit } from '../timeline.ts'
import { severities, type CheckName, type Finding, type Mend, type Params } from './finding.ts'

/** A day's rail as these checks see it. */
interface Timeline {
  readonly board: Board
  readonly now: Instant
  /** The rail's own briefs that have a time, in order; not the retracted. */
  readonly timed: readonly TimedRow[]
}

type TimedRow = BriefRow & { readonly at: Instant }
type Found = Omit<Finding, 'record' | 'severity' | 'field'>

function at(row: BriefRow, { check, ...more }: Found): Finding {
  return { check, record: row.id, field: 'at', severity: severities[check], ...more }
}

export function timeFindings(board: Board, now: Instant): Finding[] {
  const timed = board.own.filter((row): row is TimedRow => row.at !== undefined && row.brief.status !== 'retracted')
  const line: Timeline = { board, now, timed }
  return [...order(line), ...minutes(line), ...days(line), ...clocks(line), ...pace(line), ...kickers(line)]
}

function order({ board, now }: Timeline): Finding[] {
  const disordered = outOfOrder(board.own)
  if (disordered.size === 0) return []
  return board.own.flatMap((row) => {
    if (!disordered.has(row.id) || row.brief.status === 'retracted') return []
    const fit = timeToFit(board.own, row.id)
    const mend: Mend =
      fit.kind === 'fits'
        ? { name: 'retime', params: { time: label(fit.at, board) }, sets: retimeInPlace(row.record, fit.at, now) }
        : { name: 'sortBack', params: {}, sets: sortBack(row.record) }
    return [at(row, { check: 'outOfOrder', params: {}, mend })]
  })
}

/** Two of one minute: which came first is left to their places. The lower can go a minute back where that is free. */
function minutes({ board, now, timed }: Timeline): Finding[] {
  const seen = new Map<Instant, TimedRow>()
  const taken = new Set(timed.map((row) => row.at))
  return timed.flatMap((row) => {
    const above = seen.get(row.at)
    seen.set(row.at, row)
    if (above === undefined) return []
    const before = addMinutes(row.at, -1)
    const mend: Mend = { name: 'retime', params: { time: label(before, board) }, sets: retimeInPlace(row.record, before, now) }
    const params = { time: label(row.at, board), other: nameOf(above) }
    return [at(row, { check: 'sameMinute', params, other: above.id, ...(row.pinned || taken.has(before) ? {} : { mend }) })]
  })
}

/** When a night begins and ends, on the channel's clock. */
const [evening, morning] = ['18:00', '06:00']

/** Around midnight: a time of the day before or after may be meant, and may be a slip. */
function days({ board, now, timed }: Timeline): Finding[] {
  const { zone } = board.channel
  const present = localTime(now, zone)
  return timed.flatMap((row) => {
    const local = localTime(row.at, zone)
    if (local.day !== board.day) {
      const before = local.day === addDays(board.day, -1)
      const after = local.day === addDays(board.day, 1)
      // A rail that is written through a night has its evening and its small hours.
      if ((before && local.label >= evening) || (after && local.label < morning)) return []
      const near = before || after
      const params = { day: local.day, time: local.label }
      return [at(row, { check: near ? 'otherDay' : 'farDay', params, ...onto(row, board.day, local.label, zone, now) })]
    }
    // Shortly after midnight "23:50" is last night's.
    const slip = board.day === present.day && present.label < morning && minutesBetween(now, row.at) > 720
    if (!slip) return []
    const params = { day: local.day, time: local.label }
    return [at(row, { check: 'lateAhead', params, ...onto(row, addDays(board.day, -1), local.label, zone, now) })]
  })
}

function onto(row: TimedRow, day: Day, time: string, zone: string, now: Instant): { mend?: Mend } {
  const meant = onDay(day, time, zone)
  return meant.kind === 'instant'
    ? { mend: { name: 'retime', params: { time: `${day} ${time}` }, sets: retime(row.record, meant.at, now) } }
    : {}
}

/** Times that occur twice because clocks were set back. */
function clocks({ board, timed }: Timeline): Finding[] {
  const { zone } = board.channel
  const near = [addDays(board.day, -1), board.day, addDays(board.day, 1)].filter((day) => isShifted(day, zone))
  if (near.length === 0) return []
  return timed.flatMap((row) => {
    const local = localTime(row.at, zone)
    if (!near.includes(local.day)) return []
    const both = instantsOf(local.day, local.label, zone)
    if (both.length < 2) return []
    const other = both.find((one) => one !== row.at) ?? row.at
    const mend: Mend = {
      name: 'retime',
      params: { time: `${local.label} ${localTime(other, zone).offset}` },
      sets: retime(row.record, other, other),
    }
    return [at(row, { check: 'clockTwice', params: { time: local.label, offset: local.offset }, mend })]
  })
}

/** Whether a day's clocks are set forward or back. */
function isShifted(day: Day, zone: string): boolean {
  const offset = (on: Day): string => localTime(instantsOf(on, '12:00', zone)[0] ?? `${on}T12:00:00.000Z`, zone).offset
  return offset(day) !== offset(addDays(day, -1))
}

const longGap = 120
const burst = { briefs: 5, minutes: 10 }

/** Gaps and bursts of what has happened, within the channel's hours. */
function pace({ board, now, timed }: Timeline): Finding[] {
  const hours = openHours(board.channel, board.day)
  if (hours === undefined) return []
  const open = timed.filter((row) => row.at <= now && row.at >= hours.from && row.at <= hours.to).sort((a, b) => (a.at < b.at ? 1 : -1))
  const found: Finding[] = []
  let told = Infinity
  open.forEach((row, index) => {
    const older = open[index + 1]
    const gap = older === undefined ? 0 : minutesBetween(older.at, row.at)
    if (older !== undefined && gap > longGap)
      found.push(at(row, { check: 'gap', params: { from: label(older.at, board), to: label(row.at, board) } }))
    const last = open[index + burst.briefs - 1]
    if (last === undefined || minutesBetween(last.at, row.at) > burst.minutes || Date.parse(row.at) > told) return
    told = Date.parse(row.at) - burst.minutes * 60_000
    found.push(at(row, { check: 'burst', params: { n: burst.briefs, from: label(last.at, board), to: label(row.at, board) } }))
  })
  return found
}

const repeatWithin = 30

/** The same kicker shortly after one another, where the channel asks to be told. */
function kickers({ board, timed }: Timeline): Finding[] {
  if (!board.channel.sameKicker) return []
  const older = new Map<string, TimedRow>()
  return [...timed]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap((row) => {
      const kicker = row.brief.kicker.trim().toLowerCase()
      const before = older.get(kicker)
      older.set(kicker, row)
      if (kicker === '' || before === undefined || minutesBetween(before.at, row.at) > repeatWithin) return []
      const params: Params = { time: label(before.at, board) }
      return [{ ...at(row, { check: 'sameKicker' satisfies CheckName, params, other: before.id }), field: 'kicker' as const }]
    })
}

function label(instant: Instant, { channel }: Board): string {
  return localTime(instant, channel.zone).label
}

function nameOf({ brief }: BriefRow): string {
  return brief.kicker.trim()
}
