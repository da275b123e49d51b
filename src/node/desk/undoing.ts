/** Undo and redo of a rail, as changes like any other. */
import type { Change, FieldSet, Records } from '../../core/change.ts'
import { actName, shiftOf } from '../../core/acts.ts'
import { minutesBetween } from '../../core/clock.ts'
import type { Undone } from '../../core/contract/undone.ts'
import { homeOf, homes, recordIds, type Home, type RecordId } from '../../core/ids.ts'
import { placeHome, readPlace } from '../../core/model/brief.ts'
import { byPlace } from '../../core/rail.ts'
import { readPerson } from '../../core/records.ts'
import { inverseOf, lastTakenDown, nextRedo, nextUndo, type Undoing } from '../../core/undo.ts'
import { isUndoable } from './channels.ts'
import { record, type DeskContext, type RailName } from './context.ts'
import { boardOf, loadDay, type DayState } from './day.ts'
import { logOfHomes } from './log.ts'

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
  const stays = find === nextUndo ? lastTakenDown(log, context.person) : undefined
  if (found === undefined) return { kind: 'nothing', ...(stays === undefined ? {} : { stays }) }
  const ask = question(context, state, found, log, stays)
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
  // What this person wrote since is no news to them.
  const others = [...left, ...found.passed].filter((one) => authorOf(log, one.write) !== context.person)
  const notes = others.map((one) => ({ record: one.record, by: nameOf(context.library.records, authorOf(log, one.write)) }))
  return { kind: 'done', act: actOf(found, log), left: notes }
}

/** An act from before the last launch or take-down, or older than half an hour, waits for a second press. */
function question(
  { now }: DeskContext,
  { base, day }: DayState,
  found: Undoing,
  log: readonly Change[],
  stays: RecordId | undefined,
): Extract<Undone, { kind: 'ask' }> | undefined {
  const last = found.changes.at(-1)
  if (last === undefined) return undefined
  const launched = base?.day === day && base.at > last.at
  const old = minutesBetween(last.at, now()) >= longAgoMinutes
  const asked = { kind: 'ask', at: last.at, sure: last.id, act: actOf(found, log) } as const
  if (stays !== undefined) return { ...asked, why: 'takenDown', stays }
  if (!launched && !old) return undefined
  return { ...asked, why: launched ? 'launched' : 'old' }
}

/** The act in question: of a redo the one that comes back, not the undo that goes. */
function actOf({ changes }: Undoing, log: readonly Change[]): Extract<Undone, { kind: 'done' }>['act'] {
  const sets = originals(changes, log).flatMap((change) => change.sets)
  const records = new Set(sets.map((set) => set.record))
  const [only] = records
  const minutes = shiftOf(sets)
  return {
    name: actName(sets),
    ...(only === undefined ? {} : { record: only }),
    records: records.size,
    ...(minutes === undefined ? {} : { minutes }),
  }
}

/** What was done at first, through whatever undid and redid it since. */
function originals(changes: readonly Change[], log: readonly Change[]): readonly Change[] {
  const undone = changes.flatMap((change) => change.undoes ?? [])
  if (undone.length === 0) return changes
  return originals(
    log.filter((change) => undone.includes(change.id)),
    log,
  )
}

function authorOf(log: readonly Change[], write: string): RecordId | undefined {
  return log.find((change) => change.id === write)?.by
}

function nameOf(records: Records, person: RecordId | undefined): string {
  const record = person === undefined ? undefined : records.get(person)
  return record === undefined ? '' : readPerson(record).name
}

/** The changes of what a rail shows, of its shelf, of what left either, of what was copied from here, and of channels. */
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
  const log = await logOfHomes(context.library, [...state.homes, ...[...shown].map(homeOf)])
  const touches = (set: FieldSet): boolean =>
    shown.has(set.record) ||
    (set.field === 'copyOf' && typeof set.to === 'string' && shown.has(set.to)) ||
    (set.field === 'place' && [set.from, set.to].some((place) => places.has(placeHome(readPlace(place)))))
  const undoable = await Promise.all(
    log.map(async (change) => change.sets.some(touches) || isUndoable(context.library, change, state.channel.key)),
  )
  return log.filter((_, index) => undoable[index])
}
