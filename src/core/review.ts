/** The launch review: what readers will see against what the site shows, and what is held back. */
import { same } from './change.ts'
import { isSilent } from './corrections.ts'
import { holdsBack, imageErrors } from './checks/errors.ts'
import type { FrozenBrief, FrozenDiscussion, FrozenLead, Page } from './edition.ts'
import { dated, frozenImage, sameWords, undated, wordsOf } from './frozen.ts'
import { recordIds, type Instant, type RecordId } from './ids.ts'
import type { Json } from './model/field.ts'
import { imageFieldNames } from './model/image.ts'
import type { Channel } from './model/channel.ts'
import { hasWords, isComplete, underEmbargo, type Board, type BriefRow, type LeadRow } from './rail.ts'
import { frozenOutputs } from './model/outputs.ts'
import { retractedSince } from './retracted.ts'
import { longestRun } from './sequence.ts'

/** Why something keeps the words of the last edition, or is left out if it never was on the site. */
export const heldReasons = ['draft', 'embargo', 'incomplete', 'error', 'conflict', 'editing', 'unticked'] as const
export type HeldReason = (typeof heldReasons)[number]

export interface Held {
  readonly id: RecordId
  readonly reason: HeldReason
  /** Whether readers go on seeing an earlier wording. */
  readonly live: boolean
}

export type ReviewRow =
  /** `after` is the notice that readers are given in its place, where they are given one. */
  | { readonly kind: 'retracted'; readonly id: RecordId; readonly before: FrozenBrief; readonly after?: FrozenBrief }
  | { readonly kind: 'removed'; readonly id: RecordId; readonly before: FrozenBrief }
  /** It stands below what the channel's page shows. */
  | { readonly kind: 'cut'; readonly id: RecordId; readonly before: FrozenBrief }
  | { readonly kind: 'added'; readonly id: RecordId; readonly after: FrozenBrief }
  | {
      readonly kind: 'reworded'
      readonly id: RecordId
      readonly before: FrozenBrief
      readonly after: FrozenBrief
      /** Whether readers are told nothing of it: other words, and no new correction. */
      readonly silent: boolean
    }
  | { readonly kind: 'retimed' | 'moved'; readonly id: RecordId; readonly before: FrozenBrief; readonly after: FrozenBrief }
  | { readonly kind: 'lead'; readonly id: RecordId; readonly before: FrozenLead | undefined; readonly after: FrozenLead | undefined }
  | { readonly kind: 'discussion'; readonly id: RecordId; readonly before: FrozenDiscussion | undefined; readonly after: FrozenDiscussion }
  | { readonly kind: 'channel'; readonly id: RecordId; readonly before: Page['channel'] | undefined; readonly after: Page['channel'] }

export interface Review {
  readonly rows: readonly ReviewRow[]
  readonly held: readonly Held[]
  /** What would be launched but for the channel's limit of briefs on the page. */
  readonly cut: ReadonlySet<RecordId>
  /** What would be launched. */
  readonly page: Page
  /** Whether the launch would differ from what the site shows of this rail. */
  readonly changed: boolean
}

/** What a person chose in the review: rows unticked, held-back ones taken all the same; what is being edited elsewhere. */
export interface Choices {
  readonly unticked: ReadonlySet<RecordId>
  readonly taken: ReadonlySet<RecordId>
  readonly editing: ReadonlySet<RecordId>
  /** Where it is given, only these go out: all else stays as the site has it, without being told as held back. */
  readonly only?: ReadonlySet<RecordId> | undefined
}

export const noChoices: Choices = { unticked: new Set(), taken: new Set(), editing: new Set() }

const readerFields = new Set([
  'at',
  'kicker',
  'headline',
  'text',
  'link',
  'source',
  ...imageFieldNames,
  'status',
  'embargo',
  'corrections',
  'place',
])

/** Whether a thing is left as the site has it, whatever was done to it: unticked, or not among the only ones to go. */
function stays(id: RecordId, { unticked, only }: Choices): boolean {
  return unticked.has(id) || (only !== undefined && !only.has(id))
}

