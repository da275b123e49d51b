import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apply,
  at,
  between,
  conflictsOf,
  countingBy,
  invert,
  replay,
  same,
  setsInOrder,
  sorted,
  trim,
  union,
  valueOf,
  writesOf,
  writesShown,
  type Change,
  type FieldSet,
  type RecordState,
} from '../../src/core/change.ts'
import { changeId, numberOf, openingOf } from '../../src/core/ids.ts'
import type { Json } from '../../src/core/model/field.ts'

const records = ['world-1/2026-04-15/brief-a', 'world-1/2026-04-15/brief-b', 'world-1/shelf/brief-c']
const values: Record<string, Json[]> = {
  kicker: ['Congo', 'tariff talks', 'EstLink 2'],
  status: ['draft', 'ready', 'retracted'],
  embargo: ['2026-04-15T06:00:00.000Z', '2026-04-15T09:00:00.000Z'],
  pinned: [true, false],
}
const fields = Object.keys(values)

class Desk {
  readonly state = new Map<string, RecordState>()
  log: Change[] = []
  #number = 0
  readonly #opening: string
  constructor(opening: number) {
    this.#opening = opening.toString(16).padStart(16, '0')
  }

  take(change: Change): void {
    this.#number = Math.max(this.#number, numberOf(change.id))
    for (const record of apply(this.state, change)) this.state.set(record.id, record)
    this.log = union(this.log, [change])
  }

