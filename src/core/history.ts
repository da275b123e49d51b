/** What became of a record and of a rail: who did what, how it stood then, and what brings it back. Nothing here is kept; the log alone says it. */
import { actName, netOf, retime, retimeInPlace, setField, type ActName } from './acts.ts'
import { replay, same, valueOf, type Change, type FieldSet, type RecordState } from './change.ts'
import type { EditSet, Wish } from './edit.ts'
import { kindOf, type ChangeId, type Home, type Instant, type RecordId } from './ids.ts'
import { placeHome, readPlace, type Brief } from './model/brief.ts'
import type { Json } from './model/field.ts'
import { imageFieldNames } from './model/image.ts'
import type { Board, BriefRow } from './rail.ts'

/** One change of a record, with the sets of that record alone. */
export interface RecordChange extends Change {
  readonly act: ActName
}

/** A record's changes in a log that is in order, oldest first. */
export function changesOf(log: readonly Change[], record: RecordId): RecordChange[] {
  return log.flatMap((change) => {
    const sets = change.sets.filter((set) => set.record === record)
    return sets.length === 0 ? [] : [{ ...change, sets, act: actName(sets) }]
  })
}

/** What one person did to a record in one act, such as a visit to its card. */
export interface HistoryAct {
  /** Its last change: with it the record stood as it was left. */
  readonly id: ChangeId
  readonly at: Instant
  readonly by: RecordId
  readonly act: ActName
  /** Whether it took something back. */
  readonly undo: boolean
  /** Each field's value before and after; none that came to nothing. */
  readonly fields: readonly Pick<FieldSet, 'field' | 'from' | 'to'>[]
}

/** A record's changes joined by step, oldest first. Another person's change between keeps two apart. */
export function actsOf(changes: readonly Change[]): HistoryAct[] {
  const acts: Change[][] = []
  for (const change of changes) {
    const last = acts.at(-1)?.at(-1)
    const joins = change.step !== undefined && last?.step === change.step && last.by === change.by
    if (joins) acts.at(-1)?.push(change)
    else acts.push([change])
  }
  return acts.flatMap(joined)
}

function joined(changes: readonly Change[]): HistoryAct[] {
  const last = changes.at(-1)
  const net = netOf(changes.flatMap((change) => change.sets))
  const fields = [...net.values()].filter((set) => !same(set.from, set.to))
  if (last === undefined || fields.length === 0) return []
  const { id, at, by } = last
  return [{ id, at, by, act: actName(fields), undo: last.undoes !== undefined, fields }]
}

/** A record as a change left it. */
export function stateAfter(changes: readonly Change[], id: ChangeId, record: RecordId): RecordState | undefined {
  return replay(changes.filter((change) => change.id <= id)).get(record)
}

/**
 * What a brief says and is, place aside: what a restore brings back, and what is told as changed. Not an embargo, which
 * nothing but a person lifts, and not corrections: what readers were told stays told.
 */
export const briefFields = [
  'at',
  'kicker',
  'headline',
  'text',
  'link',
  'source',
  'tags',
  ...imageFieldNames,
  'note',
  'status',
  'pinned',
] as const satisfies readonly (keyof Brief)[]

function restorable(record: RecordId): readonly string[] {
  switch (kindOf(record)) {
    case 'brief':
      return [...briefFields, 'place']
    case 'lead':
      return ['headline', 'standfirst', 'body', 'link', ...imageFieldNames, 'status']
    case 'rail':
      return ['prompt', 'emptyState', 'discussion']
    default:
      return []
  }
}

/** Where a restored brief is to stand, by where it stood; left out, at its time or on top of the shelf. */
export type Where = (home: Home) => Wish | undefined

const byItself: Where = (home) => (home.endsWith('/shelf') ? { shelf: home, where: 'top' } : { rail: home, where: 'time' })

/**
 * The sets that bring a record, or one field of it, back to how it stood; none where it stands so. What was
 * retracted since stays retracted, and a brief that was discarded then stays where it is now.
 */
