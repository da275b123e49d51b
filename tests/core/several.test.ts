import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actName, shiftOf } from '../../src/core/acts.ts'
import { daysLater, localTime } from '../../src/core/clock.ts'
import { homes, recordIds } from '../../src/core/ids.ts'
import { rowOf, type BriefRow } from '../../src/core/rail.ts'
import {
  allToShelf,
  besideBlock,
  changeTags,
  copyToRail,
  moveToRail,
  pinOrUnpin,
  readyOrDraft,
  shiftTimes,
  timeThere,
} from '../../src/core/several.ts'
import { isTemplate, ontoRail, setKeep } from '../../src/core/shelf.ts'
import { channelKey, day, home, Newsroom } from './newsroom.ts'

const zone = 'Europe/Vilnius'
const nextDay = '2026-04-16'

function five(times = ['22:00', '21:00', '20:00', '19:00', '18:00']) {
  const room = new Newsroom()
  const ids = times.map((time, index) => room.brief(time, 'abcdefgh'[index]!))
  const rows = (...indexes: number[]): BriefRow[] => {
    const chosen = new Set(indexes.map((index) => ids[index]))
    return room.board().own.filter(({ id }) => chosen.has(id))
  }
  return { room, ids, rows }
}

describe('times of several briefs', () => {
  it('are shifted as one change that is named by its minutes, and embargoes go with them', () => {
    const { room, ids, rows } = five()
    const change = room.edit(shiftTimes(rows(0, 1, 2), 70, room.now))
    expect(room.board().own.map(({ at }) => localTime(at!, zone).label)).toEqual(['23:10', '22:10', '21:10', '19:00', '18:00'])
    expect(rowOf(room.get(ids[0]!)).brief.embargo).toBe('2026-04-15T20:10:00.000Z')
    expect(rowOf(room.get(ids[1]!)).brief.embargo).toBeUndefined()
    expect([actName(change.sets), shiftOf(change.sets)]).toEqual(['retimed', 70])
  })

  it('keep their order among equals, over midnight too', () => {
    const { room, rows } = five(['22:00', '22:00', '22:00'])
    const order = room.kickers()
    room.edit(shiftTimes(rows(0, 1, 2), -24 * 60, room.now))
    expect(room.kickers()).toEqual(order)
    expect(localTime(room.board().own[0]!.at!, zone)).toMatchObject({ day: '2026-04-14', label: '22:00' })
  })

  it('are instants: an hour that clocks skip is none', () => {
    const room = new Newsroom()
    room.edit([{ record: recordIds.brief(home, 'x'), field: 'place', to: { rail: home, where: 'time' }, after: [] }])
    room.edit([{ record: recordIds.brief(home, 'x'), field: 'at', to: '2026-03-29T00:30:00.000Z', after: [] }])
    room.edit(shiftTimes(room.board().own, 60, room.now))
    // 02:30, then clocks go from 03:00 to 04:00.
    expect(localTime(room.board().own[0]!.at!, zone).label).toBe('04:30')
  })
})

describe('tags of several briefs', () => {
  it('are added and taken off, each where it is not yet so', () => {
    const { room, ids, rows } = five()
    room.edit(changeTags(rows(0), ['sea'], new Set()))
    room.edit(changeTags(rows(0, 1), ['port'], new Set(['sea'])))
    expect([0, 1].map((index) => rowOf(room.get(ids[index]!)).brief.tags)).toEqual([['port'], ['port']])
    expect(changeTags(rows(0, 1), ['port'], new Set(['sea']))).toEqual([])
  })
})

