import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/core/clock.ts'
import { homes } from '../../src/core/ids.ts'
import { rowOf } from '../../src/core/rail.ts'
import { allToShelf, copyToRail, moveToRail, shiftTimes } from '../../src/core/several.ts'
import { Office } from './office.ts'

async function kickers(office: Office, day: string): Promise<string[]> {
  const { records } = await office.view(day)
  const on = homes.day(office.channel, day)
  const rows = records.filter((record) => record.id.includes('/brief-')).map(rowOf)
  return rows.filter(({ brief: { place } }) => place !== undefined && 'rail' in place && place.rail === on).map(({ brief }) => brief.kicker)
}

const undo = (office: Office) => office.ask('undo', { channel: office.channel, day: office.day })

describe('an act on several briefs', () => {
  it('is taken back by one undo, which tells what it was', async () => {
    const office = await Office.open()
    const ids = [await office.brief('Congo'), await office.brief('Riga')]
    const rows = await Promise.all(ids.map(async (id) => rowOf(await office.record(id))))
    await office.edit(shiftTimes(rows, -10, new Date().toISOString()), 'shift')
    expect(await undo(office)).toMatchObject({ kind: 'done', act: { name: 'retimed', records: 2, minutes: -10 } })
    expect(await Promise.all(ids.map(async (id) => rowOf(await office.record(id)).at))).toEqual(rows.map(({ at }) => at))
  })

  it('that moved or copied to another day is found by undo on the rail it was made on', async () => {
    const office = await Office.open()
    const tomorrow = addDays(office.day, 1)
    const to = { channel: office.channel, day: tomorrow, sameTime: false }
    const rows = [rowOf(await office.record(await office.brief('Congo')))]
    const made = homes.day(office.channel, office.day)
    const now = new Date().toISOString()
    await office.edit(copyToRail(rows, to, new Map(), now, { made, keys: ['copy'] }), 'copy')
    expect([await kickers(office, tomorrow), await kickers(office, office.day)]).toEqual([['Congo'], ['Congo']])
    expect(await undo(office)).toMatchObject({ kind: 'done', act: { name: 'copied' } })
    expect(await kickers(office, tomorrow)).toEqual([])
    await office.edit(moveToRail(rows, to, new Map(), now), 'move')
    expect([await kickers(office, tomorrow), await kickers(office, office.day)]).toEqual([['Congo'], []])
    expect(await undo(office)).toMatchObject({ kind: 'done', act: { name: 'otherRail' } })
    expect(await kickers(office, office.day)).toEqual(['Congo'])
  })
})

describe('kickers used lately', () => {
  it('are those of two weeks and the shelf, most used first', async () => {
    const office = await Office.open()
    await office.brief('Riga')
    await office.brief('Congo')
    await office.brief('Congo', addDays(office.day, -1))
    await office.brief('Congo', addDays(office.day, -13))
    await office.brief('long ago', addDays(office.day, -14))
    const shelved = await office.brief('state archive')
    await office.edit(allToShelf([rowOf(await office.record(shelved))], office.channel))
    const { kickers: found } = await office.ask('kickers', { channel: office.channel, day: office.day })
    expect(found[0]).toBe('Congo')
    expect(found.toSorted()).toEqual(['Congo', 'Riga', 'state archive'])
  })
})

describe('a limit of briefs on the page', () => {
  it('holds in what is launched', async () => {
    const office = await Office.open()
    for (const kicker of ['Congo', 'Riga', 'Toll']) await office.brief(kicker)
    await office.set(`library/channel-${office.channel}`, 'show', 2)
    await office.launch()
    expect((await office.view()).base?.briefs).toHaveLength(2)
    expect(await kickers(office, office.day)).toHaveLength(3)
  })
})
