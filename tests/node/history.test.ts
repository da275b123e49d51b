import { describe, expect, it } from 'vitest'
import { discard, setField, setStatus, toRail, toShelf } from '../../src/core/acts.ts'
import { valueOf, type RecordState } from '../../src/core/change.ts'
import { addDays } from '../../src/core/clock.ts'
import type { RailThen } from '../../src/core/contract/view.ts'
import type { RecordId } from '../../src/core/ids.ts'
import { recordIds } from '../../src/core/ids.ts'
import { Office } from './office.ts'

const railAt = (office: Office, at: string): Promise<RailThen> => office.ask('railAt', { channel: office.channel, day: office.day, at })
const find = (records: readonly RecordState[], id: RecordId): RecordState | undefined => records.find((record) => record.id === id)
const kicker = (rail: RailThen, id: RecordId) => valueOf(find(rail.records, id), 'kicker')
/** Past the present millisecond, so that what follows is later by the clock. */
async function later(): Promise<string> {
  const now = new Date().toISOString()
  while (new Date().toISOString() === now) await Promise.resolve()
  return now
}

describe('the history of a record', () => {
  it('names who did what and when, oldest first, after a restart as well', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.set(id, 'kicker', 'Kinshasa', 'visit')
    const other = await office.brief('Riga')
    await office.edit([id, other].map((one) => setStatus(undefined, one, 'draft')[0]!))
    await office.host.close()
    await office.host.open(office.folder)
    const { changes } = await office.ask('history', { record: id })
    expect(changes.map(({ act }) => act)).toEqual(['new', 'words', 'status'])
    expect(changes[1]).toMatchObject({ step: 'visit', sets: [{ record: id, field: 'kicker', from: 'Congo', to: 'Kinshasa' }] })
    expect(changes.every(({ sets }) => sets.every((set) => set.record === id))).toBe(true)
    const { person } = await office.ask('hello', {})
    expect(changes.map(({ by }) => by)).toEqual([person, person, person])
    expect(valueOf(await office.record(person), 'name')).toBe('Ana')
    expect([...changes].sort((a, b) => (a.at < b.at ? -1 : 1))).toEqual(changes)
  })

  it('of a record without writes is empty', async () => {
    const office = await Office.open()
    expect(await office.ask('history', { record: recordIds.lead(office.channel, office.day) })).toEqual({ changes: [] })
  })
})

describe('a rail as it stood', () => {
  it('shows words and places of a minute, with what left the rail since and where it is now', async () => {
    const office = await Office.open()
    const [congo, riga, toll] = [await office.brief('Congo'), await office.brief('Riga'), await office.brief('Toll')]
    const before = await later()
    await office.set(congo, 'kicker', 'Kinshasa')
    await office.edit(discard(await office.record(riga)))
    await office.edit(toRail(await office.record(toll), office.channel, addDays(office.day, -1), new Date().toISOString()))
    const added = await office.brief('Late')
    const rail = await railAt(office, before)
    expect([congo, riga, toll].map((id) => kicker(rail, id))).toEqual(['Congo', 'Riga', 'Toll'])
    expect(find(rail.records, added)).toBeUndefined()
    expect(valueOf(find(rail.records, riga), 'place')).toMatchObject({ rail: `${office.channel}/${office.day}` })
    expect(valueOf(find(rail.now, riga), 'place')).toBeUndefined()
    expect(valueOf(find(rail.now, toll), 'place')).toMatchObject({ rail: `${office.channel}/${addDays(office.day, -1)}` })
    expect(valueOf(await office.record(congo), 'kicker')).toBe('Kinshasa')
  })

  it('shows a guest of another home that has gone back since', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo', addDays(office.day, -1))
    const moved = async (sets: Parameters<Office['edit']>[0]) => {
      await office.edit(sets)
      return find((await office.view(addDays(office.day, -1))).records, id)!
    }
    const there = await moved([setField(undefined, id, 'note', 'For today.')])
    const here = await moved(toRail(there, office.channel, office.day, new Date().toISOString()))
    const before = await later()
    await moved(toShelf(here, office.channel))
    expect(kicker(await railAt(office, before), id)).toBe('Congo')
  })

  it('is that of an edition where one is named, with the page that stood on the site', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    const { edition } = await office.launch()
    await later()
    await office.set(id, 'kicker', 'Kinshasa')
    await office.launch()
    const rail = await railAt(office, edition.id)
    expect(rail.at).toBe(edition.at)
    expect(kicker(rail, id)).toBe('Congo')
    expect(rail.base?.briefs.map((brief) => brief.kicker)).toEqual(['Congo'])
  })

  it('refuses an edition that the day does not have', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    expect(await office.call('railAt', { channel: office.channel, day: office.day, at: `9-${'0'.repeat(16)}` })).toMatchObject({
      ok: false,
      error: { code: 'not-found', field: 'at' },
    })
  })
})