/** Why a brief is held back; undefined where its present words go out. */
export function heldReason(row: BriefRow, now: Instant, choices: Choices): HeldReason | undefined {
  if (choices.unticked.has(row.id)) return 'unticked'
  // Nothing takes these: there is nothing fit to show, or it was promised for later.
  if (!isComplete(row.brief)) return 'incomplete'
  if (underEmbargo(row.brief, now)) return 'embargo'
  // Sent only by a reason that is recorded in the brief.
  if (holdsBack(row.record)) return 'error'
  if (choices.taken.has(row.id)) return undefined
  if (row.brief.status === 'draft') return 'draft'
  if (row.conflicts.some((conflict) => readerFields.has(conflict.field))) return 'conflict'
  if (choices.editing.has(row.id)) return 'editing'
  return undefined
}

/** The review of a board against what the site shows (`base`), as at `now`. */
export function review(board: Board, base: Page | undefined, choices: Choices, now: Instant): Review {
  const held: Held[] = []
  const chosen = chooseBriefs(board, base, choices, now, held)
  const most = mostShown(board, base, choices) ?? chosen.length
  const briefs = chosen.slice(0, most)
  const cut = new Set(chosen.slice(most).map((brief) => brief.record))
  const lead = chooseLead(board, base, choices, now, held)
  const discussion = chooseDiscussion(board, base, choices, held)
  const page: Page = { channel: chooseChannel(board, base, choices), day: board.day, ...(lead ? { lead } : {}), briefs, discussion }
  const rows = [...channelRows(page, base), ...leadRows(page, base), ...briefRows(board, page, base, cut), ...discussionRows(page, base)]
  const retracted = retractedSince(board, page, base, rows, now)
  const whole = retracted.length === 0 ? page : { ...page, retracted }
  // What is cut keeps no words on the site.
  return { rows, held: held.filter(({ id }) => !cut.has(id)), cut, page: whole, changed: base?.day !== board.day || rows.length > 0 }
}

/** How many briefs the page shows at most; undefined for all. A launch of some alone takes off no more than their coming does. */
function mostShown({ channel: { show } }: Board, base: Page | undefined, { only }: Choices): number | undefined {
  if (show === 0) return undefined
  return only === undefined ? show : Math.max(show, base?.briefs.length ?? 0)
}

function chooseChannel({ channel }: Board, base: Page | undefined, { only }: Choices): Page['channel'] {
  return only === undefined || base === undefined ? frozenChannel(channel) : base.channel
}

function frozenChannel({ key, title, railTitle, language, zone, site, accent, outputs }: Channel): Page['channel'] {
  return { key, title, railTitle, language, zone, site, accent, ...frozenOutputs(outputs) }
}

/** The briefs to launch: present words where nothing holds them back, else the last edition's in its place there. */
function chooseBriefs(board: Board, base: Page | undefined, choices: Choices, now: Instant, held: Held[]): FrozenBrief[] {
  const before = new Map(base?.briefs.map((brief) => [brief.record, brief]))
  const kept = new Set<RecordId>()
  const chosen: FrozenBrief[] = []
  for (const row of [...board.own, ...board.carried]) {
    const last = before.get(row.id)
    const down = row.brief.takenDown !== undefined
    // Of another day's page nothing is kept that was retracted since.
    const goes = down || (row.brief.status === 'retracted' && base?.day !== board.day)
    if (choices.only?.has(row.id) === false && !goes) {
      if (last !== undefined) kept.add(row.id)
      continue
    }
    const present = wordsOf(row, board.channel.zone)
    if (row.brief.status === 'retracted' && (down || !choices.unticked.has(row.id))) {
      // A notice stands where readers saw the brief, and nowhere else.
      if (present?.retracted !== undefined && present.retracted.notice !== '' && last !== undefined) chosen.push(dated(now, present, last))
      continue
    }
    const reason = heldReason(row, now, choices)
    if (reason === undefined && present !== undefined) chosen.push(dated(now, present, last))
    else {
      held.push({ id: row.id, reason: reason ?? 'incomplete', live: last !== undefined })
      if (last !== undefined) kept.add(row.id)
    }
  }
  // Unticked removals stay on the site as well, but for what was taken down. A new day begins with what its board carries.
  const down = new Set([...board.own, ...board.carried].filter(({ brief }) => brief.takenDown !== undefined).map(({ id }) => id))
  for (const id of before.keys())
    if (!down.has(id) && (choices.unticked.has(id) || (base?.day === board.day && stays(id, choices)))) kept.add(id)
  return base === undefined ? chosen : insertKept(board, chosen, base.briefs, kept)
}

