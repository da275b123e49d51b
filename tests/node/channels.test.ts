import { describe, expect, it } from 'vitest'
import { channelsInUse, newChannel, setArchived } from '../../src/core/channels.ts'
import type { Records } from '../../src/core/change.ts'
import type { EditSet } from '../../src/core/edit.ts'
import { Office } from './office.ts'

const fields = { title: 'العالم', railTitle: 'اقرأ أيضًا', language: 'ar', zone: 'Asia/Beirut', site: 'https://example.org/ar' }

async function recordsOf(office: Office): Promise<Records> {
  return new Map((await office.view()).records.map((record) => [record.id, record]))
}
const titles = async (office: Office) => channelsInUse((await recordsOf(office)).values()).map(({ title }) => title)
const edit = async (office: Office, make: (records: Records) => EditSet[]) =>
  office.call('edit', { step: String(Math.random()), sets: make(await recordsOf(office)) })

describe('channels at a desk', () => {
  it('are added and archived, and each is taken back by undo on any rail', async () => {
    const office = await Office.open()
    await edit(office, (records) => newChannel(records, 'ar1', fields))
    expect(await titles(office)).toEqual(['World', 'العالم'])
    await edit(office, (records) => setArchived(records, 'ar1', true))
    expect(await titles(office)).toEqual(['World'])
    const rail = { channel: office.channel, day: office.day }
    expect(await office.ask('undo', rail)).toMatchObject({ kind: 'done', act: { name: 'channelArchived' } })
    expect(await titles(office)).toEqual(['World', 'العالم'])
    expect(await office.ask('undo', rail)).toMatchObject({ kind: 'done', act: { name: 'channelAdded' } })
    expect(await titles(office)).toEqual(['World'])
    // The desk's only channel is nobody's to take back.
    expect(await office.ask('undo', rail)).toEqual({ kind: 'nothing' })
    expect(await office.ask('redo', rail)).toMatchObject({ kind: 'done', act: { name: 'channelAdded' } })
    expect(await titles(office)).toEqual(['World', 'العالم'])
  })

  it('keep one in use, and show it where none is asked for', async () => {
    const office = await Office.open()
    const first = office.channel
    expect(await edit(office, (records) => setArchived(records, first, true))).toMatchObject({
      ok: false,
      error: { code: 'refused', field: 'archived' },
    })
    await edit(office, (records) => newChannel(records, 'ar1', fields))
    expect(await edit(office, (records) => setArchived(records, first, true))).toMatchObject({ ok: true })
    expect((await office.ask('view', {})).channel).toBe('ar1')
    expect((await office.ask('hello', {})).library?.title).toBe('العالم')
  })

  it('that hold something are not taken back whole', async () => {
    const office = await Office.open()
    await edit(office, (records) => newChannel(records, 'ar1', fields))
    await office.brief('Congo')
    const rail = { channel: office.channel, day: office.day }
    expect(await office.ask('undo', rail)).toMatchObject({ kind: 'done' })
    expect(await office.ask('undo', rail)).toMatchObject({ kind: 'done', act: { name: 'channelAdded' } })
    expect(await office.ask('undo', rail)).toEqual({ kind: 'nothing' })
  })
})
