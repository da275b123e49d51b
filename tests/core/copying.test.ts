import { describe, expect, it } from 'vitest'
import { setField } from '../../src/core/acts.ts'
import { conflictsOf } from '../../src/core/change.ts'
import { copyDiscussion, copyLead } from '../../src/core/copying.ts'
import { recordIds } from '../../src/core/ids.ts'
import { readLead, readRail } from '../../src/core/records.ts'
import { nextUndo } from '../../src/core/undo.ts'
import { channelKey, day, Newsroom } from './newsroom.ts'

const nextDay = '2026-04-16'
const [from, to] = [recordIds.lead(channelKey, day), recordIds.lead(channelKey, nextDay)]
const rail = recordIds.rail(channelKey, nextDay)

function set(room: Newsroom, id: string, fields: Record<string, string>): void {
  room.edit(Object.entries(fields).map(([field, value]) => setField(room.records.get(id), id, field, value)))
}

describe('a lead copied to another rail', () => {
  it('is a draft of the same words there, and what it is here stays', () => {
    const room = new Newsroom()
    set(room, from, { headline: 'Ferries resume', body: 'At dawn.', imageAlt: 'A ferry', status: 'ready' })
    room.edit(copyLead(room.board().lead, to, undefined))
    const words = { headline: 'Ferries resume', body: 'At dawn.', imageAlt: 'A ferry' }
    expect(readLead(room.get(to), to)).toMatchObject({ ...words, status: 'draft' })
    expect(readLead(room.get(from), from)).toMatchObject({ ...words, status: 'ready' })
  })

  it('replaces the one there without a conflict, and undo on that rail brings it back', () => {
    const room = new Newsroom()
    set(room, from, { headline: 'Ferries resume', status: 'ready' })
    set(room, to, { headline: 'Trains stop', standfirst: 'For a day.', status: 'ready' })
    room.edit(copyLead(room.board().lead, to, room.get(to)))
    expect(readLead(room.get(to), to)).toMatchObject({ headline: 'Ferries resume', standfirst: '', status: 'draft' })
    expect(conflictsOf(room.get(to))).toEqual([])
    const there = room.log.filter((change) => change.sets.some(({ record }) => record === to))
    room.record(nextUndo(there, room.by, room.records)!.inverse.sets)
    expect(readLead(room.get(to), to)).toMatchObject({ headline: 'Trains stop', standfirst: 'For a day.', status: 'ready' })
  })

  it('leaves a lead of the same words as it is, so itself too', () => {
    const room = new Newsroom()
    set(room, from, { headline: 'Ferries resume', status: 'ready' })
    expect(copyLead(room.board().lead, from, room.get(from))).toEqual([])
  })

  it('meets words that were written there meanwhile as a conflict, and loses neither', () => {
    const room = new Newsroom()
    set(room, from, { headline: 'Ferries resume' })
    const sets = copyLead(room.board().lead, to, undefined)
    set(room, to, { headline: 'Trains stop' })
    room.edit(sets)
    expect(conflictsOf(room.get(to)).map(({ field }) => field)).toEqual(['headline'])
  })
})

describe('a discussion copied to another rail', () => {
  it('says there what it shows here, the channel’s own words too', () => {
    const room = new Newsroom({ emptyState: 'Be the first.' })
    set(room, recordIds.rail(channelKey, day), { prompt: 'Your view?', discussion: 'closed' })
    set(room, rail, { prompt: 'Another view?' })
    room.edit(copyDiscussion(room.board().discussion, rail, room.get(rail)))
    const copied = { prompt: 'Your view?', emptyState: 'Be the first.', discussion: 'closed' }
    expect(readRail(room.get(rail), rail)).toMatchObject(copied)
    expect(copyDiscussion(room.board().discussion, rail, room.get(rail))).toEqual([])
  })
})