/**
 * Puts what stays as the site has it behind the brief it follows there, and behind those new on the
 * board that stand above it.
 */
function insertKept(
  board: Board,
  chosen: readonly FrozenBrief[],
  last: readonly FrozenBrief[],
  kept: ReadonlySet<RecordId>,
): FrozenBrief[] {
  const onBoard = new Map([...board.own, ...board.carried].map((row, position) => [row.id, position]))
  const known = new Set(last.map((brief) => brief.record))
  const above = (one: RecordId, other: RecordId): boolean => (onBoard.get(one) ?? Infinity) < (onBoard.get(other) ?? -1)
  const result = chosen.filter((brief) => !kept.has(brief.record))
  last.forEach((brief, index) => {
    if (!kept.has(brief.record)) return
    const there = new Map(result.map((one, position) => [one.record, position]))
    const follows = last.slice(0, index).findLast((one) => there.has(one.record))
    let position = follows === undefined ? 0 : (there.get(follows.record) ?? 0) + 1
    for (
      let next = result[position];
      next !== undefined && !known.has(next.record) && above(next.record, brief.record);
      next = result[position]
    )
      position += 1
    result.splice(position, 0, brief)
  })
  return result
}

function chooseLead(
  { lead: row, day }: Board,
  base: Page | undefined,
  choices: Choices,
  now: Instant,
  held: Held[],
): FrozenLead | undefined {
  // A new day keeps the lead of the page before only where its board carries it.
  const keeps = base?.day === day || (base?.lead?.record === row.id && row.lead.status !== 'retracted')
  const last = choices.only === undefined || keeps ? base?.lead : undefined
  if (stays(row.id, choices)) {
    if (choices.unticked.has(row.id)) held.push({ id: row.id, reason: 'unticked', live: last !== undefined })
    return last
  }
  if (!hasWords(row.lead) || row.lead.status === 'retracted') return undefined
  const reason = leadHeld(row, choices)
  if (reason !== undefined) {
    held.push({ id: row.id, reason, live: last !== undefined })
    return last
  }
  const { id: record, headline, standfirst, body, link } = row.lead
  return dated(now, { record, headline, standfirst, body, link, ...frozenImage(row.lead) }, last?.record === record ? last : undefined)
}

function leadHeld(row: LeadRow, choices: Choices): HeldReason | undefined {
  // Whoever wants the words out without it takes the image off.
  if (imageErrors(row.lead).length > 0) return 'error'
  if (choices.taken.has(row.id)) return undefined
  if (row.lead.status === 'draft') return 'draft'
  if (row.conflicts.length > 0) return 'conflict'
  return choices.editing.has(row.id) ? 'editing' : undefined
}

function chooseDiscussion({ channel, day, discussion }: Board, base: Page | undefined, choices: Choices, held: Held[]): FrozenDiscussion {
  const id = recordIds.rail(channel.key, day)
  if (choices.only?.has(id) === false && base?.day === day) return base.discussion
  const reason = choices.unticked.has(id)
    ? 'unticked'
    : choices.taken.has(id)
      ? undefined
      : discussion.conflicts.length > 0
        ? 'conflict'
        : choices.editing.has(id)
          ? 'editing'
          : undefined
  if (reason !== undefined) {
    held.push({ id, reason, live: base !== undefined })
    // Nothing is on the site yet: the channel's own words hold the place.
    return base?.discussion ?? { prompt: channel.prompt, emptyState: channel.emptyState, state: channel.discussion }
  }
  const { prompt, emptyState, state, words: from } = discussion
  return { ...(Object.keys(from).length === 0 ? {} : { from: { ...from } }), prompt, emptyState, state }
}

function channelRows(page: Page, base: Page | undefined): ReviewRow[] {
  const id = recordIds.channel(page.channel.key)
  return base !== undefined && !same(undated(base.channel), undated(page.channel))
    ? [{ kind: 'channel', id, before: base.channel, after: page.channel }]
    : []
}