  act(sets: FieldSet[], at: number, more: Partial<Change> = {}): Change {
    const id = changeId(this.#number + 1, this.#opening)
    const change = { id, at: new Date(at * 60_000).toISOString(), by: 'library/person-p', sets: setsInOrder(sets), ...more }
    this.take(change)
    return change
  }
}

const setArb = fc.record({
  record: fc.constantFrom(...records),
  field: fc.constantFrom(...fields),
  value: fc.nat({ max: 3 }),
  // A normal edit names what is shown, a choice names all, and a window that did not know names nothing.
  names: fc.constantFrom('shown', 'shown', 'all', 'nothing'),
})
const editArb = fc.record({
  kind: fc.constant('edit' as const),
  desk: fc.nat({ max: 2 }),
  sets: fc.uniqueArray(setArb, { minLength: 1, maxLength: 4, selector: (set) => `${set.record} ${set.field}` }),
  clock: fc.nat({ max: 500 }),
})
const exchangeArb = fc.record({
  kind: fc.constant('exchange' as const),
  from: fc.nat({ max: 2 }),
  to: fc.nat({ max: 2 }),
  only: fc.option(fc.subarray(records, { minLength: 1 }), { nil: undefined }),
  order: fc.infiniteStream(fc.nat({ max: 1000 })),
  twice: fc.boolean(),
})
const storyArb = fc.array(fc.oneof({ weight: 3, arbitrary: editArb }, { weight: 1, arbitrary: exchangeArb }), {
  minLength: 1,
  maxLength: 30,
})
type Step = typeof storyArb extends fc.Arbitrary<(infer S)[]> ? S : never

function setsFor(desk: Desk, edit: Extract<Step, { kind: 'edit' }>): FieldSet[] {
  return edit.sets.map(({ record, field, value, names }) => {
    const state = desk.state.get(record)
    const to = values[field]![value]
    const after = names === 'shown' ? writesShown(state, field) : names === 'all' ? writesOf(state, field) : []
    return { record, field, from: valueOf(state, field), ...(to === undefined ? {} : { to }), after }
  })
}

/** A random order that keeps causes first: a desk's own changes in turn, and what a write names before it. */
function causalOrder(log: readonly Change[], order: Iterator<number>): Change[] {
  const waiting = sorted(log)
  const result: Change[] = []
  while (waiting.length > 0) {
    const ids = new Set(waiting.map((change) => change.id))
    const free = waiting.filter(
      (change) =>
        !change.sets.some((set) => set.after.some((id) => ids.has(id))) &&
        !waiting.some((other) => other.id < change.id && openingOf(other.id) === openingOf(change.id)),
    )
    const next = free[(order.next().value as number) % free.length]!
    result.push(next)
    waiting.splice(waiting.indexOf(next), 1)
  }
  return result
}

function exchange(desks: Desk[], step: Extract<Step, { kind: 'exchange' }>): void {
  const [from, to] = [desks[step.from]!, desks[step.to]!]
  const only = step.only && new Set(step.only)
  const handed = from.log.flatMap((change) => (only ? (trim(change, only) ?? []) : change))
  const order = step.order[Symbol.iterator]()
  for (const change of causalOrder(handed, order)) {
    to.take(change)
    if (step.twice) to.take(change)
  }
}

function play(story: readonly Step[]): Desk[] {
  const desks = [1, 2, 3].map((opening) => new Desk(opening))
  for (const step of story) {
    if (step.kind === 'edit') desks[step.desk]!.act(setsFor(desks[step.desk]!, step), step.clock)
    else exchange(desks, step)
  }
  return desks
}

const everybody = (desks: readonly Desk[]): Change[] => desks.reduce<Change[]>((log, desk) => union(log, desk.log), [])
const plain = (state: ReadonlyMap<string, RecordState>) => Object.fromEntries([...state].sort(([a], [b]) => (a < b ? -1 : 1)))

describe('apply', () => {
  it('makes desks that edited apart end equal, whatever they exchanged on the way', () => {
    fc.assert(
      fc.property(storyArb, fc.infiniteStream(fc.nat({ max: 1000 })), (story, order) => {
        const desks = play(story)
        const log = everybody(desks)
        for (const desk of desks) for (const change of causalOrder(log, order[Symbol.iterator]())) desk.take(change)
        const [one, ...others] = desks.map((desk) => plain(desk.state))
        for (const other of others) expect(other).toEqual(one)
        expect(plain(replay(log))).toEqual(one)
        for (const desk of desks) expect(desk.log).toEqual(log)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every two writes that no later write names as an open conflict, unless their values are equal or need no decision', () => {
    fc.assert(
      fc.property(storyArb, (story) => {
        const log = everybody(play(story))
        const state = replay(log)
        for (const record of records) {
          for (const field of fields) {
            const writes = log.flatMap((change) =>
              change.sets.filter((set) => set.record === record && set.field === field).map((set) => ({ id: change.id, set })),
            )
            const named = new Set(writes.flatMap((write) => write.set.after))
            const open = writes.filter((write) => !named.has(write.id))
            const known = state.get(record)
            expect(new Set(writesOf(known, field))).toEqual(new Set(open.map((write) => write.id)))
            const differ = open.some((write) => !same(write.set.to, open[0]!.set.to))
            const conflict = known && conflictsOf(known).find((one) => one.field === field)
            expect(conflict !== undefined).toBe(differ && field !== 'pinned')
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('shows the safer of two statuses and the later of two embargoes, else the higher id', () => {
    const record = records[0]!
    const write = (number: number, opening: string, field: string, to: Json): Change => ({
      id: changeId(number, opening.padStart(16, '0')),
      at: '2026-04-15T10:00:00.000Z',
      by: 'library/person-p',
      sets: [{ record, field, to, after: [] }],
    })
    const shown = (...changes: Change[]) => valueOf(replay(changes).get(record), changes[0]!.sets[0]!.field)
    expect(shown(write(1, 'a', 'status', 'draft'), write(2, 'b', 'status', 'ready'))).toBe('draft')
    expect(shown(write(1, 'a', 'status', 'retracted'), write(2, 'b', 'status', 'draft'))).toBe('retracted')
    expect(shown(write(1, 'a', 'embargo', values.embargo![1]!), write(2, 'b', 'embargo', values.embargo![0]!))).toBe(values.embargo![1])
    expect(shown(write(1, 'a', 'kicker', 'Congo'), write(1, 'b', 'kicker', 'Kinshasa'))).toBe('Kinshasa')
  })

  it('leaves records it does not name as the same objects', () => {
    const desk = new Desk(1)
    desk.act([{ record: records[0]!, field: 'kicker', to: 'Congo', after: [] }], 1)
    const before = desk.state.get(records[0]!)
    desk.act([{ record: records[1]!, field: 'kicker', to: 'Riga', after: [] }], 2)
    expect(desk.state.get(records[0]!)).toBe(before)
  })
})

describe('invert', () => {
  it('restores every shown value of an act', () => {
    fc.assert(
      fc.property(storyArb, fc.array(editArb, { minLength: 1, maxLength: 3 }), (story, edits) => {
        const desk = play(story)[0]!
        const before = new Map(desk.state)
        const act = edits.map((edit) => desk.act(setsFor(desk, edit), edit.clock, { step: 's' }))
        const { sets, left } = invert(desk.state, act)
        expect(left).toEqual([])
        desk.act(sets, 0, { undoes: act.map((change) => change.id) })
        expect(between(before, desk.state)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('brings the act back when it is inverted itself', () => {
    fc.assert(
      fc.property(storyArb, editArb, (story, edit) => {
        const desk = play(story)[0]!
        const act = desk.act(setsFor(desk, edit), edit.clock)
        const after = new Map(desk.state)
        const undo = desk.act(invert(desk.state, [act]).sets, 0)
        desk.act(invert(desk.state, [undo]).sets, 0)
        expect(between(after, desk.state)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('leaves a record whole where somebody wrote since, and says whose write it was', () => {
    const desk = new Desk(1)
    const [a, b] = [records[0]!, records[1]!]
    const set = (record: string, field: string, to: Json): FieldSet => {
      const state = desk.state.get(record)
      return { record, field, from: valueOf(state, field), to, after: writesShown(state, field) }
    }
    desk.act([set(a, 'kicker', 'Congo'), set(a, 'pinned', false), set(b, 'kicker', 'Riga')], 1)
    const act = desk.act([set(a, 'kicker', 'Kinshasa'), set(a, 'pinned', true), set(b, 'kicker', 'Tallinn')], 2)
    const since = desk.act([set(a, 'kicker', 'Goma')], 3)
    const { sets, left } = invert(desk.state, [act])
    expect(left).toEqual([{ record: a, field: 'kicker', write: since.id }])
    expect(sets.map((one) => [one.record, one.field, one.to])).toEqual([[b, 'kicker', 'Riga']])
  })
})

describe('union', () => {
  it('is the same from both sides, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(storyArb, (story) => {
        const [one, other] = play(story)
        const joined = union(one!.log, other!.log)
        expect(union(other!.log, one!.log)).toEqual(joined)
        expect(union(joined, other!.log)).toEqual(joined)
      }),
    )
  })

  it('joins a change that was handed over record by record', () => {
    const desk = new Desk(1)
    const change = desk.act(
      records.map((record) => ({ record, field: 'status', to: 'ready', after: [] })),
      1,
    )
    const parts = records.map((record) => trim(change, new Set([record]))!)
    expect(union(union([parts[0]!], [parts[1]!]), [parts[2]!, parts[0]!])).toEqual([change])
  })
})

describe('at', () => {
  it('equals replaying exactly the changes that count by then, a clock set back included', () => {
    fc.assert(
      fc.property(storyArb, fc.nat({ max: 500 }), (story, minute) => {
        const log = everybody(play(story))
        const instant = new Date(minute * 60_000).toISOString()
        const byId = new Map(log.map((change) => [change.id, change]))
        const counts = (change: Change): string =>
          change.sets
            .flatMap((set) => set.after)
            .map((id) => counts(byId.get(id)!))
            .reduce((latest, one) => (one > latest ? one : latest), change.at)
        const counting = log.filter((change) => counts(change) <= instant)
        expect(countingBy(log, instant)).toEqual(counting)
        expect(plain(at(log, instant))).toEqual(plain(replay(counting)))
      }),
      { numRuns: 200 },
    )
  })
})
