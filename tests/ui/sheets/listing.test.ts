import { describe, expect, it } from 'vitest'
import { discard, setField, setStatus } from '../../../src/core/acts.ts'
import type { Page } from '../../../src/core/edition.ts'
import { noChoices, type Choices } from '../../../src/core/held.ts'
import { review } from '../../../src/core/review.ts'
import { allBut, listing, remarkOf, thingOf } from '../../../src/ui/components/launch/listing.ts'
import { Newsroom } from '../../core/newsroom.ts'

const list = (room: Newsroom, base?: Page, choices: Partial<Choices> = {}) =>
  listing(room.board(base), base, { ...noChoices, ...choices }, room.now)
const pageOf = (room: Newsroom): Page => review(room.board(), undefined, noChoices, room.now).page

describe('the list of a launch', () => {
  it('keeps a row where it is when it is unticked, and leaves it out of what goes', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    const base = pageOf(room)
    for (const id of [a, b]) room.edit([setField(room.get(id), id, 'text', 'Other words.')])
    const all = list(room, base)
    const some = list(room, base, { unticked: new Set([a]) })
    expect(some.rows).toEqual(all.rows)
    expect(some.goes.rows.map((row) => row.id)).toEqual([b])
    expect(some.held).toEqual([])
  })

  it('forgets a tick for what is no longer listed', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    const base = pageOf(room)
    expect(list(room, base, { unticked: new Set([a]) }).unticked.size).toBe(0)
  })

  it('moves what is taken from the held back to the rows', () => {
    const room = new Newsroom()
    const draft = room.brief('22:00', 'draft', { status: 'draft' })
    expect(list(room).held.map((held) => held.id)).toEqual([draft])
    const taken = list(room, undefined, { taken: new Set([draft]) })
    expect(taken.held).toEqual([])
    expect(taken.goes.rows.map((row) => row.id)).toEqual([draft])
  })

  it('lets only the selected go, channel settings apart', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    const base = pageOf(room)
    room.edit(discard(room.get(a)))
    const channel = 'library/channel-world-1'
    room.edit([setField(room.records.get(channel), channel, 'railTitle', 'Also today')])
    room.edit([setField(room.get(b), b, 'text', 'Other words.')])
    const { rows } = list(room, base)
    expect(allBut(rows, new Set([b]))).toEqual(new Set([a]))
    const { goes } = list(room, base, { unticked: allBut(rows, new Set([b])) })
    expect(goes.page.briefs.map((brief) => brief.kicker)).toEqual(['a', 'b'])
    expect(goes.rows.map((row) => row.kind)).toEqual(['channel', 'reworded'])
  })
})

describe('what is said of a launch', () => {
  it('is that nothing changed, that the page would be empty, or that a day begins', () => {
    const room = new Newsroom()
    expect(remarkOf(list(room), undefined)).toBe('emptyPage')
    const a = room.brief('22:00', 'a')
    expect(remarkOf(list(room), undefined)).toBeUndefined()
    const base = pageOf(room)
    expect(remarkOf(list(room, base), base)).toBe('nothing')
    const before = { ...base, day: '2026-04-14' }
    expect(remarkOf(list(room, before), before)).toBe('newDay')
    room.edit(setStatus(room.get(a), a, 'draft'))
    expect(remarkOf(list(room, base), base)).toBe('nothing')
  })

  it('names what a held-back record is', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    const board = room.board()
    expect(thingOf(board, a)).toMatchObject({ kind: 'brief', row: { id: a } })
    expect(thingOf(board, board.lead.id).kind).toBe('lead')
    expect(thingOf(board, 'world-1/2026-04-15/rail').kind).toBe('discussion')
    expect(thingOf(board, 'world-1/2026-04-15/brief-nobody').kind).toBe('gone')
  })
})
