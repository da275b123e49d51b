/**
 * An edit: the field sets a window, the CLI or an import asks for, each with the writes its field was
 * opened on. The desk completes them: places become ranks, and `from` is what the field showed.
 */
import { z } from 'zod'
import { isDay } from './clock.ts'
import { valueOf, writesOf, type FieldSet, type Records, type RecordState } from './change.ts'
import {
  changeIdPattern,
  channelOf,
  dayOfHome,
  homeOf,
  isHome,
  kindOf,
  libraryHome,
  recordIdRegExp,
  recordIds,
  type Home,
  type RecordId,
} from './ids.ts'
import { readPlace } from './model/brief.ts'
import { jsonSchema, type Json } from './model/field.ts'
import { checkValue } from './model/kinds.ts'
import { rowOf } from './rail.ts'
import { inOrder, placeByTime, rankAbove, type Row } from './timeline.ts'

const home = z.string().refine(isHome, 'Not a rail or shelf.')
/** On top, at its time (on a rail), at the end, or directly above the brief of this id. */
const where = z.union([z.enum(['top', 'time', 'end']), z.string().regex(recordIdRegExp)])

/** Where a brief is to stand. Ranks are the desk's to compute. */
export const wishSchema = z.union([z.strictObject({ rail: home, where }), z.strictObject({ shelf: home, where })])
export type Wish = z.infer<typeof wishSchema>

export const editSetSchema = z.strictObject({
  record: z.string().regex(recordIdRegExp, 'Not a record id.'),
  field: z.string().min(1).max(40),
  /** Nothing clears the field. For `place` a wish. */
  to: jsonSchema.optional(),
  after: z.array(z.string().regex(changeIdPattern)).max(100),
})
export type EditSet = z.infer<typeof editSetSchema>

/** Why an edit cannot be made; nothing of it is. */
export class EditError extends Error {
  override readonly name = 'EditError'
  readonly record: RecordId
  readonly field: string
  constructor(record: RecordId, field: string, message: string) {
    super(message)
    this.record = record
    this.field = field
  }
}

/** Finds the briefs on a rail or shelf, in any order. */
export type Placed = (home: Home) => Iterable<RecordState>

/** The field sets to record for an edit. Throws EditError, naming the field, where a value cannot be. */
export function acceptEdit(records: Records, placed: Placed, sets: readonly EditSet[]): FieldSet[] {
  const seen = new Set<string>()
  const checked = sets.map((set) => {
    const key = `${set.record} ${set.field}`
    if (seen.has(key)) throw new EditError(set.record, set.field, 'An edit sets a field once.')
    seen.add(key)
    checkHome(records, set)
    return isPlace(set) ? { ...set, to: checkWish(records, set) } : { ...set, to: checkField(set) }
  })
  const resolve = placing(records, placed, checked)
  return checked.flatMap((set): FieldSet[] => {
    const from = valueOf(records.get(set.record), set.field)
    const [to, others] = isPlace(set) && set.to !== undefined ? resolve(set.record, set.to as Wish) : [set.to, []]
    return [{ record: set.record, field: set.field, from, to, after: set.after }, ...others]
  })
}

function isPlace(set: EditSet): boolean {
  return set.field === 'place' && kindOf(set.record) === 'brief'
}

function checkField(set: EditSet): Json | undefined {
  const checked = checkValue(set.record, set.field, set.to)
  if (!checked.ok) throw new EditError(set.record, set.field, checked.message)
  return checked.value
}

function checkWish(records: Records, set: EditSet): Wish | undefined {
  if (set.to === undefined) return undefined
  const wish = wishSchema.safeParse(set.to)
  if (!wish.success) throw new EditError(set.record, 'place', 'Not a place on a rail or shelf.')
  const there = homeWished(wish.data)
  const known = there !== libraryHome && records.has(recordIds.channel(channelOf(there)))
  const fits = 'rail' in wish.data ? isDay(dayOfHome(there)?.day ?? '') : there.endsWith('/shelf')
  if (!known || !fits) throw new EditError(set.record, 'place', 'There is no such rail or shelf.')
  return wish.data
}

/** Records are made on the days and shelves of channels that exist; channels themselves may be new. */
function checkHome(records: Records, set: EditSet): void {
  const there = homeOf(set.record)
  const day = dayOfHome(there)?.day
  if (day !== undefined && !isDay(day)) throw new EditError(set.record, set.field, 'There is no such day.')
  if (there === libraryHome || records.has(recordIds.channel(channelOf(there)))) return
  throw new EditError(set.record, set.field, 'There is no such channel.')
}

function homeWished(wish: Wish): Home {
  return 'rail' in wish ? wish.rail : wish.shelf
}

/**
 * Turns the wishes of one edit into places, each brief standing before the next is placed. Answers the
 * place, and the sets of others whose equal ranks left no room.
 */
function placing(records: Records, placed: Placed, sets: readonly EditSet[]): (id: RecordId, wish: Wish) => [Json, FieldSet[]] {
  const moving = new Set(sets.filter(isPlace).map((set) => set.record))
  const edited = new Map(sets.map((set) => [`${set.record} ${set.field}`, set]))
  const valueAfter = (id: RecordId, field: string): Json | undefined => {
    const set = edited.get(`${id} ${field}`)
    return set === undefined ? valueOf(records.get(id), field) : set.to
  }
  const rails = new Map<Home, Row[]>()
  const standing = (there: Home): Row[] => {
    const rows = rails.get(there) ?? inOrder([...placed(there)].filter((record) => !moving.has(record.id)).map(rowOf))
    rails.set(there, rows)
    return rows
  }
  return (id, wish) => {
    const there = homeWished(wish)
    const rows = standing(there)
    const pinned = valueAfter(id, 'pinned') === true
    const at = valueAfter(id, 'at')
    const group = rows.filter((row) => row.pinned === pinned)
    const row = { id, at: typeof at === 'string' ? at : undefined, pinned }
    const above = aboveWished(group, row, wish)
    const { rank, others } = rankAbove(group, above)
    const next = group.find((one) => one.id === above)
    const index = next !== undefined ? rows.indexOf(next) : pinned ? group.length : rows.length
    rows.splice(index, 0, { ...row, rank })
    for (const other of others) {
      const position = rows.findIndex((one) => one.id === other.id)
      const stands = rows[position]
      if (stands !== undefined) rows[position] = { ...stands, rank: other.rank }
    }
    const place = 'rail' in wish ? { rail: there, rank } : { shelf: there, rank }
    return [place, others.map((other) => rerank(records, other.id, other.rank))]
  }
}

/** The brief of the group to stand above; undefined for its end. */
function aboveWished(group: readonly Row[], row: Omit<Row, 'rank'>, { where }: Wish): RecordId | undefined {
  if (where === 'end') return undefined
  if (where === 'top') return group[0]?.id
  if (where !== 'time' && group.some((one) => one.id === where)) return where
  // Also where the brief to stand above has gone elsewhere meanwhile.
  return row.pinned ? undefined : placeByTime(group, row.at)
}

function rerank(records: Records, id: RecordId, rank: string): FieldSet {
  const from = valueOf(records.get(id), 'place')
  const to: Json = { ...readPlace(from), rank }
  return { record: id, field: 'place', from, to, after: writesOf(records.get(id), 'place') }
}
