import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discard, retime, setField, setStatus } from '../../src/core/acts.ts'
import { addMinutes } from '../../src/core/clock.ts'
import { fallenDue, goesByItself, grace, later } from '../../src/core/due.ts'
import type { Page } from '../../src/core/edition.ts'
import { noChoices, type Choices } from '../../src/core/held.ts'
import { review } from '../../src/core/review.ts'
import { Newsroom } from './newsroom.ts'

const six = '2026-04-15T21:00:00.000Z'

/** An hour before six, with a brief that is live, and one under embargo until six. */
function evening() {
  const room = new Newsroom()
  room.now = addMinutes(six, -60)
  const live = room.brief('22:00', 'live')
  const ahead = room.brief('22:30', 'ahead')
  room.edit([setField(room.get(ahead), ahead, 'embargo', six)])
  return { room, live, ahead, base: launch(room).page }
}

function launch(room: Newsroom, base?: Page, choices: Partial<Choices> = {}) {
  return review(room.board(base), base, { ...noChoices, ...choices }, room.now)
}

const due = (room: Newsroom, base: Page | undefined) =>
  fallenDue(room.board(base), base, noChoices, room.now).map(({ row, held }) => [row.brief.kicker, held])

describe('falling due', () => {
  it('begins with the minute of the embargo, and ends with a launch', () => {
    const { room, base } = evening()
    room.now = addMinutes(six, -1)
    expect(due(room, base)).toEqual([])
    room.now = six
    expect(due(room, base)).toEqual([['ahead', undefined]])
    expect(due(room, launch(room, base).page)).toEqual([])
  })

  it('is also for new words of what readers see already, and not for words written after the launch', () => {
    const { room, live, base } = evening()
    room.edit([setField(room.get(live), live, 'text', 'New words.'), setField(room.get(live), live, 'embargo', six)])
    room.now = six
    expect(due(room, base)).toEqual([
      ['ahead', undefined],
      ['live', undefined],
    ])
    const launched = launch(room, base).page
    room.now = addMinutes(six, 2)
    room.edit([setField(room.get(live), live, 'text', 'Newer words.')])
    expect(due(room, launched)).toEqual([])
  })

  it('is not for what stands below the page’s limit of briefs', () => {
    const room = new Newsroom({ show: 1 })
    room.now = addMinutes(six, -60)
    room.brief('22:30', 'above')
    const below = room.brief('22:00', 'below')
    room.edit([setField(room.get(below), below, 'embargo', six)])
    const { page } = launch(room)
    room.now = six
    expect(due(room, page)).toEqual([])
  })

  it('says what else holds a brief back, and leaves out what was retracted, discarded or retimed', () => {
    const { room, ahead, base } = evening()
    room.now = six
    room.edit(setStatus(room.get(ahead), ahead, 'draft'))
    expect(due(room, base)).toEqual([['ahead', 'draft']])
    room.edit(setStatus(room.get(ahead), ahead, 'retracted'))
    expect(due(room, base)).toEqual([])
    room.edit(setStatus(room.get(ahead), ahead, 'ready'))
    room.edit(discard(room.get(ahead)))
    expect(due(room, base)).toEqual([])
    const other = room.brief('23:59', 'other')
    room.edit(retime(room.get(other), '2026-04-15T18:00:00.000Z', room.now))
    expect(due(room, base)).toEqual([])
  })

  it('is no news after a week', () => {
    const { room, base } = evening()
    room.now = addMinutes(six, 8 * 1440)
    expect(due(room, base)).toEqual([])
  })

  it('ends for one brief where only that is launched, and all else stays as readers see it', () => {
    const { room, live, ahead, base } = evening()
    const other = room.brief('22:40', 'other')
    room.edit([setField(room.get(other), other, 'embargo', addMinutes(six, 1))])
    room.edit([setField(room.get(live), live, 'text', 'Not yet.')])
    room.now = addMinutes(six, 5)
    const only = launch(room, base, { only: new Set([ahead]) })
    expect(only.rows).toMatchObject([{ kind: 'added', id: ahead }])
    expect(only.held).toEqual([])
    expect(only.page.briefs.map(({ kicker, text }) => [kicker, text])).toEqual([
      ['ahead', 'What happened with ahead.'],
      ['live', 'What happened with live.'],
    ])
    expect(due(room, only.page)).toEqual([['other', undefined]])
  })
})

