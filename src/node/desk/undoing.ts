/** Undo and redo of a rail, as changes like any other. */
import { union, type Change, type FieldSet, type Records } from '../../core/change.ts'
import { actName } from '../../core/acts.ts'
import { minutesBetween } from '../../core/clock.ts'
import type { Undone } from '../../core/contract.ts'
import { homeOf, homes, recordIds, type Home, type RecordId } from '../../core/ids.ts'
import { placeHome, readPlace } from '../../core/model/brief.ts'
import { byPlace } from '../../core/rail.ts'
import { readPerson } from '../../core/records.ts'
import { inverseOf, nextRedo, nextUndo, type Undoing } from '../../core/undo.ts'
import { record, type DeskContext, type RailName } from './context.ts'
import { boardOf, loadDay, type DayState } from './day.ts'

/** An act older than this is named before it is taken back. */
const longAgoMinutes = 30

export interface UndoInput extends RailName {
  readonly sure?: string | undefined
}
type Find = typeof nextUndo

export const undo = (context: DeskContext, input: UndoInput): Promise<Undone> => takeBack(context, input, nextUndo)
export const redo = (context: DeskContext, input: UndoInput): Promise<Undone> => takeBack(context, input, nextRedo)

async function takeBack(context: DeskContext, input: UndoInput, find: Find): Promise<Undone> {
  const state = await loadDay(context, input)
  const log = await logOf(context, state)
  await context.library.load([...new Set(log.flatMap((change) => change.sets.map((set) => homeOf(set.record))))])
  const found = find(log, context.person, context.library.records)
  if (found === undefined) return { kind: 'nothing' }
  const ask = question(context, state, found)
  if (ask !== undefined && ask.sure !== input.sure) return ask
  // Somebody may have written since the log was read: what they wrote is left.
  let { left } = found.inverse
  const change = await record(
    context,
    (records) => {
      const inverse = inverseOf(log, found.changes, records)
      left = inverse.left
      return inverse.sets
    },
    { undoes: found.changes.map((one) => one.id) },
  )
  if (change === undefined) return { kind: 'nothing' }
  const notes = [...left, ...found.passed].map((one) => ({ record: one.record, by: writer(log, one.write, context.library.records) }))
  return { kind: 'done', act: actOf(found), left: notes }
}

/** An act from before the last launch, or older than half an hour, waits for a second press. */
function question({ now }: DeskContext, { base, day }: DayState, found: Undoing): Extract<Undone, { kind: 'ask' }> | undefined {
  const last = found.changes.at(-1)
  if (last === undefined) return undefined
  const launched = base?.day === day && base.at > last.at
  const old = minutesBetween(last.at, now()) >= longAgoMinutes
  if (!launched && !old) return undefined
  return { kind: 'ask', why: launched ? 'launched' : 'old', at: last.at, sure: last.id, act: actOf(found) }
}

function actOf({ changes }: Undoing): { name: string; record?: RecordId; records: number } {
  const sets = changes.flatMap((change) => change.sets)
  const records = new Set(sets.map((set) => set.record))
  const [only] = records
  return { name: actName(sets), ...(only === undefined ? {} : { record: only }), records: records.size }
}

function writer(log: readonly Change[], write: string, records: Records): string {
  const by = log.find((change) => change.id === write)?.by
  const person = by === undefined ? undefined : records.get(by)
  return person === undefined ? '' : readPerson(person).name
}

/** The changes of what a rail shows, of its shelf, and of what left either. */
async function logOf(context: DeskContext, state: DayState): Promise<Change[]> {
  const board = boardOf(context, state)
  const places = new Set<Home | undefined>([homes.day(state.channel.key, state.day), homes.shelf(state.channel.key)])
  const shelf = byPlace(context.library.records.values()).get(homes.shelf(state.channel.key)) ?? []
  const shown = new Set<RecordId>([
    ...[...board.own, ...board.carried, ...shelf].map((row) => row.id),
    board.lead.id,
    recordIds.lead(state.channel.key, state.day),
    recordIds.rail(state.channel.key, state.day),
  ])
  const histories = await Promise.all(
    [...new Set([...state.homes, ...[...shown].map(homeOf)])].map((home) => context.library.history(home)),
  )
  const touches = (set: FieldSet): boolean =>
    shown.has(set.record) || (set.field === 'place' && [set.from, set.to].some((place) => places.has(placeHome(readPlace(place)))))
  return histories.reduce<Change[]>((log, history) => union(log, history), []).filter((change) => change.sets.some(touches))
}
