import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayByKey, monthGrid, monthOf, sameDayOf, weekdayOf, type Weekday } from '../../../src/ui/components/calendar/month.ts'

describe('the month grid', () => {
  const months = fc.tuple(fc.integer({ min: 1971, max: 2200 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => {
    return `${String(year)}-${String(month).padStart(2, '0')}`
  })

  it('holds every day of the month in six whole weeks that begin on the asked weekday', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 7 }), (month, first) => {
        const weeks = monthGrid(month, first as Weekday)
        expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
        expect(weeks.every((week) => weekdayOf(week[0]!) === first)).toBe(true)
        const days = weeks.flat()
        expect([...days].sort()).toEqual(days)
        const inside = days.filter((day) => monthOf(day) === month)
        expect(inside[0]).toBe(`${month}-01`)
        expect(monthOf(days[days.indexOf(inside.at(-1)!) + 1]!)).toBe(addMonths(month, 1))
      }),
    )
  })

  it('steps over the turn of the year', () => {
    expect(addMonths('2025-12', 1)).toBe('2026-01')
    expect(addMonths('2025-01', -1)).toBe('2024-12')
  })
})

describe('keys in the calendar', () => {
  it('go by day and week, to the ends of the week, and by month', () => {
    const key = (name: string): string | undefined => dayByKey(name, '2025-04-15', 1)
    expect(key('ArrowLeft')).toBe('2025-04-14')
    expect(key('ArrowRight')).toBe('2025-04-16')
    expect(key('ArrowUp')).toBe('2025-04-08')
    expect(key('ArrowDown')).toBe('2025-04-22')
    expect(key('Home')).toBe('2025-04-14')
    expect(key('End')).toBe('2025-04-20')
    expect(key('PageUp')).toBe('2025-03-15')
    expect(key('PageDown')).toBe('2025-05-15')
    expect(key('x')).toBeUndefined()
  })

  it('ends a week on Saturday where it begins on Sunday', () => {
    expect(dayByKey('End', '2025-04-15', 7)).toBe('2025-04-19')
    expect(dayByKey('Home', '2025-04-15', 7)).toBe('2025-04-13')
  })

  it('goes to the last day of a shorter month', () => {
    expect(dayByKey('PageDown', '2025-01-31', 1)).toBe('2025-02-28')
    expect(sameDayOf('2024-02', '2024-01-31')).toBe('2024-02-29')
  })
})
