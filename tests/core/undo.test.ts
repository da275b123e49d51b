import { describe, expect, it } from 'vitest'
import { discard, moveAbove, setField } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import { nextRedo, nextUndo } from '../../src/core/undo.ts'
import { home, Newsroom } from './newsroom.ts'

function press(room: Newsroom, find: typeof nextUndo): boolean {
  const found = find(room.log, room.by, room.records)
  if (found === undefined) return false
  room.record(found.inverse.sets, { undoes: found.changes.map((change) => change.id) })
  return true
}
const undo = (room: Newsroom) => press(room, nextUndo)
const redo = (room: Newsroom) => press(room, nextRedo)
const kicker = (room: Newsroom, id: string) => valueOf(room.get(id), 'kicker')

describe('undo and redo', () => {
  it('takes back act after act and brings them back in turn', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'one')
    for (const word of ['two', 'three']) room.edit([setField(room.get(id), id, 'kicker', word)])
    undo(room)
    expect(kicker(room, id)).toBe('two')
    undo(room)
    expect(kicker(room, id)).toBe('one')
    redo(room)
    expect(kicker(room, id)).toBe('two')
    redo(room)
    expect(kicker(room, id)).toBe('three')
    expect(redo(room)).toBe(false)
    undo(room)
    expect(kicker(room, id)).toBe('two')
    redo(room)
    expect(kicker(room, id)).toBe('three')
  })

  it('takes a whole visit to a card as one step', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'Congo')
    for (const text of ['T', 'Ta', 'Talks']) room.edit([setField(room.get(id), id, 'text', text)], { step: 'visit' })
    room.edit([setField(room.get(id), id, 'kicker', 'Goma')], { step: 'visit' })
    undo(room)
    expect(kicker(room, id)).toBe('Congo')
    expect(valueOf(room.get(id), 'text')).toBe('What happened with Congo.')
  })

  it('forgets what could be redone once something new is done', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'one')
    room.edit([setField(room.get(id), id, 'kicker', 'two')])
    undo(room)
    room.edit([setField(room.get(id), id, 'note', 'new')])
    expect(redo(room)).toBe(false)
    undo(room)
    expect(valueOf(room.get(id), 'note')).toBeUndefined()
  })

  it('is for this person’s own acts only, and passes over what others wrote over', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('21:00', 'b')]
    room.edit(moveAbove(room.get(b), home, a))
    room.edit([setField(room.get(a), a, 'kicker', 'mine')])
    room.by = 'library/person-ben'
    room.edit([setField(room.get(a), a, 'kicker', 'his')])
    room.by = 'library/person-ana'
    const found = nextUndo(room.log, room.by, room.records)
    expect(found?.passed.map((left) => left.record)).toEqual([a])
    undo(room)
    expect(kicker(room, a)).toBe('his')
    expect(room.kickers()).toEqual(['his', 'b'])
  })

  it('passes over an act that came to nothing', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'one')
    room.edit([setField(room.get(id), id, 'kicker', 'two')])
    room.edit([setField(room.get(id), id, 'note', 'begun')], { step: 'visit' })
    room.edit([setField(room.get(id), id, 'note', undefined)], { step: 'visit' })
    undo(room)
    expect(kicker(room, id)).toBe('one')
  })

  it('brings a discarded brief back to its place', () => {
    const room = new Newsroom()
    room.brief('22:00', 'a')
    const id = room.brief('21:00', 'b')
    room.brief('20:00', 'c')
    room.edit(discard(room.get(id)))
    undo(room)
    expect(room.kickers()).toEqual(['a', 'b', 'c'])
  })
})