function leadRows(page: Page, base: Page | undefined): ReviewRow[] {
  const [before, after] = [base?.lead, page.lead]
  const equal = before === undefined || after === undefined ? before === after : same(undated(before), undated(after))
  const id = (after ?? before)?.record
  return equal || id === undefined ? [] : [{ kind: 'lead', id, before, after }]
}

function discussionRows(page: Page, base: Page | undefined): ReviewRow[] {
  const [before, after] = [base?.discussion, page.discussion]
  const seen = ({ prompt, emptyState, state }: FrozenDiscussion): Json => ({ prompt, emptyState, state })
  if (before === undefined ? after.prompt === '' && after.emptyState === '' : same(seen(before), seen(after))) return []
  return [{ kind: 'discussion', id: recordIds.rail(page.channel.key, page.day), before, after }]
}

const kindOrder = ['retracted', 'removed', 'cut', 'added', 'reworded', 'retimed', 'moved'] as const

/** The briefs that differ, what goes first first: retracted and removed, added, reworded, retimed, moved. */
function briefRows(board: Board, page: Page, base: Page | undefined, cut: ReadonlySet<RecordId>): ReviewRow[] {
  const before = new Map(base?.briefs.map((brief) => [brief.record, brief]))
  const after = new Map(page.briefs.map((brief) => [brief.record, brief]))
  const retracted = new Set([...board.own, ...board.carried].filter((row) => row.brief.status === 'retracted').map((row) => row.id))
  const moved = movedBriefs(page, base)
  const rows = page.briefs.flatMap<ReviewRow>((brief) => {
    const id = brief.record
    const last = before.get(id)
    if (last === undefined) return [{ kind: 'added', id, after: brief }]
    if (brief.retracted !== undefined && last.retracted === undefined) return [{ kind: 'retracted', id, before: last, after: brief }]
    if (!sameWords(last, brief)) {
      const retimed = sameWords({ ...last, at: brief.at, label: brief.label, date: brief.date, offset: brief.offset }, brief)
      if (retimed) return [{ kind: 'retimed', id, before: last, after: brief }]
      return [{ kind: 'reworded', id, before: last, after: brief, silent: isSilent(last, brief) }]
    }
    return moved.has(id) ? [{ kind: 'moved', id, before: last, after: brief }] : []
  })
  for (const last of base?.briefs ?? []) {
    const id = last.record
    if (!after.has(id)) rows.push({ kind: retracted.has(id) ? 'retracted' : cut.has(id) ? 'cut' : 'removed', id, before: last })
  }
  const place = (row: ReviewRow): number => kindOrder.findIndex((kind) => kind === row.kind)
  return rows.sort((a, b) => place(a) - place(b))
}

/** The fewest briefs that account for the new order of those on both pages. */
function movedBriefs(page: Page, base: Page | undefined): Set<RecordId> {
  const index = new Map(base?.briefs.map((brief, position) => [brief.record, position]))
  const common = page.briefs.flatMap((brief) => {
    const position = index.get(brief.record)
    return position === undefined ? [] : [{ id: brief.record, position }]
  })
  const run = longestRun(common, (a, b) => a.position < b.position)
  return new Set(common.filter((_, i) => !run.has(i)).map((brief) => brief.id))
}

/** How a brief stands to the site; each has a mark of its own on the board. */
export type Mark = 'draft' | 'ready' | 'live' | 'corrected' | 'changed' | 'held' | 'embargoed' | 'retracted'

/** A brief's mark against what the site shows of this rail. */
export function markOf(row: BriefRow, last: FrozenBrief | undefined, zone: string, now: Instant): Mark {
  if (row.brief.status === 'retracted') return 'retracted'
  if (underEmbargo(row.brief, now)) return 'embargoed'
  if (last === undefined) return row.brief.status
  // What would be held back goes on showing its last words: a live brief made a draft, in conflict, or half emptied.
  if (heldReason(row, now, noChoices) !== undefined) return 'held'
  if (!sameWords(wordsOf(row, zone), last)) return 'changed'
  return last.corrections.length > 0 ? 'corrected' : 'live'
}
