import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discard, moveAbove, retimeInPlace, setField, setPinned, setStatus, takeOff } from '../../src/core/acts.ts'
import type { Page } from '../../src/core/edition.ts'
import { recordIds } from '../../src/core/ids.ts'
import { noChoices, type Choices } from '../../src/core/held.ts'
import { markOf } from '../../src/core/mark.ts'
import { review } from '../../src/core/review.ts'
import { channelKey, day, home, Newsroom } from './newsroom.ts'

const nextDay = '2026-04-16'
const kickers = (page: Page) => page.briefs.map((brief) => brief.kicker)

function launch(room: Newsroom, base?: Page, choices: Partial<Choices> = {}, on = day, earlier?: Page) {
  return review(room.board(base, earlier, on), base, { ...noChoices, ...choices }, room.now)
}

describe('the launch review', () => {
  it('says what readers will see against the last edition', () => {
    const room = new Newsroom()
    const [a, b, c, d, e] = ['22:00', '21:00', '20:00', '19:00', '18:00'].map((time) => room.brief(time, `b${time.slice(0, 2)}`)) as [
      string,
      string,
      string,
      string,
      string,
    ]
    const base = launch(room).page
    room.edit([setField(room.get(a), a, 'text', 'Other words.')])
    room.edit(discard(room.get(b)))
    room.edit(setStatus(room.get(c), c, 'retracted'))
    room.edit(retimeInPlace(room.get(d), '2026-04-15T15:30:00.000Z', room.now))
    room.edit(moveAbove(room.get(e), home, a))
    room.brief('22:30', 'new')
    const { rows, page } = launch(room, base)
    expect(rows.map((row) => row.kind)).toEqual(['retracted', 'removed', 'added', 'reworded', 'retimed', 'moved'])
    expect(kickers(page)).toEqual(['new', 'b18', 'b22', 'b19'])
  })

  it('finds nothing changed where nothing did', () => {
    const room = new Newsroom()
    room.brief('22:00', 'a')
    const base = launch(room).page
    room.now = '2026-04-15T21:00:00.000Z'
    expect(launch(room, base)).toMatchObject({ changed: false, rows: [], page: base })
  })

  it('keeps published and dates only what changed', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    room.brief('21:00', 'b')
    const base = launch(room).page
    const first = room.now
    room.now = '2026-04-15T21:00:00.000Z'
    room.edit([setField(room.get(a), a, 'text', 'Other words.')])
    expect(launch(room, base).page.briefs.map(({ published, updated }) => [published, updated])).toEqual([
      [first, room.now],
      [first, first],
    ])
  })
})

describe('what was retracted', () => {
  it('is told on by later editions of the day, with when it was first and last on the site', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    const first = launch(room).page
    expect(first.retracted).toBeUndefined()
    room.now = '2026-04-15T21:00:00.000Z'
    room.edit(setStatus(room.get(a), a, 'retracted'))
    const second = launch(room, first).page
    expect(second.retracted).toEqual([{ record: a, published: '2026-04-15T20:00:00.000Z', at: '2026-04-15T21:00:00.000Z' }])
    room.now = '2026-04-15T22:00:00.000Z'
    room.edit(setStatus(room.get(b), b, 'retracted'))
    const third = launch(room, second).page
    expect(third.retracted?.map(({ record, at }) => [record, at])).toEqual([
      [a, '2026-04-15T21:00:00.000Z'],
      [b, '2026-04-15T22:00:00.000Z'],
    ])
    expect(launch(room, third)).toMatchObject({ changed: false })
  })

  it('is no longer told of once it is back', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    const first = launch(room).page
    room.edit(setStatus(room.get(a), a, 'retracted'))
    const second = launch(room, first).page
    room.edit(setStatus(room.get(a), a, 'ready'))
    expect(launch(room, second).page.retracted).toBeUndefined()
  })

  it('is told of for two days after its own', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    const first = launch(room).page
    room.edit(setStatus(room.get(a), a, 'retracted'))
    const second = launch(room, first).page
    room.now = '2026-04-16T19:00:00.000Z'
    expect(launch(room, second, {}, nextDay, second).page.retracted?.map(({ record }) => record)).toEqual([a])
    room.now = '2026-04-18T19:00:00.000Z'
    expect(launch(room, second, {}, '2026-04-18', second).page.retracted).toBeUndefined()
  })

  it('is not what was only taken off or never was on the site', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    const first = launch(room).page
    const never = room.brief('20:00', 'never')
    room.edit(setStatus(room.get(never), never, 'retracted'))
    room.edit(discard(room.get(a)))
    const next = launch(room, first)
    expect(kickers(next.page)).toEqual(['b'])
    expect(next.page.retracted).toBeUndefined()
    expect(b).toBe(next.page.briefs[0]?.record)
  })

  it('may be the lead', () => {
    const room = new Newsroom()
    const id = recordIds.lead(channelKey, day)
    room.brief('22:00', 'a')
    room.edit([setField(undefined, id, 'headline', 'Ferries resume'), setField(undefined, id, 'status', 'ready')])
    const first = launch(room).page
    room.edit([setField(room.get(id), id, 'status', 'retracted')])
    expect(launch(room, first).page.retracted?.map(({ record }) => record)).toEqual([id])
  })
})