describe('going out by itself', () => {
  const note = { embargo: six, held: undefined }
  const before = addMinutes(six, -60)
  it('is for a channel that says so, and an embargo that ended while the desk was open, just now', () => {
    expect(goesByItself(note, { due: 'launch' }, before, six)).toBe(true)
    expect(goesByItself(note, { due: 'wait' }, before, six)).toBe(false)
    expect(goesByItself({ ...note, held: 'draft' }, { due: 'launch' }, before, six)).toBe(false)
    expect(goesByItself(note, { due: 'launch' }, addMinutes(six, 1), addMinutes(six, 2))).toBe(false)
    expect(goesByItself(note, { due: 'launch' }, before, addMinutes(six, grace + 1))).toBe(false)
  })

  it('never is before its minute or after the grace, whenever the desk was opened', () => {
    const minute = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(minute, minute, (opened, now) => {
        const goes = goesByItself(note, { due: 'launch' }, addMinutes(six, opened), addMinutes(six, now))
        expect(goes).toBe(opened < 0 && now >= 0 && now <= grace)
      }),
    )
  })
})

describe('only some', () => {
  it('leaves the rest as the site has it, whatever was done to it', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('text', 'draft', 'discard', 'retract', 'new'), fc.nat(5)), { maxLength: 12 })
    fc.assert(
      fc.property(acts, fc.nat(5), (done, picked) => {
        const room = new Newsroom()
        const ids = ['22:00', '21:50', '21:40', '21:30', '21:20', '21:10'].map((time) => room.brief(time, time))
        const base = launch(room).page
        for (const [act, index] of done) {
          const id = ids[index]!
          if (act === 'text') room.edit([setField(room.get(id), id, 'text', `Words of ${String(room.log.length)}.`)])
          else if (act === 'draft') room.edit(setStatus(room.get(id), id, 'draft'))
          else if (act === 'discard') room.edit(discard(room.get(id)))
          else if (act === 'retract') room.edit(setStatus(room.get(id), id, 'retracted'))
          else room.brief('22:30', 'new')
        }
        const only = new Set([ids[picked]!])
        const { page, rows } = launch(room, base, { only })
        const others = (one: Page) => one.briefs.filter(({ record }) => !only.has(record))
        expect(others(page)).toEqual(others(base))
        expect(rows.every(({ id }) => only.has(id))).toBe(true)
        expect([page.lead, page.discussion, page.channel]).toEqual([base.lead, base.discussion, base.channel])
      }),
    )
  })

  it('begins a new day with what its board carries', () => {
    const room = new Newsroom({ keep: 2 })
    for (const time of ['22:00', '21:50', '21:40']) room.brief(time, time)
    const base = launch(room).page
    room.now = '2026-04-16T03:00:00.000Z'
    const first = room.brief('06:00', 'first', { day: '2026-04-16' })
    const board = room.board(base, base, '2026-04-16')
    const { page, changed } = review(board, base, { ...noChoices, only: new Set([first]) }, room.now)
    expect(changed).toBe(true)
    expect(page.briefs.map(({ kicker }) => kicker)).toEqual(['first', '22:00'])
  })
})

it('what comes is listed nearest first, without what was retracted or has fallen due', () => {
  const room = new Newsroom()
  const made = ['23:50', '23:10', '23:59', '22:00'].map((time) => room.brief(time, time))
  room.edit(setStatus(room.get(made[2]!), made[2]!, 'retracted'))
  expect(later(room.board().own, room.now).map(({ brief }) => brief.kicker)).toEqual(['23:10', '23:50'])
})
