/** A rail as the board shows it and the site will: its own briefs in order, what is carried, its lead and discussion. */
import { conflictsOf, type Conflict, type Records, type RecordState } from './change.ts'
import { dayOfHome, homeOf, homes, kindOf, recordIds, type Day, type Home, type Instant, type RecordId } from './ids.ts'
import { placeHome, type Brief } from './model/brief.ts'
import type { Channel } from './model/channel.ts'
import type { Lead } from './model/lead.ts'
import type { Page } from './edition.ts'
import { readBrief, readLead, readRail } from './records.ts'
import { inOrder, type Row } from './timeline.ts'

/** A brief where it stands. */
export interface BriefRow extends Row {
  readonly record: RecordState
  readonly brief: Brief
  /** The earlier day on whose rail it stands, where this rail carries it. */
  readonly carried: Day | undefined
  readonly conflicts: readonly Conflict[]
}

export interface LeadRow {
  readonly id: RecordId
  readonly record: RecordState | undefined
  readonly lead: Lead
  readonly carried: Day | undefined
  readonly conflicts: readonly Conflict[]
}

/** The discussion as it will show, with the rail whose words it is; undefined for the channel's defaults. */
export interface DiscussionRow {
  readonly prompt: string
  readonly emptyState: string
  readonly state: 'open' | 'closed'
  readonly words: RecordId | undefined
  readonly conflicts: readonly Conflict[]
}

export interface Board {
  readonly channel: Channel
  readonly day: Day
  readonly lead: LeadRow
  readonly own: readonly BriefRow[]
  readonly carried: readonly BriefRow[]
  readonly discussion: DiscussionRow
}

export interface BoardContext {
  readonly channel: Channel
  readonly day: Day
  readonly now: Instant
  /** What the site shows of this rail: its last edition, else the channel's newest of an earlier day. */
  readonly base: Page | undefined
  /** The channel's newest edition of an earlier day: whose lead and discussion are carried. */
  readonly earlier: Page | undefined
}

const rows = new WeakMap<RecordState, BriefRow>()

/** A brief's row; the same object as long as its record is the same. */
export function rowOf(record: RecordState): BriefRow {
  const known = rows.get(record)
  if (known !== undefined) return known
  const brief = readBrief(record)
  const row: BriefRow = {
    id: record.id,
    at: brief.at,
    pinned: brief.pinned,
    rank: brief.place?.rank ?? '',
    record,
    brief,
    carried: undefined,
    conflicts: conflictsOf(record),
  }
  rows.set(record, row)
  return row
}

/** The briefs that stand on each rail and shelf, in order; discarded ones under `undefined`. */
export function byPlace(records: Iterable<RecordState>): Map<Home | undefined, BriefRow[]> {
  const places = new Map<Home | undefined, BriefRow[]>()
  for (const record of records) {
    if (kindOf(record.id) !== 'brief') continue
    const row = rowOf(record)
    const home = placeHome(row.brief.place)
    const there = places.get(home)
    if (there === undefined) places.set(home, [row])
    else there.push(row)
  }
  for (const [home, there] of places) places.set(home, inOrder(there))
  return places
}

/** Whether readers may be shown it now: ready, complete, and not under embargo. */
export function standing(brief: Brief, now: Instant): boolean {
  return brief.status === 'ready' && isComplete(brief) && !underEmbargo(brief, now)
}

/** A brief with a time and words; anything less is held back as erroneous. */
export function isComplete(brief: Brief): boolean {
  return brief.at !== undefined && brief.kicker.trim() !== '' && brief.text.trim() !== ''
}

export function underEmbargo(brief: Brief, now: Instant): boolean {
  return brief.embargo !== undefined && brief.embargo > now
}

/** Whether a lead says anything. */
export function hasWords(lead: Lead): boolean {
  return [lead.headline, lead.standfirst, lead.body].some((words) => words.trim() !== '')
}

/**
 * The briefs of earlier days that a rail carries below its own: the newest day's first, in that
 * day's order, until own and carried are `keep` together. `rails` holds the earlier days' briefs.
 */
export function carriedRows(rails: ReadonlyMap<Home | undefined, readonly BriefRow[]>, context: BoardContext): BriefRow[] {
  const { channel, day, now, base } = context
  const live = new Set(base?.briefs.map((brief) => brief.record))
  const stands = (row: BriefRow): boolean => standing(row.brief, now) || (row.brief.status === 'draft' && live.has(row.id))
  let room = channel.keep - (rails.get(homes.day(channel.key, day)) ?? []).filter(stands).length
  const earlier = [...rails.keys()]
    .flatMap((home) => {
      const there = home === undefined ? undefined : dayOfHome(home)
      return there?.channel === channel.key && there.day < day ? [there.day] : []
    })
    .sort()
    .reverse()
  const carried: BriefRow[] = []
  for (const from of earlier) {
    if (room <= 0) break
    const stand = (rails.get(homes.day(channel.key, from)) ?? []).filter(stands).slice(0, room)
    room -= stand.length
    carried.push(...stand.map((row) => ({ ...row, carried: from })))
  }
  return carried
}

/** The board of a day from the records a window or the desk holds. */
export function board(records: Records, context: BoardContext): Board {
  const { channel, day, earlier } = context
  const railRecord = records.get(recordIds.rail(channel.key, day))
  const rail = readRail(railRecord, recordIds.rail(channel.key, day))
  const rails = byPlace(records.values())
  const off = new Set(rail.off)
  const kept = off.size === 0 ? rails : new Map([...rails].map(([home, there]) => [home, there.filter((row) => !off.has(row.id))]))
  return {
    channel,
    day,
    lead: leadRow(records, context, off),
    own: rails.get(homes.day(channel.key, day)) ?? [],
    carried: carriedRows(kept, context),
    discussion: discussionRow(records, railRecord, rail, channel, earlier),
  }
}

function leadRow(records: Records, { channel, day, earlier }: BoardContext, off: ReadonlySet<RecordId>): LeadRow {
  const id = recordIds.lead(channel.key, day)
  const record = records.get(id)
  const lead = readLead(record, id)
  const from = earlier?.lead?.record
  if (!hasWords(lead) && from !== undefined && !off.has(from)) {
    const there = records.get(from)
    const carried = readLead(there, from)
    if (hasWords(carried) && carried.status !== 'retracted') {
      return { id: from, record: there, lead: carried, carried: dayOfHome(homeOf(from))?.day, conflicts: there ? conflictsOf(there) : [] }
    }
  }
  return { id, record, lead, carried: undefined, conflicts: record ? conflictsOf(record) : [] }
}

function discussionRow(
  records: Records,
  record: RecordState | undefined,
  rail: ReturnType<typeof readRail>,
  channel: Channel,
  earlier: Page | undefined,
): DiscussionRow {
  const from = earlier?.discussion.record
  const before = from === undefined ? undefined : readRail(records.get(from), from)
  return {
    prompt: rail.prompt ?? before?.prompt ?? channel.prompt,
    emptyState: rail.emptyState ?? before?.emptyState ?? channel.emptyState,
    state: rail.discussion ?? before?.discussion ?? channel.discussion,
    words: rail.prompt !== undefined ? rail.id : before?.prompt !== undefined ? before.id : undefined,
    conflicts: record ? conflictsOf(record).filter((conflict) => conflict.field !== 'off') : [],
  }
}