export function restore(now: RecordState | undefined, then: RecordState, at: Instant, field?: string, where: Where = byItself): EditSet[] {
  const fields = restorable(then.id).filter((one) => field === undefined || one === field)
  const sets = fields.flatMap((one) => restoreField(now, then, one, at, where))
  // A brief that goes back to another rail stands there, whatever its time would say here.
  return [...new Map(sets.map((set) => [set.field, set])).values()]
}

function restoreField(now: RecordState | undefined, then: RecordState, field: string, at: Instant, where: Where): EditSet[] {
  const [from, to] = [valueOf(now, field), valueOf(then, field)]
  if (same(from, to) || (field === 'status' && from === 'retracted')) return []
  if (field === 'place') return restorePlace(now, then, to, where)
  // A time ahead of now sets the embargo with it, as wherever a brief is retimed.
  if (field === 'at' && typeof to === 'string' && now !== undefined) return (where === byItself ? retime : retimeInPlace)(now, to, at)
  return [setField(now, then.id, field, to)]
}

function restorePlace(now: RecordState | undefined, then: RecordState, to: Json | undefined, where: Where): EditSet[] {
  const home = placeHome(readPlace(to))
  const stays = home === placeHome(readPlace(valueOf(now, 'place')))
  // Among its neighbours of then its rank says where; by itself the rail or shelf alone counts.
  if (home === undefined || (stays && where === byItself)) return []
  const wish = where(home)
  return wish === undefined ? [] : [setField(now, then.id, 'place', wish)]
}

/** How a brief of a rail then stands to the rail now. */
export type RowChange = 'same' | 'changed' | 'moved' | 'removed' | 'retracted' | 'added'

export interface ComparedRow {
  readonly change: RowChange
  /** As it stood; of an added one, as it stands. */
  readonly row: BriefRow
  /** As it is now, wherever it is. */
  readonly now: RecordState | undefined
}

/** A rail then against the rail now: its briefs as they stood, and those added since in their places now, after them. */
export function compareRails(then: Board, now: Board, known: (id: RecordId) => RecordState | undefined): ComparedRow[] {
  const standing = new Map(now.own.map((row) => [row.id, row]))
  const before = new Set(then.own.map((row) => row.id))
  const added = now.own.filter((row) => !before.has(row.id))
  return [
    ...then.own.map((row): ComparedRow => ({ change: changeOf(row, standing.get(row.id)), row, now: known(row.id) })),
    ...added.map((row): ComparedRow => ({ change: 'added', row, now: row.record })),
  ]
}

function changeOf(then: BriefRow, now: BriefRow | undefined): RowChange {
  if (now === undefined) return 'removed'
  if (now.brief.status === 'retracted' && then.brief.status !== 'retracted') return 'retracted'
  const differs = briefFields.some((field) => !same(then.brief[field] as Json | undefined, now.brief[field] as Json | undefined))
  if (differs) return 'changed'
  return then.rank === now.rank ? 'same' : 'moved'
}

/**
 * The sets of one edit that bring briefs of a rail back: words, status and place. From the bottom up, each
 * above the brief it stood above then, as far as that is on the rail or comes back with it.
 */
export function restoreRows(then: Board, now: Board, rows: readonly ComparedRow[], at: Instant): EditSet[] {
  const chosen = new Map(rows.filter((row) => canRestore(row.change)).map((row) => [row.row.id, row]))
  const standing = new Set(now.own.map((row) => row.id).filter((id) => !chosen.has(id)))
  const order = then.own
  return [...order].reverse().flatMap((row) => {
    const picked = chosen.get(row.id)
    if (picked === undefined) return []
    const below = order.slice(order.indexOf(row) + 1).find((one) => one.pinned === row.pinned && standing.has(one.id))
    standing.add(row.id)
    return restore(picked.now, row.record, at, undefined, (rail) => ({ rail, where: below?.id ?? 'end' }))
  })
}

/** What was retracted since stays so; what is as it was needs nothing. */
export function canRestore(change: RowChange): boolean {
  return change === 'changed' || change === 'moved' || change === 'removed'
}
