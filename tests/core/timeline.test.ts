import fc from 'fast-check'
import { generateNKeysBetween } from 'fractional-indexing'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '../../src/core/clock.ts'
import { gapsBelow, inOrder, outOfOrder, placeByTime, rankAbove, timeToFit, type Row } from '../../src/core/timeline.ts'

const midnight = '2026-04-15T00:00:00.000Z'
const at = (minute: number) => addMinutes(midnight, minute)

/** Rows in board order, with ranks of their own, at these minutes of the day; undefined is no time. */
function rowsAt(...minutes: (number | undefined)[]): Row[] {
  const ranks = generateNKeysBetween(null, null, minutes.length)
  return minutes.map((minute, index) => ({
    id: `brief-${String(index).padStart(3, '0')}`,
    at: minute === undefined ? undefined : at(minute),
    pinned: false,
    rank: ranks[index]!,
  }))
}

const ids = (rows: readonly Row[]) => rows.map((row) => row.id)
const minutes = fc.integer({ min: 0, max: 1439 })
const newestFirst = (times: readonly (Row['at'] | undefined)[]) => {
  const timed = times.filter((time) => time !== undefined)
  return timed.every((time, index) => index === 0 || time <= timed[index - 1]!)
}

/** Puts a row of this rank among the others, with the new ranks that came with it. */
function ranked(rows: readonly Row[], row: Omit<Row, 'rank'>, above: string | undefined): Row[] {
  const { rank, others } = rankAbove(rows, above)
  const anew = new Map(others.map((other) => [other.id, other.rank]))
  return inOrder([...rows.map((one) => ({ ...one, rank: anew.get(one.id) ?? one.rank })), { ...row, rank }])
}

describe('order', () => {
  test('pinned first, then rank, then id', () => {
    const rows: Row[] = [
      { id: 'c', at: undefined, pinned: false, rank: 'a1' },
      { id: 'b', at: undefined, pinned: false, rank: 'a1' },
      { id: 'a', at: undefined, pinned: false, rank: 'a2' },
      { id: 'd', at: undefined, pinned: true, rank: 'a9' },
    ]
    expect(ids(inOrder(rows))).toEqual(['d', 'b', 'c', 'a'])
  })
})

describe('a rank above another brief', () => {
  const brief = { id: 'moved', at: undefined, pinned: false }

  test('places exactly there and touches no other brief', () => {
    fc.assert(
      fc.property(fc.array(minutes, { maxLength: 12 }), fc.nat(), (times, place) => {
        const rows = rowsAt(...times)
        const above = rows[place % (rows.length + 1)]?.id
        expect(rankAbove(rows, above).others).toEqual([])
        const index = above === undefined ? rows.length : ids(rows).indexOf(above)
        expect(ids(ranked(rows, brief, above))).toEqual(ids(rows).toSpliced(index, 0, 'moved'))
      }),
    )
  })

  test('ranks anew, where ranks tie, only those that tie below', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 }), fc.nat(), (ties, place) => {
        const ranks = generateNKeysBetween(null, null, 4)
        const rows = inOrder(rowsAt(...ties).map((row, index) => ({ ...row, rank: ranks[ties[index]!]! })))
        const index = place % (rows.length + 1)
        const above = rows[index]?.id
        expect(ids(ranked(rows, brief, above))).toEqual(ids(rows).toSpliced(index, 0, 'moved'))
        const tie = rows[index - 1]?.rank
        const tied = rows.slice(index).filter((row) => row.rank === tie)
        expect(rankAbove(rows, above).others.map((other) => other.id)).toEqual(ids(tied))
      }),
    )
  })

  test('stands at the end where the other brief is gone', () => {
    const rows = rowsAt(3, 2, 1)
    expect(ids(ranked(rows, brief, 'gone')).at(-1)).toBe('moved')
  })

  test('hundreds of moves to one place keep their order', () => {
    let rows = rowsAt(2, 1)
    const below = rows[1]!.id
    for (let n = 0; n < 300; n++) rows = ranked(rows, { ...brief, id: `moved-${String(n).padStart(3, '0')}` }, below)
    expect(ids(rows).slice(1, -1)).toEqual(ids(rows).slice(1, -1).toSorted())
  })
})

