/** What a launch would make of a board: present words where nothing holds them back, else what the site has. */
import { imageErrors } from './checks/errors.ts'
import type { FrozenBrief, FrozenDiscussion, FrozenLead, Page } from './edition.ts'
import { dated, frozenImage, wordsOf } from './frozen.ts'
import { heldReason, stays, type Choices, type Held, type HeldReason } from './held.ts'
import { recordIds, type Instant, type RecordId } from './ids.ts'
import type { Channel } from './model/channel.ts'
import { frozenOutputs } from './model/outputs.ts'
import { hasWords, type Board, type LeadRow } from './rail.ts'

export interface Chosen {
  readonly page: Page
  readonly held: readonly Held[]
  /** What would be on the page but for the channel's limit of briefs. */
  readonly cut: ReadonlySet<RecordId>
}

/** The page of a board, `base` being what the site shows. */
export function choosePage(board: Board, base: Page | undefined, choices: Choices, now: Instant): Chosen {
  const held: Held[] = []
  const chosen = chooseBriefs(board, base, choices, now, held)
  const most = mostShown(board, base, choices) ?? chosen.length
  const briefs = chosen.slice(0, most)
  const cut = new Set(chosen.slice(most).map((brief) => brief.record))
  const lead = chooseLead(board, base, choices, now, held)
  const discussion = chooseDiscussion(board, base, choices, held)
  const page: Page = { channel: chooseChannel(board, base, choices), day: board.day, ...(lead ? { lead } : {}), briefs, discussion }
  // What is cut keeps no words on the site.
  return { page, held: held.filter(({ id }) => !cut.has(id)), cut }
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
  const rows = [...board.own, ...board.carried]
  const down = new Set(rows.filter(({ brief }) => brief.takenDown !== undefined).map(({ id }) => id))
  const kept = new Set<RecordId>()
  const chosen: FrozenBrief[] = []
  for (const row of rows) {
    const last = before.get(row.id)
    // Of another day's page nothing is kept that was retracted since.
    const goes = down.has(row.id) || (row.brief.status === 'retracted' && base?.day !== board.day)
    if (choices.only?.has(row.id) === false && !goes) {
      if (last !== undefined) kept.add(row.id)
      continue
    }
    const present = wordsOf(row, board.channel.zone)
    if (row.brief.status === 'retracted' && (down.has(row.id) || !choices.unticked.has(row.id))) {
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
