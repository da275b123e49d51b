import { describe, expect, it } from 'vitest'
import { discard, moveAbove, retime, setField, setPinned, sortBack, toRail, toShelf } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import { EditError } from '../../src/core/edit.ts'
import { outOfOrder } from '../../src/core/timeline.ts'
import { channelKey, day, home, Newsroom } from './newsroom.ts'

const at = (time: string) => new Date(`${day}T${time}:00+03:00`).toISOString()

function refused(act: () => unknown): EditError {
  try {
    act()
  } catch (error) {
    if (error instanceof EditError) return error
  }
  throw new Error('The edit was accepted.')
}

describe('placing', () => {
  it('puts a new brief at its time, whatever order they come in', () => {
    const room = new Newsroom()
    room.brief('20:00', 'two')
    room.brief('21:00', 'one')
    room.brief('19:00', 'four')
    room.brief('19:30', 'three')
    expect(room.kickers()).toEqual(['one', 'two', 'three', 'four'])
  })

  it('moves the brief that was dragged and no other', () => {
    const room = new Newsroom()
    const ids = ['22:00', '21:00', '20:00', '19:00'].map((time) => room.brief(time, time))
    const before = new Map(room.records)
    room.edit(moveAbove(room.get(ids[3]!), home, ids[0]))
    expect(room.kickers()).toEqual(['19:00', '22:00', '21:00', '20:00'])
    expect([...room.records].filter(([id, record]) => before.get(id) !== record).map(([id]) => id)).toEqual([ids[3]])
    expect(outOfOrder(room.board().own)).toEqual(new Set([ids[3]]))
    room.edit(sortBack(room.get(ids[3]!)))
    expect(room.kickers()).toEqual(['22:00', '21:00', '20:00', '19:00'])
  })

  it('takes a retimed brief to its new place, and never to another rail', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'late')
    room.brief('21:00', 'middle')
    room.edit(retime(room.get(id), '2026-04-14T10:00:00.000Z', room.now))
    expect(room.kickers()).toEqual(['middle', 'late'])
    expect(room.board().own[1]!.brief.place).toMatchObject({ rail: home })
  })

  it('keeps pinned briefs on top and sends an unpinned one back to its time', () => {
    const room = new Newsroom()
    const old = room.brief('08:00', 'old')
    room.brief('21:00', 'new')
    room.edit(setPinned(room.get(old), true))
    room.brief('22:00', 'newest')
    expect(room.kickers()).toEqual(['old', 'newest', 'new'])
    room.edit(setPinned(room.get(old), false))
    expect(room.kickers()).toEqual(['newest', 'new', 'old'])
  })

  it('shelves, discards and brings back without losing the words', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'Congo')
    room.edit(toShelf(room.get(id), channelKey))
    expect(room.kickers()).toEqual([])
    room.edit(discard(room.get(id)))
    expect(valueOf(room.get(id), 'place')).toBeUndefined()
    room.edit(toRail(room.get(id), channelKey, day, room.now))
    expect(room.kickers()).toEqual(['Congo'])
    expect(valueOf(room.get(id), 'text')).toBe('What happened with Congo.')
  })

  it('ranks equal ranks anew when something is put between them', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    const rank = { rail: home, rank: 'a0' }
    const set = (record: string) => ({ record, field: 'place', to: rank, after: room.get(record).fields.place!.map((write) => write.id) })
    room.record([set(a), set(b)])
    const c = room.brief('10:00', 'c')
    room.edit(moveAbove(room.get(c), home, b))
    expect(room.kickers()).toEqual(['a', 'c', 'b'])
  })
})

describe('embargo', () => {
  it('comes with a time ahead of now, moves with it, and goes when the time does', () => {
    const room = new Newsroom()
    room.now = at('20:00')
    const id = room.brief('23:00', 'later')
    expect(valueOf(room.get(id), 'embargo')).toBe(at('23:00'))
    room.edit(retime(room.get(id), at('23:30'), room.now))
    expect(valueOf(room.get(id), 'embargo')).toBe(at('23:30'))
    room.edit(retime(room.get(id), at('19:00'), room.now))
    expect(valueOf(room.get(id), 'embargo')).toBeUndefined()
  })

  it('stays where a person set it apart from the time', () => {
    const room = new Newsroom()
    const id = room.brief('19:00', 'embargoed')
    room.edit([setField(room.get(id), id, 'embargo', at('23:00'))])
    room.edit(retime(room.get(id), at('18:00'), room.now))
    expect(valueOf(room.get(id), 'embargo')).toBe(at('23:00'))
  })
})

describe('a bad edit', () => {
  it('names the field and changes nothing', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'Congo')
    const changes = room.log.length
    expect(refused(() => room.edit([setField(room.get(id), id, 'link', 'javascript:alert(1)')])).field).toBe('link')
    expect(refused(() => room.edit([setField(room.get(id), id, 'at', '2026-04-15T10:00:30.000Z')])).field).toBe('at')
    expect(refused(() => room.edit([setField(room.get(id), id, 'colour', 'red')])).field).toBe('colour')
    expect(refused(() => room.edit([setField(room.get(id), id, 'place', { rail: 'sport-9/2026-04-15', where: 'time' })])).field).toBe(
      'place',
    )
    expect(refused(() => room.edit([setField(undefined, 'sport-9/2026-04-15/lead', 'headline', 'x')])).field).toBe('headline')
    const set = setField(room.get(id), id, 'kicker', 'Goma')
    expect(refused(() => room.edit([set, set])).field).toBe('kicker')
    expect(room.log).toHaveLength(changes)
  })

  it('keeps control characters that XML forbids out of the words', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'Con\u0007go\uD800')
    expect(valueOf(room.get(id), 'kicker')).toBe('Congo')
  })
})