describe('what a channel has made', () => {
  it('is frozen where it is not the standard', () => {
    const room = new Newsroom()
    room.brief('22:00', 'a')
    const id = recordIds.channel(channelKey)
    const base = launch(room).page
    expect(base.channel.outputs).toBeUndefined()
    room.edit([setField(room.get(id), id, 'outputs', ['text', 'page'])])
    const next = launch(room, base)
    expect(next.page.channel.outputs).toEqual(['page', 'text'])
    expect(next.rows.map(({ kind }) => kind)).toEqual(['channel'])
  })
})

describe('held back', () => {
  it('keeps the last edition’s words of a live brief, and leaves out what never was live', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    const base = launch(room).page
    room.edit([setField(room.get(a), a, 'kicker', 'half')])
    room.edit(setStatus(room.get(a), a, 'draft'))
    room.edit(setStatus(room.get(b), b, 'draft'))
    const draft = room.brief('22:30', 'draft', { status: 'draft' })
    const { page, held } = launch(room, base)
    expect(kickers(page)).toEqual(['a', 'b'])
    expect(held).toEqual([
      { id: draft, reason: 'draft', live: false },
      { id: a, reason: 'draft', live: true },
      { id: b, reason: 'draft', live: true },
    ])
    expect(kickers(launch(room, base, { taken: new Set([draft]) }).page)).toEqual(['draft', 'a', 'b'])
  })

  it('never lets out what is under embargo or has no words, even when it is taken', () => {
    const room = new Newsroom()
    const later = room.brief('23:59', 'later')
    const bare = room.brief('20:00', 'bare', { text: '' })
    const { page, held } = launch(room, undefined, { taken: new Set([later, bare]) })
    expect(page.briefs).toEqual([])
    expect(held.map((one) => one.reason)).toEqual(['embargo', 'incomplete'])
  })

  it('holds an open conflict in words that readers see, and what somebody is editing', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    room.edit([{ record: a, field: 'text', to: 'One.', after: [] }])
    const { held } = launch(room, undefined, { editing: new Set([b]) })
    expect(held.map((one) => one.reason)).toEqual(['conflict', 'editing'])
  })

  it('leaves what is unticked as the site has it, removals and places too', () => {
    const room = new Newsroom()
    const [a, b, c] = ['22:00', '21:00', '20:00'].map((time) => room.brief(time, time)) as [string, string, string]
    const base = launch(room).page
    room.edit(discard(room.get(b)))
    room.edit(moveAbove(room.get(c), home, a))
    const fresh = room.brief('22:30', 'fresh')
    expect(kickers(launch(room, base, { unticked: new Set([b, c, fresh]) }).page)).toEqual(['22:00', '21:00', '20:00'])
  })
})

