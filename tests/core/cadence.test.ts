import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefsAnHour, countBy, usualDay } from '../../src/core/cadence.ts'

const zone = 'Europe/Vilnius'

describe('briefs an hour', () => {
  it('are those of the day on the channel’s clock', () => {
    const hours = briefsAnHour(['2026-04-15T04:05:00.000Z', '2026-04-15T04:59:00.000Z', '2026-04-15T20:30:00.000Z'], '2026-04-15', zone)
    expect(hours[7]).toBe(2)
    expect(hours[23]).toBe(1)
  })

  it('leave out the night before and after', () => {
    expect(briefsAnHour(['2026-04-14T20:00:00.000Z', '2026-04-15T21:30:00.000Z'], '2026-04-15', zone).every((count) => count === 0)).toBe(
      true,
    )
  })

  it('count an hour that occurs twice as one hour of the clock', () => {
    expect(briefsAnHour(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'], '2026-10-25', zone)[3]).toBe(2)
  })
})

describe('the usual day', () => {
  const quiet = Array.from({ length: 24 }, () => 0)

  it('is the mean of the days that were worked', () => {
    const [one, other] = [quiet.with(9, 2), quiet.with(9, 4)]
    expect(usualDay([one, quiet, other])?.[9]).toBe(3)
    expect(usualDay([quiet])).toBeUndefined()
  })

  it('has by a minute no more than by a later one, and all by midnight', () => {
    const hour = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(fc.array(hour, { minLength: 24, maxLength: 24 }), fc.integer({ min: 0, max: 1438 }), (hours, minute) => {
        const label = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        expect(countBy(hours, label(minute))).toBeLessThanOrEqual(countBy(hours, label(minute + 1)) + 1e-9)
        expect(countBy(hours, '24:00')).toBe(hours.reduce((sum, count) => sum + count, 0))
      }),
    )
  })
})
