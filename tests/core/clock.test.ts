import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  instantsOf,
  isDay,
  localTime,
  minutesBetween,
  onDay,
  readLabel,
  readTime,
  wholeMinute,
} from '../../src/core/clock.ts'

const zone = 'Europe/Vilnius'
const day = '2026-04-15'
/** 22:58 in Vilnius. */
const now = '2026-04-15T19:58:41.337Z'
const at = (label: string, on = day) => onDay(on, label, zone)

describe('a typed time', () => {
  test.each([
    ['2241', '22:41'],
    ['22.41', '22:41'],
    ['22:41', '22:41'],
    ['22h41', '22:41'],
    ['  22:41 ', '22:41'],
    ['941', '09:41'],
    ['9.41', '09:41'],
    ['0000', '00:00'],
    ['23:59', '23:59'],
    ['10:41 pm', '22:41'],
    ['10:41 PM', '22:41'],
    ['10:41pm', '22:41'],
    ['10.41 p.m.', '22:41'],
    ['10:41 p. m.', '22:41'],
    ['10:41\u202FPM', '22:41'],
    ['9 pm', '21:00'],
    ['9pm', '21:00'],
    ['12 am', '00:00'],
    ['12:30 a.m.', '00:30'],
    ['12 pm', '12:00'],
    ['1041 pm', '22:41'],
  ])('%s means %s on the rail’s day', (typed, label) => {
    expect(readTime(typed, { day, zone, now })).toEqual(at(label))
  })

  test.each([
    ['now', '22:58'],
    ['Now', '22:58'],
    ['+5', '23:03'],
    ['+ 5', '23:03'],
    ['-10', '22:48'],
    ['\u221210', '22:48'],
    ['+0', '22:58'],
  ])('%s counts from now, on a whole minute', (typed, label) => {
    expect(readTime(typed, { day, zone, now })).toEqual(at(label))
  })

  test('minutes count from the time that stands there, over midnight too', () => {
    const from = '2026-04-15T20:57:00.000Z'
    expect(readTime('+5', { day, zone, now, from })).toEqual(at('00:02', '2026-04-16'))
    expect(readTime('now', { day, zone, now, from })).toEqual(at('22:58'))
  })

  test.each([
    ['2026-04-14 22:41', '2026-04-14', '22:41'],
    ['2026-04-14T22:41', '2026-04-14', '22:41'],
    ['2026-04-14  9 pm', '2026-04-14', '21:00'],
  ])('%s names another day', (typed, on, label) => {
    expect(readTime(typed, { day, zone, now })).toEqual(at(label, on))
  })

  test.each([
    '',
    ' ',
    '24:00',
    '25:61',
    '22:60',
    '9',
    '22',
    '12345',
    '1:2:3',
    'noon',
    'pm',
    '13 pm',
    '0 am',
    '10 m',
    '22:41x',
    '--5',
    '+',
    '+12345',
  ])('%j is no time', (typed) => {
    expect(readTime(typed, { day, zone, now })).toEqual({ kind: 'unknown' })
  })

  test.each(['2026-02-29 10:00', '2026-13-01 10:00', '2026-04-31T10:00', '2026-4-1 10:00'])('%j is no day', (typed) => {
    expect(readTime(typed, { day, zone, now })).toEqual({ kind: 'unknown' })
  })

  test('every minute of the day is read back from its label, however it is typed', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minutes, (minute) => {
        const [hours, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')]
        const label = `${String(hours).padStart(2, '0')}:${rest}`
        const twelve = `${String(hours % 12 || 12)}:${rest} ${hours < 12 ? 'am' : 'pm'}`
        for (const typed of [label, label.replace(':', ''), label.replace(':', '.'), twelve]) expect(readLabel(typed)).toBe(label)
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readTime(typed, { day, zone, now })))
    fc.assert(fc.property(fc.stringMatching(/^[0-9:.\-+TZ apm]{0,24}$/), (typed) => void readTime(typed, { day, zone, now })))
  })
})

describe('clocks that are set', () => {
  test('a label that was skipped never occurs', () => {
    for (const label of ['03:00', '03:30', '03:59']) expect(onDay('2026-03-29', label, zone)).toEqual({ kind: 'never' })
    expect(onDay('2026-03-29', '02:59', zone)).toEqual({ kind: 'instant', at: '2026-03-29T00:59:00.000Z' })
    expect(onDay('2026-03-29', '04:00', zone)).toEqual({ kind: 'instant', at: '2026-03-29T01:00:00.000Z' })
  })

  test('a label that was repeated has both its instants, the earlier first', () => {
    expect(onDay('2026-10-25', '03:30', zone)).toEqual({
      kind: 'twice',
      choices: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    })
    expect(onDay('2026-10-25', '02:59', zone)).toEqual({ kind: 'instant', at: '2026-10-24T23:59:00.000Z' })
    expect(onDay('2026-10-25', '04:00', zone)).toEqual({ kind: 'instant', at: '2026-10-25T02:00:00.000Z' })
  })

  test('zones of half hours and quarters', () => {
    expect(onDay(day, '00:15', 'Asia/Kolkata')).toEqual({ kind: 'instant', at: '2026-04-14T18:45:00.000Z' })
    expect(localTime('2026-04-14T18:45:00.000Z', 'Asia/Kathmandu')).toEqual({ day, label: '00:30', offset: '+05:45' })
    expect(localTime('2026-04-14T18:45:00.000Z', 'America/St_Johns')).toEqual({ day: '2026-04-14', label: '16:15', offset: '-02:30' })
  })

  test('a half hour is set on Lord Howe', () => {
    expect(onDay('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual({ kind: 'never' })
    expect(onDay('2026-04-05', '01:45', 'Australia/Lord_Howe')).toMatchObject({ kind: 'twice' })
    expect(onDay('2026-04-05', '01:15', 'Australia/Lord_Howe')).toMatchObject({ kind: 'instant' })
  })

  test('on a day that a country skipped no time occurs', () => {
    for (const label of ['00:00', '12:00', '23:59']) expect(onDay('2011-12-30', label, 'Pacific/Apia')).toEqual({ kind: 'never' })
    expect(onDay('2011-12-29', '23:59', 'Pacific/Apia')).toEqual({ kind: 'instant', at: '2011-12-30T09:59:00.000Z' })
    expect(onDay('2011-12-31', '00:00', 'Pacific/Apia')).toEqual({ kind: 'instant', at: '2011-12-30T10:00:00.000Z' })
  })

  test('an instant is among those of its own label', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 }).map((minutes) => addMinutes('2011-01-01T00:00:00.000Z', minutes))
    const zones = fc.constantFrom(zone, 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu', 'UTC')
    fc.assert(
      fc.property(minute, zones, (instant, there) => {
        const local = localTime(instant, there)
        expect(instantsOf(local.day, local.label, there)).toContain(instant)
      }),
    )
  })
})

describe('days and minutes', () => {
  test.each(['2026-04-15', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })

  test.each(['', '2026-02-29', '2026-4-15', '2026-04-15T00:00', '20260415', '+012026-04-15', '2026-04-15[u-ca=hebrew]', 'today'])(
    '%j is none',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )

  test('days follow one another over months and leap years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  test('minutes are whole', () => {
    expect(wholeMinute(now)).toBe('2026-04-15T19:58:00.000Z')
    expect(minutesBetween('2026-04-15T19:00:00.000Z', now)).toBe(58)
    expect(addMinutes('2026-12-31T23:59:00.000Z', 1)).toBe('2027-01-01T00:00:00.000Z')
  })
})
