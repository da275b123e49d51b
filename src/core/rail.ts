/** A rail as the board shows it and the site will: its own briefs in order, what is carried, its lead and discussion. */
import { conflictsOf, type Conflict, type Records, type RecordState } from './change.ts'
import { addDays } from './clock.ts'
import { dayOfHome, homeOf, homes, kindOf, recordIds, type Day, type Home, type Instant, type RecordId } from './ids.ts'
import { placeHome, type Brief } from './model/brief.ts'
import type { Channel } from './model/channel.ts'
import type { Lead } from './model/lead.ts'
import type { Rail } from './model/rail.ts'
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

export type DiscussionPart = 'prompt' | 'emptyState' | 'state'

/** The discussion as it will show, with the rail whose words each part is; left out for the channel's defaults. */
export interface DiscussionRow {
  readonly prompt: string
  readonly emptyState: string
  readonly state: 'open' | 'closed'
  readonly words: Readonly<Partial<Record<DiscussionPart, RecordId>>>
  readonly conflicts: readonly Conflict[]
}

export interface Board {
  readonly channel: Channel
  readonly day: Day
  readonly lead: LeadRow
  readonly own: readonly BriefRow[]
  readonly carried: readonly BriefRow[]
  /** The briefs of the day before, carried or not: what the checks compare with. */
  readonly yesterday: readonly BriefRow[]
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
  // A notice in the place of a brief is told on the rails that showed it, and not on every new day.
  const told = base?.briefs.filter((brief) => brief.retracted === undefined || base.day === day)
  const live = new Set(told?.map((brief) => brief.record))
  // What readers see stays in view until it is discarded or shelved; retracted, it is marked and takes no room.
  const stands = (row: BriefRow): boolean => standing(row.brief, now) || live.has(row.id)
  const takesRoom = (row: BriefRow): boolean => stands(row) && row.brief.status !== 'retracted'
  let room = channel.keep - (rails.get(homes.day(channel.key, day)) ?? []).filter(takesRoom).length
  const earlier = [...rails.keys()]
    .flatMap((home) => {
      const there = home === undefined ? undefined : dayOfHome(home)
      return there?.channel === channel.key && there.day < day ? [there.day] : []
    })
    .sort()
    .reverse()
  const carried: BriefRow[] = []
  for (const from of earlier) {
    for (const row of rails.get(homes.day(channel.key, from)) ?? []) {
      if (room <= 0) return carried
      if (!stands(row)) continue
      if (takesRoom(row)) room -= 1
      carried.push({ ...row, carried: from })
    }
  }
  return carried
}

/** The board of a day from the records a window or the desk holds. */
export function board(records: Records, context: BoardContext): Board {
  const { channel, day } = context
  const railId = recordIds.rail(channel.key, day)
  const rail = readRail(records.get(railId), railId)
  const rails = byPlace(records.values())
  const off = new Set(rail.off)
  const kept = off.size === 0 ? rails : new Map([...rails].map(([home, there]) => [home, there.filter((row) => !off.has(row.id))]))
  return {
    channel,
    day,
    lead: leadRow(records, context, off),
    own: rails.get(homes.day(channel.key, day)) ?? [],
    carried: carriedRows(kept, context),
    yesterday: rails.get(homes.day(channel.key, addDays(day, -1))) ?? [],
    discussion: discussionRow(records, rail.id, context),
  }
}

function leadRow(records: Records, { channel, day, earlier }: BoardContext, off: ReadonlySet<RecordId>): LeadRow {
  const id = recordIds.lead(channel.key, day)
  const record = records.get(id)
  const lead = readLead(record, id)
  const from = channel.keep === 0 ? undefined : earlier?.lead?.record
  if (!hasWords(lead) && from !== undefined && !off.has(from)) {
    const there = records.get(from)
    const carried = readLead(there, from)
    if (hasWords(carried) && carried.status !== 'retracted') {
      return { id: from, record: there, lead: carried, carried: dayOfHome(homeOf(from))?.day, conflicts: there ? conflictsOf(there) : [] }
    }
  }
  return { id, record, lead, carried: undefined, conflicts: record ? conflictsOf(record) : [] }
}

/** Each part of the discussion: the rail's own words, else those of the rail they are carried from, else the channel's. */
function discussionRow(records: Records, railId: RecordId, { channel, earlier }: BoardContext): DiscussionRow {
  const from = channel.keep === 0 ? undefined : earlier?.discussion.from
  const prompt = said(records, [railId, from?.prompt], 'prompt')
  const emptyState = said(records, [railId, from?.emptyState], 'emptyState')
  const state = said(records, [railId, from?.state], 'discussion')
  return {
    prompt: prompt.value ?? channel.prompt,
    emptyState: emptyState.value ?? channel.emptyState,
    state: state.value ?? channel.discussion,
    words: {
      ...(prompt.id === undefined ? {} : { prompt: prompt.id }),
      ...(emptyState.id === undefined ? {} : { emptyState: emptyState.id }),
      ...(state.id === undefined ? {} : { state: state.id }),
    },
    conflicts: [...prompt.conflicts, ...emptyState.conflicts, ...state.conflicts],
  }
}

/** What the first of some rails that says anything of a field says. */
function said<F extends 'prompt' | 'emptyState' | 'discussion'>(
  records: Records,
  rails: readonly (RecordId | undefined)[],
  field: F,
): { readonly value?: Rail[F]; readonly id?: RecordId; readonly conflicts: readonly Conflict[] } {
  for (const id of rails) {
    const record = id === undefined ? undefined : records.get(id)
    if (id === undefined || record === undefined) continue
    const value = readRail(record, id)[field]
    const conflicts = conflictsOf(record).filter((conflict) => conflict.field === field)
    if (value !== undefined || conflicts.length > 0) return { value, id, conflicts }
  }
  return { conflicts: [] }
}
