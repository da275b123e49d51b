import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicate, setField, setStatus } from '../../src/core/acts.ts'
import { bundle } from '../../src/core/bundle/bundle.ts'
import { removeCorrection, withNote } from '../../src/core/corrections.ts'
import type { Page } from '../../src/core/edition.ts'
import { familyOf, figuresIn, findElsewhere } from '../../src/core/elsewhere.ts'
import { restore } from '../../src/core/history.ts'
import type { RecordId } from '../../src/core/ids.ts'
import { readBrief } from '../../src/core/records.ts'
import { noChoices, type Choices } from '../../src/core/held.ts'
import { markOf } from '../../src/core/mark.ts'
import { review } from '../../src/core/review.ts'
import { reinstate, takeDown } from '../../src/core/takedown.ts'
import { lastTakenDown, nextRedo, nextUndo } from '../../src/core/undo.ts'
import { edition } from './bundle/corpus.ts'
import { withAll } from './bundle/reading.ts'
import { channelKey, day, Newsroom } from './newsroom.ts'

const nextDay = '2026-04-16'
const noted = '2026-04-15T19:00:00.000Z'
const how = { at: noted, reason: 'Libel', notice: 'This item was withdrawn.' }

function launch(room: Newsroom, base?: Page, choices: Partial<Choices> = {}, on = day, earlier?: Page) {
  return review(room.board(base, earlier, on), base, { ...noChoices, ...choices }, room.now)
}

describe('a correction', () => {
  it('is added, rewritten and taken out, each by its instant', () => {
    const one = withNote([], noted, 'A name.')
    expect(one).toEqual([{ at: noted, note: 'A name.' }])
    expect(withNote(one, noted, 'A place.')).toEqual([{ at: noted, note: 'A place.' }])
    expect(withNote(one, noted, ' ')).toEqual([])
    const room = new Newsroom()
    const id = room.brief('22:00', 'a')
    room.edit([
      setField(
        room.get(id),
        id,
        'corrections',
        one.map((note) => ({ ...note })),
      ),
    ])
    room.edit(removeCorrection(room.get(id), noted))
    expect(readBrief(room.get(id)).corrections).toEqual([])
  })

  it('makes a change of words not silent, and once launched has a mark of its own', () => {
    const room = new Newsroom()
    const id = room.brief('22:00', 'a')
    const base = launch(room).page
    room.edit([setField(room.get(id), id, 'text', 'Other words.')])
    expect(launch(room, base).rows).toMatchObject([{ kind: 'reworded', silent: true }])
    room.edit([
      setField(
        room.get(id),
        id,
        'corrections',
        withNote([], noted, 'A name.').map((note) => ({ ...note })),
      ),
    ])
    expect(launch(room, base).rows).toMatchObject([{ kind: 'reworded', silent: false }])
    const { page } = launch(room, base)
    expect(markOf(room.board(page).own[0]!, page.briefs[0], room.channel.zone, room.now)).toBe('corrected')
    room.edit([setField(room.get(id), id, 'kicker', 'b')])
    expect(launch(room, page).rows).toMatchObject([{ kind: 'reworded', silent: true }])
    room.edit([setField(room.get(id), id, 'kicker', 'a'), setField(room.get(id), id, 'tags', ['sea'])])
    expect(launch(room, page).rows).toMatchObject([{ kind: 'reworded', silent: false }])
  })
})