describe('the morning after', () => {
  it('carries the newest standing briefs, the lead and the discussion of the day before', () => {
    const room = new Newsroom({ keep: 3 })
    for (const time of ['22:00', '21:00', '20:00', '19:00']) room.brief(time, time)
    room.brief('21:30', 'draft', { status: 'draft' })
    const lead = recordIds.lead(channelKey, day)
    room.edit([setField(undefined, lead, 'headline', 'Ferries resume'), setField(undefined, lead, 'status', 'ready')])
    room.edit([setField(undefined, recordIds.rail(channelKey, day), 'prompt', 'What do you think?')])
    const base = launch(room).page
    room.now = '2026-04-16T05:00:00.000Z'
    const board = room.board(base, base, nextDay)
    expect(board.carried.map((row) => [row.brief.kicker, row.carried])).toEqual([
      ['22:00', day],
      ['21:00', day],
      ['20:00', day],
    ])
    expect(board.lead).toMatchObject({ id: lead, carried: day })
    expect(board.discussion.prompt).toBe('What do you think?')
    const first = launch(room, base, {}, nextDay, base)
    expect(first.changed).toBe(true)
    expect(kickers(first.page)).toEqual(['22:00', '21:00', '20:00'])
    expect(first.page.lead?.headline).toBe('Ferries resume')

    room.brief('08:00', 'new', { day: nextDay })
    expect(kickers(launch(room, base, {}, nextDay, base).page)).toEqual(['new', '22:00', '21:00'])
    room.edit(takeOff(room.records, channelKey, nextDay, board.carried[0]!.id))
    expect(kickers(launch(room, base, {}, nextDay, base).page)).toEqual(['new', '21:00', '20:00'])
    expect(room.kickers()).toContain('22:00')
  })

  it('shows yesterday’s correction on both days', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    const base = launch(room).page
    room.edit([setField(room.get(a), a, 'text', 'Corrected.')])
    expect(launch(room, base, {}, nextDay, base).page.briefs[0]!.text).toBe('Corrected.')
    expect(launch(room, base).rows.map((row) => row.kind)).toEqual(['reworded'])
  })

  it('keeps what readers see in view, be it retracted, under embargo or half emptied', () => {
    const room = new Newsroom({ keep: 3 })
    const [a, b, c] = ['22:00', '21:00', '20:00'].map((time) => room.brief(time, time)) as [string, string, string]
    const base = launch(room).page
    room.edit(setStatus(room.get(a), a, 'retracted'))
    room.edit([setField(room.get(b), b, 'embargo', '2026-04-17T05:00:00.000Z')])
    room.edit([setField(room.get(c), c, 'text', '')])
    room.now = '2026-04-16T05:00:00.000Z'
    expect(room.board(base, base, nextDay).carried.map((row) => row.id)).toEqual([a, b, c])
    const first = launch(room, base, {}, nextDay, base)
    expect(first.rows.map((row) => [row.kind, row.id])).toEqual([['retracted', a]])
    expect(kickers(first.page)).toEqual(['21:00', '20:00'])
  })

  it('carries each part of the discussion until it is replaced', () => {
    const room = new Newsroom({ prompt: 'And you?', emptyState: 'Be the first' })
    const say = (on: string, field: string, to: string) => {
      const id = recordIds.rail(channelKey, on)
      room.edit([setField(room.records.get(id), id, field, to)])
    }
    say(day, 'discussion', 'closed')
    say(day, 'emptyState', 'Nobody yet')
    const one = launch(room).page
    say(nextDay, 'prompt', 'What now?')
    const two = launch(room, one, {}, nextDay, one).page
    const third = room.board(two, two, '2026-04-17').discussion
    expect([third.prompt, third.emptyState, third.state]).toEqual(['What now?', 'Nobody yet', 'closed'])
  })

  it('carries nothing where keep is off', () => {
    const room = new Newsroom({ keep: 0 })
    room.brief('22:00', 'a')
    expect(room.board(undefined, undefined, nextDay).carried).toEqual([])
  })
})

describe('a limit of briefs on the page', () => {
  it('cuts what stands below it, in the order of the board, and says so of what readers see', () => {
    const room = new Newsroom({ show: 0 })
    const ids = ['22:00', '21:00', '20:00', '19:00'].map((time) => room.brief(time, time))
    const base = launch(room).page
    const channel = recordIds.channel(channelKey)
    room.edit([setField(room.get(channel), channel, 'show', 2)])
    room.edit(setStatus(room.get(ids[3]!), ids[3]!, 'draft'))
    const { page, rows, cut, held } = launch(room, base)
    expect(kickers(page)).toEqual(['22:00', '21:00'])
    expect(rows.map(({ kind, id }) => [kind, id])).toEqual([
      ['cut', ids[2]],
      ['cut', ids[3]],
    ])
    expect([...cut]).toEqual(ids.slice(2))
    expect(held).toEqual([])
  })

  it('holds for own and carried together, pinned first, whatever is unticked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: 5 })),
        (show, keep, pins, picked) => {
          const room = new Newsroom({ show, keep })
          const old = pins.map((_, index) => room.brief(`1${String(index)}:00`, `old${String(index)}`))
          const base = launch(room).page
          const own = pins.map((pinned, index) => {
            const id = room.brief(`0${String(index)}:00`, `own${String(index)}`, { day: nextDay, status: 'ready' })
            if (pinned) room.edit(setPinned(room.get(id), true))
            return id
          })
          room.now = '2026-04-16T20:00:00.000Z'
          const unticked = new Set(picked.flatMap((index) => [own[index], old[index]].filter((id) => id !== undefined)))
          const board = room.board(base, base, nextDay)
          const choices = { ...noChoices, unticked }
          const all = review({ ...board, channel: { ...board.channel, show: 0 } }, base, choices, room.now).page.briefs
          const shown = review(board, base, choices, room.now).page.briefs
          expect(shown).toEqual(show === 0 ? all : all.slice(0, show))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('marks', () => {
  it('tell how a brief stands to the site', () => {
    const room = new Newsroom()
    const live = room.brief('22:00', 'live')
    const changed = room.brief('21:00', 'changed')
    const held = room.brief('20:00', 'held')
    const base = launch(room).page
    room.edit([setField(room.get(changed), changed, 'text', 'New words.')])
    room.edit(setStatus(room.get(held), held, 'draft'))
    const ready = room.brief('19:00', 'ready')
    const draft = room.brief('18:00', 'draft', { status: 'draft' })
    const later = room.brief('23:30', 'later')
    const before = new Map(base.briefs.map((brief) => [brief.record, brief]))
    const marks = new Map(room.board(base).own.map((row) => [row.id, markOf(row, before.get(row.id), room.channel.zone, room.now)]))
    expect([live, changed, held, ready, draft, later].map((id) => marks.get(id))).toEqual([
      'live',
      'changed',
      'held',
      'ready',
      'draft',
      'embargoed',
    ])
  })
})