describe('placing by time', () => {
  test('a newest-first list stays newest first, whatever stands in it without a time', () => {
    const time = fc.option(minutes, { nil: undefined, freq: 4 })
    fc.assert(
      fc.property(fc.array(time, { maxLength: 30 }), (times) => {
        const rows = times.reduce<Row[]>((board, minute, index) => {
          const row = { id: `brief-${String(index)}`, at: minute === undefined ? undefined : at(minute), pinned: false }
          return ranked(board, row, placeByTime(board, row.at))
        }, [])
        expect(rows).toHaveLength(times.length)
        expect(newestFirst(rows.map((row) => row.at))).toBe(true)
      }),
    )
  })

  test('of equal times the newcomer stands above', () => {
    expect(placeByTime(rowsAt(30, 20, 20, 10), at(20))).toBe('brief-001')
  })

  test('an older one than all goes to the end', () => {
    expect(placeByTime(rowsAt(30, 20), at(10))).toBeUndefined()
  })

  test('one without a time goes to the top, and holds no timed one up', () => {
    expect(placeByTime(rowsAt(30, 20), undefined)).toBe('brief-000')
    expect(placeByTime(rowsAt(undefined, 30, 20), at(25))).toBe('brief-002')
  })

  test('pinned briefs are passed over', () => {
    const rows = rowsAt(5, 30, 20)
    const pinned = [{ ...rows[0]!, pinned: true }, ...rows.slice(1)]
    expect(placeByTime(pinned, at(40))).toBe('brief-001')
    expect(placeByTime(pinned, undefined)).toBe('brief-001')
  })

  test('a list somebody has dragged about is searched from the top', () => {
    expect(placeByTime(rowsAt(30, 10, 20, 5), at(15))).toBe('brief-001')
  })
})

describe('times that contradict the order', () => {
  /** The fewest rows to take away so that the rest runs newest first. */
  function fewest(times: readonly number[]): number {
    let best = times.length
    for (let mask = 0; mask < 1 << times.length; mask++) {
      const kept = times.filter((_, index) => (mask & (1 << index)) !== 0)
      if (kept.every((time, index) => index === 0 || time <= kept[index - 1]!)) best = Math.min(best, times.length - kept.length)
    }
    return best
  }

  test('none are named exactly where times run newest first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 8 }), (times) => {
        const rows = rowsAt(...times)
        expect(outOfOrder(rows).size === 0).toBe(newestFirst(rows.map((row) => row.at)))
      }),
    )
  })

  test('as few as can be are named, and without them the rest runs newest first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 }), { maxLength: 9 }), (times) => {
        const rows = rowsAt(...times)
        const wrong = outOfOrder(rows)
        expect(newestFirst(rows.filter((row) => !wrong.has(row.id)).map((row) => row.at))).toBe(true)
        expect(wrong.size).toBe(fewest(times))
      }),
    )
  })

  test('one brief dragged far is the only one named', () => {
    expect([...outOfOrder(rowsAt(50, 10, 40, 30, 20))]).toEqual(['brief-001'])
  })

  test('pinned briefs and those without a time never are', () => {
    const rows = rowsAt(10, undefined, 40, 30)
    expect([...outOfOrder([{ ...rows[0]!, pinned: true }, ...rows.slice(1)])]).toEqual([])
  })
})

describe('a time that fits the place', () => {
  test('lies strictly between the neighbours on a whole minute, or there is no such minute', () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, (above, own, below) => {
        const fit = timeToFit(rowsAt(above, own, below), 'brief-001')
        if (fit.kind === 'fits') {
          expect(fit.at).toMatch(/:00\.000Z$/)
          expect(fit.at < at(above) && fit.at > at(below)).toBe(true)
        } else {
          expect(fit).toEqual({ kind: 'no-minute', above: at(above), below: at(below) })
          expect(above - below).toBeLessThan(2)
        }
      }),
    )
  })

  test('at either end it is a minute beyond the neighbour', () => {
    expect(timeToFit(rowsAt(5, 20, 10), 'brief-000')).toEqual({ kind: 'fits', at: at(21) })
    expect(timeToFit(rowsAt(20, 10, 30), 'brief-002')).toEqual({ kind: 'fits', at: at(9) })
  })

  test('pinned neighbours and those without a time say nothing', () => {
    const rows = rowsAt(1, 30, undefined, 99, undefined, 10)
    const board = [{ ...rows[0]!, pinned: true }, ...rows.slice(1)]
    expect(timeToFit(board, 'brief-003')).toEqual({ kind: 'fits', at: at(20) })
    expect(timeToFit(rowsAt(undefined, 7, undefined), 'brief-001')).toEqual({ kind: 'alone' })
    expect(timeToFit(rowsAt(7), 'brief-000')).toEqual({ kind: 'alone' })
  })

  test('retimed to fit, a brief is no longer out of order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(minutes, { minLength: 2, maxLength: 12 }), minutes, fc.nat(), (times, wrong, place) => {
        const sorted = times.toSorted((a, b) => b - a)
        const index = place % (sorted.length + 1)
        const rows = rowsAt(...sorted.toSpliced(index, 0, wrong))
        const row = rows[index]!
        const fit = timeToFit(rows, row.id)
        if (fit.kind === 'fits') expect(outOfOrder(rows.with(index, { ...row, at: fit.at })).size).toBe(0)
      }),
    )
  })
})

describe('gaps', () => {
  test('are counted to the next brief below that has a time', () => {
    const rows = rowsAt(300, undefined, 30, 30, 60)
    expect([...gapsBelow(rows)]).toEqual([['brief-000', 270]])
  })
})