describe('a launch of some alone', () => {
  it('leaves everything else as the site has it, whatever was done', () => {
    const act = fc.constantFrom('text', 'retract', 'draft', 'discard')
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.boolean()), { minLength: 1, maxLength: 6 }), (acts) => {
        const room = new Newsroom()
        const ids = acts.map((_, index) => room.brief(`1${String(index)}:00`, `b${String(index)}`))
        const base = launch(room).page
        acts.forEach(([what], index) => {
          const id = ids[index]!
          if (what === 'text') room.edit([setField(room.get(id), id, 'text', 'Other words.')])
          else if (what === 'discard') room.edit([setField(room.get(id), id, 'place', undefined)])
          else room.edit(setStatus(room.get(id), id, what === 'retract' ? 'retracted' : 'draft'))
        })
        room.edit([setField(room.records.get('library/channel-world-1'), 'library/channel-world-1', 'railTitle', 'Other title')])
        room.brief('23:30', 'new')
        const only = new Set<RecordId>(ids.filter((_, index) => acts[index]![1]))
        const { page } = launch(room, base, { only })
        const others = ({ briefs }: Page) => briefs.filter(({ record }) => !only.has(record))
        expect(others(page)).toEqual(others(base))
        expect(page.channel).toEqual(base.channel)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a brief that is taken down', () => {
  it('is kept by no launch: not by one of others alone, not unticked, not on a new day', () => {
    const room = new Newsroom()
    const [bad, other] = [room.brief('22:00', 'bad'), room.brief('21:00', 'other')]
    const base = launch(room).page
    room.edit(takeDown(room.get(bad), { ...how, notice: '' }))
    const shown = (choices: Partial<Choices>, on = day) => launch(room, base, choices, on, base).page.briefs.map(({ kicker }) => kicker)
    expect(shown({ only: new Set([other]) })).toEqual(['other'])
    expect(shown({ unticked: new Set([bad]) })).toEqual(['other'])
    room.now = '2026-04-16T04:00:00.000Z'
    const next = room.brief('06:00', 'next', { day: nextDay })
    expect(shown({ only: new Set([next]) }, nextDay)).toEqual(['next', 'other'])
  })

  function withdrawn(notice: string): { room: Newsroom; id: RecordId; base: Page } {
    const room = new Newsroom()
    const id = room.brief('22:00', 'Congo')
    room.brief('21:00', 'Riga')
    const base = launch(room).page
    room.edit(takeDown(room.get(id), { ...how, notice }))
    return { room, id, base }
  }

  it('just goes, or leaves a notice in its place, which all outputs show instead of its words', () => {
    const gone = withdrawn('')
    expect(launch(gone.room, gone.base).page.briefs.map(({ kicker }) => kicker)).toEqual(['Riga'])
    const { room, id, base } = withdrawn(how.notice)
    const { rows, page } = launch(room, base)
    expect(rows).toMatchObject([{ kind: 'retracted', id, before: { kicker: 'Congo' }, after: { retracted: { notice: how.notice } } }])
    // What tells readers and desks nothing of single briefs.
    const silent = ['rail.schema.json', 'news-sitemap.xml', 'manifest.json']
    for (const [path, bytes] of bundle(withAll(edition(page)))) {
      const text = new TextDecoder().decode(bytes)
      expect(text, path).not.toContain('Congo')
      if (!silent.includes(path)) expect(text, path).toContain(how.notice)
    }
    expect(launch(room, page).changed).toBe(false)
  })

  it('is told of on the rails that showed it, and on no new day', () => {
    const { room, base } = withdrawn(how.notice)
    const { page } = launch(room, base)
    room.now = '2026-04-16T05:00:00.000Z'
    expect(launch(room, page, {}, nextDay, page).page.briefs.map(({ kicker }) => kicker)).toEqual(['Riga'])
  })

  it('stays so whatever is written, restored or undone, until it is reinstated', () => {
    const { room, id } = withdrawn('')
    const then = room.get(id)
    expect(readBrief(then).status).toBe('retracted')
    room.edit(setStatus(room.get(id), id, 'draft'))
    room.edit(setStatus(room.get(id), id, 'ready'))
    room.edit(restore(room.get(id), then, room.now))
    expect(readBrief(room.get(id)).status).toBe('retracted')
    expect(takeDown(room.get(id), how)).toEqual([])
    room.edit(reinstate(room.get(id)))
    expect(readBrief(room.get(id)).status).toBe('ready')
  })

  it('is passed over by undo, and redo does not reach past it', () => {
    const { room, id } = withdrawn('')
    expect(lastTakenDown(room.log, room.by)).toBe(id)
    const undo = nextUndo(room.log, room.by, room.records)!
    expect(undo.changes.every(({ sets }) => sets.every(({ field }) => field !== 'takenDown'))).toBe(true)
    const undone = room.record(undo.inverse.sets, { undoes: undo.changes.map((change) => change.id) })
    expect(lastTakenDown(room.log, room.by)).toBeUndefined()
    expect(nextRedo(room.log, room.by, room.records)?.changes).toEqual([undone])
    room.edit(reinstate(room.get(id)))
    room.edit(takeDown(room.get(id), how))
    expect(nextRedo(room.log, room.by, room.records)).toBeUndefined()
  })
})

describe('what stands elsewhere', () => {
  it('counts as the same figure what is written otherwise, and not what says too little', () => {
    expect([...figuresIn('1,240 ships, 1\u00a0240 men, 12.5% and 7% in 2026, at 22:41, by 3 of 12.')]).toEqual([
      '1240',
      '12.5%',
      '7%',
      '12',
    ])
  })

  it('is of the family of copies, both ways and however far', () => {
    const room = new Newsroom()
    const a = room.brief('22:00', 'a')
    room.edit(duplicate(room.get(a), channelKey, nextDay, 'b'))
    const b = `${channelKey}/${nextDay}/brief-b`
    room.edit(duplicate(room.get(b), channelKey, nextDay, 'c'))
    const c = `${channelKey}/${nextDay}/brief-c`
    for (const one of [a, b, c]) expect(familyOf(room.records.values(), one)).toEqual(new Set([a, b, c]))
    const other = room.brief('20:00', 'other', { text: 'Something else altogether.' })
    const found = findElsewhere(a, ['What happened.'], new Set([a, b, c]), room.records.values())
    expect(found.map(({ record, why }) => [record, why])).toEqual([
      [a, 'itself'],
      [b, 'copy'],
      [c, 'copy'],
    ])
    expect(found.map(({ record }) => record)).not.toContain(other)
  })
})