describe('state of several briefs', () => {
  it('is ready while one is a draft, then draft; what is retracted stays', () => {
    const { room, ids, rows } = five()
    room.edit([{ record: ids[0]!, field: 'status', to: 'retracted', after: room.get(ids[0]!).fields.status!.map(({ id }) => id) }])
    expect(readyOrDraft(rows(0, 1, 2)).to).toBe('draft')
    room.edit(readyOrDraft(rows(0, 1, 2)).sets)
    expect(rows(0, 1, 2).map(({ brief }) => brief.status)).toEqual(['retracted', 'draft', 'draft'])
    room.edit(readyOrDraft(rows(0, 1, 2, 3)).sets)
    expect(rows(0, 1, 2, 3).map(({ brief }) => brief.status)).toEqual(['retracted', 'ready', 'ready', 'ready'])
  })

  it('is pinned in their order, and back in its time', () => {
    const { room, rows } = five()
    room.edit(pinOrUnpin(rows(2, 4)).sets)
    expect(room.kickers()).toEqual(['c', 'e', 'a', 'b', 'd'])
    room.edit(pinOrUnpin(rows(2, 4)).sets)
    expect(room.kickers()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('several briefs on the move', () => {
  it('keep their order wherever they go', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), fc.constantFrom('shelf', 'move', 'copy'), (indexes, how) => {
        const { room, rows } = five(['20:00', '20:00', '20:00', '20:00', '20:00'])
        const chosen = rows(...indexes)
        const names = chosen.map(({ brief }) => brief.kicker)
        const times = new Map(chosen.map(({ id, at }) => [id, at!]))
        const to = { channel: channelKey, day: nextDay, sameTime: false }
        if (how === 'shelf') room.edit(allToShelf(chosen, channelKey))
        else if (how === 'move') room.edit(moveToRail(chosen, to, times, room.now))
        else room.edit(copyToRail(chosen, to, times, room.now, { made: home, keys: chosen.map((_, index) => `c${String(index)}`) }))
        const there = [...room.records.values()].filter((record) => record.id.includes('/brief-')).map(rowOf)
        const target = how === 'shelf' ? homes.shelf(channelKey) : homes.day(channelKey, nextDay)
        const stands = there
          .filter(({ brief: { place } }) => place !== undefined && ('rail' in place ? place.rail : place.shelf) === target)
          .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        expect(stands.map(({ brief }) => brief.kicker)).toEqual(names)
      }),
      { numRuns: 40 },
    )
  })

  it('go up and down as a block, gathered first where they lie apart', () => {
    const group = five().room.board().own
    const block = (indexes: number[], by: 1 | -1) => besideBlock(group, new Set(indexes.map((index) => group[index]!.id)), by)
    expect(block([1, 2], -1)).toEqual({ above: group[0]!.id })
    expect(block([1, 2], 1)).toEqual({ above: group[4]!.id })
    expect(block([2, 3], 1)).toEqual({ above: undefined })
    expect(block([0, 1], -1)).toBeUndefined()
    expect(block([3, 4], 1)).toBeUndefined()
    expect(block([0, 2], -1)).toEqual({ above: group[0]!.id })
  })
})

describe('another day', () => {
  const to = { channel: channelKey, day: nextDay, sameTime: true }

  it('has the same time of the clock, ahead of now under embargo, or keeps the instant', () => {
    const { room, rows } = five()
    const [row] = rows(1)
    const time = timeThere(row!, to, zone)!
    expect(time).toEqual({ kind: 'instant', at: '2026-04-16T18:00:00.000Z' })
    expect(timeThere(row!, { ...to, sameTime: false }, zone)).toEqual({ kind: 'instant', at: row!.at })
    const change = room.edit(moveToRail([row!], to, new Map([[row!.id, '2026-04-16T18:00:00.000Z']]), room.now))
    expect(room.kickers(nextDay)).toEqual(['b'])
    expect(rowOf(room.get(row!.id)).brief.embargo).toBe('2026-04-16T18:00:00.000Z')
    expect(actName(change.sets)).toBe('otherRail')
  })

  it('asks where clocks are set back or forward over the time', () => {
    // Vilnius: 26 October 2026 is the day after clocks went back from 04:00 to 03:00 on the 25th.
    expect(daysLater('2026-10-24T00:30:00.000Z', 1, zone)).toEqual({
      kind: 'twice',
      choices: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    })
    expect(daysLater('2026-03-28T01:30:00.000Z', 1, zone).kind).toBe('never')
    expect(daysLater('2026-10-25T01:30:00.000Z', 0, zone)).toEqual({ kind: 'instant', at: '2026-10-25T01:30:00.000Z' })
  })

  it('gets copies as drafts that know what they are copies of', () => {
    const { room, ids, rows } = five()
    const change = room.edit(copyToRail(rows(0), to, new Map(), room.now, { made: home, keys: ['copy'] }))
    const copy = rowOf(room.get(recordIds.brief(home, 'copy'))).brief
    expect(copy).toMatchObject({ kicker: 'a', status: 'draft', copyOf: ids[0] })
    expect([actName(change.sets), room.kickers(nextDay), room.kickers()]).toEqual(['copied', ['a'], ['a', 'b', 'c', 'd', 'e']])
  })
})

describe('a template', () => {
  it('stays on the shelf when it is used, and a draft with the present minute comes onto the rail', () => {
    const { room, ids, rows } = five()
    room.edit(allToShelf(rows(0), channelKey))
    room.edit(setKeep(room.get(ids[0]!), true))
    expect(isTemplate(room.get(ids[0]!))).toBe(true)
    const used = ontoRail(room.get(ids[0]!), { channel: channelKey, day }, room.now, 'used')
    room.edit(used.sets)
    expect(rowOf(room.get(used.id))).toMatchObject({ at: room.now, brief: { kicker: 'a', status: 'draft', keep: false } })
    expect(isTemplate(room.get(ids[0]!))).toBe(true)
    room.edit(setKeep(room.get(ids[0]!), false))
    expect(ontoRail(room.get(ids[0]!), { channel: channelKey, day }, room.now, 'again').id).toBe(ids[0])
  })
})
