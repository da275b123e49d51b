import { beforeEach, describe, expect, it } from 'vitest'
import { discard, moveAbove, newBrief, setField, setStatus, toShelf } from '../../src/core/acts.ts'
import { at as stateAt, valueOf, type RecordState } from '../../src/core/change.ts'
import { actsOf, changesOf, compareRails, restore, restoreRows, stateAfter, type ComparedRow } from '../../src/core/history.ts'
import type { RecordId } from '../../src/core/ids.ts'
import { board, type Board } from '../../src/core/rail.ts'
import { channelKey, day, home, Newsroom } from './newsroom.ts'

let newsroom: Newsroom
let id: RecordId

beforeEach(() => {
  newsroom = new Newsroom()
  id = newsroom.brief('22:30', 'Congo')
})

const set = (field: string, to: string, more: Parameters<Newsroom['edit']>[1] = {}, record = id) =>
  newsroom.edit([setField(newsroom.get(record), record, field, to)], more)
const changes = () => changesOf(newsroom.log, id)
const acts = () => actsOf(changes())

describe('the history of a record', () => {
  it('is its own changes, with the sets of that record alone', () => {
    const other = newsroom.brief('21:00', 'Riga')
    newsroom.edit([id, other].flatMap((one) => setStatus(newsroom.get(one), one, 'draft')))
    expect(changes().map((change) => change.act)).toEqual(['new', 'status'])
    expect(changes().every((change) => change.sets.every((one) => one.record === id))).toBe(true)
  })

  it('joins the pauses of one visit, from what stood before it to what it left', () => {
    for (const text of ['Tal', 'Talks', 'Talks go on.']) set('text', text, { step: 'visit' })
    set('kicker', 'Kinshasa', { step: 'visit' })
    const last = acts().at(-1)!
    expect(last.fields.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['text', 'What happened with Congo.', 'Talks go on.'],
      ['kicker', 'Congo', 'Kinshasa'],
    ])
    expect(acts()).toHaveLength(2)
  })

  it('keeps two visits apart where somebody else wrote between', () => {
    set('text', 'One.', { step: 'visit' })
    set('text', 'Two.', { step: 'theirs', by: 'library/person-ben' })
    set('text', 'Three.', { step: 'visit' })
    expect(acts().map(({ by }) => by.slice(-3))).toEqual(['ana', 'ana', 'ben', 'ana'])
  })

  it('leaves out what came to nothing', () => {
    set('text', 'Typed.', { step: 'visit' })
    set('text', 'What happened with Congo.', { step: 'visit' })
    expect(acts()).toHaveLength(1)
  })
})

describe('restoring a record', () => {
  const bringBack = (then: RecordState, field?: string) => newsroom.edit(restore(newsroom.get(id), then, newsroom.now, field))
  const first = (): RecordState => stateAfter(changes(), acts()[0]!.id, id)!

  it('brings back one field, or all, as one edit over what stands now', () => {
    set('text', 'Other words.')
    set('kicker', 'Kinshasa')
    bringBack(first(), 'text')
    expect([valueOf(newsroom.get(id), 'text'), valueOf(newsroom.get(id), 'kicker')]).toEqual(['What happened with Congo.', 'Kinshasa'])
    bringBack(first())
    expect(valueOf(newsroom.get(id), 'kicker')).toBe('Congo')
    expect(restore(newsroom.get(id), first(), newsroom.now)).toEqual([])
  })

  it('goes back onto the rail from the shelf, at its time', () => {
    newsroom.brief('21:00', 'Riga')
    newsroom.edit(toShelf(newsroom.get(id), channelKey))
    bringBack(first())
    expect(newsroom.kickers()).toEqual(['Congo', 'Riga'])
  })

  it('goes to its old time, and to where that belongs', () => {
    newsroom.brief('22:00', 'Riga')
    newsroom.edit([setField(newsroom.get(id), id, 'at', `${day}T17:00:00.000Z`), ...moveAbove(newsroom.get(id), home, undefined)])
    bringBack(first())
    expect(newsroom.kickers()).toEqual(['Congo', 'Riga'])
  })

  it('leaves retracted what was retracted since, and keeps an embargo and what readers were told', () => {
    newsroom.edit([
      setField(newsroom.get(id), id, 'corrections', [{ at: newsroom.now, note: 'It was Goma.' }]),
      setField(newsroom.get(id), id, 'embargo', `${day}T23:00:00.000Z`),
    ])
    newsroom.edit([...setStatus(newsroom.get(id), id, 'retracted'), setField(newsroom.get(id), id, 'text', 'Gone.')])
    bringBack(first())
    const fields = ['text', 'status', 'embargo', 'corrections'].map((field) => valueOf(newsroom.get(id), field))
    expect(fields).toEqual(['What happened with Congo.', 'retracted', `${day}T23:00:00.000Z`, [{ at: newsroom.now, note: 'It was Goma.' }]])
  })
})

describe('a rail as it stood', () => {
  const noon = `${day}T12:00:00.000Z`
  let kicks: Record<string, RecordId>
  const then = (): Board => board(stateAt(newsroom.log, noon), newsroom.context())
  const compared = (): ComparedRow[] => compareRails(then(), newsroom.board(), (one) => newsroom.records.get(one))
  const told = () => compared().map(({ change, row }) => `${row.brief.kicker}: ${change}`)

  beforeEach(() => {
    newsroom = new Newsroom()
    newsroom.now = noon
    kicks = Object.fromEntries(['D', 'C', 'B', 'A'].map((kicker, index) => [kicker, newsroom.brief(`1${String(index)}:00`, kicker)]))
    newsroom.now = `${day}T13:00:00.000Z`
  })

  it('is compared with the rail now', () => {
    set('text', 'New words.', {}, kicks.A)
    newsroom.edit(discard(newsroom.get(kicks.B!)))
    newsroom.edit(setStatus(newsroom.get(kicks.C!), kicks.C!, 'retracted'))
    newsroom.edit(newBrief(channelKey, day, 'new', { kicker: 'E' }, newsroom.now))
    expect(told()).toEqual(['A: changed', 'B: removed', 'C: retracted', 'D: same', 'E: added'])
  })

  it('comes back in words, status and place by one edit, ticked ones alone', () => {
    set('text', 'New words.', {}, kicks.A)
    newsroom.edit(setStatus(newsroom.get(kicks.A!), kicks.A!, 'draft'))
    newsroom.edit(discard(newsroom.get(kicks.B!)))
    newsroom.edit(discard(newsroom.get(kicks.C!)))
    newsroom.edit(moveAbove(newsroom.get(kicks.D!), home, kicks.A))
    expect(newsroom.kickers()).toEqual(['D', 'A'])
    const ticked = compared().filter(({ row }) => row.brief.kicker !== 'C')
    newsroom.edit(restoreRows(then(), newsroom.board(), ticked, newsroom.now))
    expect(newsroom.kickers()).toEqual(['A', 'B', 'D'])
    expect([valueOf(newsroom.get(kicks.A!), 'text'), valueOf(newsroom.get(kicks.A!), 'status')]).toEqual(['What happened with A.', 'ready'])
  })

  it('brings nothing back that was retracted since', () => {
    newsroom.edit(setStatus(newsroom.get(kicks.C!), kicks.C!, 'retracted'))
    expect(restoreRows(then(), newsroom.board(), compared(), newsroom.now)).toEqual([])
  })
})
