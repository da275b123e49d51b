/** The launch review: what readers will see against what the site shows, and what is held back. */
import { same } from './change.ts'
import { choosePage } from './choosing.ts'
import { isSilent } from './corrections.ts'
import type { FrozenBrief, FrozenDiscussion, FrozenLead, Page } from './edition.ts'
import { sameWords, undated } from './frozen.ts'
import type { Choices, Held } from './held.ts'
import { recordIds, type Instant, type RecordId } from './ids.ts'
import type { Json } from './model/field.ts'
import type { Board } from './rail.ts'
import { retractedSince } from './retracted.ts'
import { longestRun } from './sequence.ts'

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

/** The review of a board against what the site shows (`base`), as at `now`. */
export function review(board: Board, base: Page | undefined, choices: Choices, now: Instant): Review {
  const { page, held, cut } = choosePage(board, base, choices, now)
  const rows = [...channelRows(page, base), ...leadRows(page, base), ...briefRows(board, page, base, cut), ...discussionRows(page, base)]
  const retracted = retractedSince(board, page, base, rows, now)
  const whole = retracted.length === 0 ? page : { ...page, retracted }
  return { rows, held, cut, page: whole, changed: base?.day !== board.day || rows.length > 0 }
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
