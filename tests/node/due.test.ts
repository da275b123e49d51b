/** What falls due while a desk is open, and while none is. The clock is the test's, and so are the timers. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newBrief, setField } from '../../src/core/acts.ts'
import { addMinutes } from '../../src/core/clock.ts'
import type { EmbargoNote } from '../../src/core/contract/embargo.ts'
import type { DeskEvent } from '../../src/core/contract/event.ts'
import { recordIds } from '../../src/core/ids.ts'
import { freshFolder, Office } from './office.ts'

const six = '2026-04-15T03:00:00.000Z'
let time = six

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  time = addMinutes(six, -30)
})
afterEach(() => {
  vi.useRealTimers()
})

/** A desk that people have open half an hour before six, on a channel that lets go what falls due. */
async function morning(due: 'launch' | 'wait' = 'launch'): Promise<Office> {
  const office = await Office.open({ kind: 'web', now: () => time })
  await office.set(recordIds.channel(office.channel), 'due', due)
  return office
}

async function ahead(office: Office, kicker: string, embargo = six): Promise<string> {
  const key = kicker.toLowerCase()
  const brief = { at: embargo, kicker, text: `About ${kicker}.`, status: 'ready' as const }
  await office.edit(newBrief(office.channel, office.day, key, brief, time), key)
  return `${office.channel}/${office.day}/brief-${key}`
}

/** The desk's minute comes round at a time. */
async function comes(at: string): Promise<void> {
  time = at
  await vi.advanceTimersByTimeAsync(60_100)
}

const isDue = (event: DeskEvent) => event.kind === 'due'
type DueEvent = Extract<DeskEvent, { kind: 'due' }>

/** What the desk told of something that fell due. */
function told(office: Office): Promise<DueEvent> {
  const before = office.events.find(isDue)
  if (before !== undefined) return Promise.resolve(before)
  return new Promise((resolve) => {
    office.host.on((event) => {
      if (event.kind === 'due') resolve(event)
    })
  })
}

/** Whatever the desk is about ends with its closing; then it is open again. */
async function again(office: Office): Promise<void> {
  await office.host.close()
  await office.host.open(office.folder)
}

async function launched(office: Office): Promise<string[]> {
  const { base } = await office.view(office.day)
  return base?.briefs.map(({ kicker }) => kicker) ?? []
}

async function notes(office: Office): Promise<Partial<EmbargoNote>[]> {
  const { embargoes } = await office.ask('embargoes', {})
  return embargoes.map(({ kicker, state, held }) => ({ kicker, state, ...(held === undefined ? {} : { held }) }))
}

describe('an embargo that ends while the desk is open', () => {
  it('lets out its brief and nothing else, to the channel’s targets', async () => {
    const site = await freshFolder()
    const office = await Office.open({ kind: 'web', now: () => time, picker: { folder: () => Promise.resolve(site) } })
    await office.set(recordIds.channel(office.channel), 'due', 'launch')
    await office.ask('chooseTarget', { channel: office.channel, name: 'website' })
    await ahead(office, 'Congo')
    await ahead(office, 'Later', addMinutes(six, 60))
    await office.edit(
      newBrief(office.channel, office.day, 'live', { at: addMinutes(time, -5), kicker: 'Riga', text: 'Riga.', status: 'ready' }, time),
    )
    expect(await notes(office)).toEqual([
      { kicker: 'Congo', state: 'ahead' },
      { kicker: 'Later', state: 'ahead' },
    ])
    await comes(six)
    expect(await told(office)).toMatchObject({
      day: office.day,
      records: [`${office.channel}/${office.day}/brief-congo`],
      outcome: { ok: true },
    })
    expect(await launched(office)).toEqual(['Congo'])
    await vi.waitUntil(() => office.events.some((event) => event.kind === 'delivery' && event.delivery.state === 'sent'))
    expect(await readFile(join(site, 'rail.json'), 'utf8')).toContain('About Congo.')
    expect(await notes(office)).toEqual([{ kicker: 'Later', state: 'ahead' }])
  })

  it('waits for a launch where the channel says so', async () => {
    const office = await morning('wait')
    await ahead(office, 'Congo')
    await comes(six)
    await again(office)
    expect(await launched(office)).toEqual([])
    expect(await notes(office)).toEqual([{ kicker: 'Congo', state: 'fallen' }])
  })

  it('keeps back a draft and what somebody is editing, and says so, also once that is over', async () => {
    const office = await morning()
    const [draft, edited] = [await ahead(office, 'Draft'), await ahead(office, 'Edited')]
    await office.set(draft, 'status', 'draft')
    await office.ask('editing', { record: edited }, 'two')
    await ahead(office, 'Congo')
    await comes(six)
    expect((await told(office)).records).toHaveLength(1)
    expect(await notes(office)).toEqual([
      { kicker: 'Edited', state: 'fallen', held: 'editing' },
      { kicker: 'Draft', state: 'fallen', held: 'draft' },
    ])
    await office.ask('editing', {}, 'two')
    await office.set(draft, 'status', 'ready')
    expect((await notes(office)).map(({ state }) => state)).toEqual(['fallen', 'fallen'])
    await comes(addMinutes(six, 1))
    await again(office)
    expect(await launched(office)).toEqual(['Congo'])
  })

  it('is missed where the laptop slept over it, or nobody had a desk open', async () => {
    const office = await morning()
    await ahead(office, 'Slept')
    await comes(addMinutes(six, 6))
    await again(office)
    expect(await launched(office)).toEqual([])
    await ahead(office, 'Closed', addMinutes(six, 20))
    await office.host.close()
    time = addMinutes(six, 21)
    await office.host.open(office.folder)
    await comes(addMinutes(six, 22))
    await again(office)
    expect(await launched(office)).toEqual([])
    expect(await notes(office)).toEqual([
      { kicker: 'Slept', state: 'fallen' },
      { kicker: 'Closed', state: 'fallen' },
    ])
    await office.ask('launch', {
      channel: office.channel,
      day: office.day,
      unticked: [],
      taken: [],
      only: [`${office.channel}/${office.day}/brief-slept`],
      targets: [],
    })
    expect(await launched(office)).toEqual(['Slept'])
    expect(await notes(office)).toEqual([{ kicker: 'Closed', state: 'fallen' }])
  })

  it('is noticed shortly after a short sleep, and once however the clock is set', async () => {
    const office = await morning()
    await ahead(office, 'Congo')
    await comes(addMinutes(six, 4))
    await told(office)
    await comes(addMinutes(six, -10))
    await comes(six)
    await again(office)
    expect(office.events.filter(isDue)).toHaveLength(1)
    expect((await office.ask('editions', { channel: office.channel, day: office.day })).editions).toHaveLength(1)
  })

  it('tells why its brief did not go out, and tries no second time', async () => {
    const office = await morning()
    await ahead(office, 'Congo')
    const folder = join(office.folder, 'editions')
    await rm(folder, { recursive: true, force: true })
    await writeFile(folder, 'in the way')
    await comes(six)
    expect(await told(office)).toMatchObject({ outcome: { ok: false } })
    await rm(folder)
    await mkdir(folder)
    await comes(addMinutes(six, 1))
    await again(office)
    expect(await notes(office)).toEqual([{ kicker: 'Congo', state: 'fallen' }])
  })

  it('lets nothing out from a desk that is open for one command', async () => {
    const office = await Office.open({ now: () => time })
    await office.set(recordIds.channel(office.channel), 'due', 'launch')
    await ahead(office, 'Congo')
    await comes(six)
    await again(office)
    expect(await launched(office)).toEqual([])
  })
})

it('yesterday’s rail is looked at past midnight', async () => {
  time = '2026-04-15T20:30:00.000Z'
  const office = await morning()
  const embargo = '2026-04-15T21:10:00.000Z'
  await ahead(office, 'Night', embargo)
  await comes(embargo)
  expect(await told(office)).toMatchObject({ day: '2026-04-15', outcome: { ok: true } })
})

it('a retraction that a target was not sent can still be read there', async () => {
  const site = await freshFolder()
  const office = await Office.open({ now: () => time, picker: { folder: () => Promise.resolve(site) } })
  const { target } = await office.ask('chooseTarget', { channel: office.channel, name: 'website' })
  const kept = { at: addMinutes(time, -5), text: 'Words.', status: 'ready' as const }
  await office.edit(newBrief(office.channel, office.day, 'a', { ...kept, kicker: 'Congo' }, time))
  await office.edit(newBrief(office.channel, office.day, 'b', { ...kept, kicker: 'Riga' }, time))
  await office.launch([target!])
  await vi.waitUntil(() => office.events.some((event) => event.kind === 'delivery' && event.delivery.state === 'sent'))
  expect(await office.ask('readable', {})).toEqual({ readable: [] })
  const id = `${office.channel}/${office.day}/brief-a`
  await office.edit([setField(await office.record(id), id, 'status', 'retracted')])
  const { edition } = await office.launch()
  expect((await office.ask('readable', {})).readable).toMatchObject([{ record: id, kicker: 'Congo', target, edition: edition.id }])
  await office.ask('deliver', { target: target!, edition: edition.id, day: office.day, anyway: false })
  await vi.waitUntil(() => office.events.filter((event) => event.kind === 'delivery' && event.delivery.state === 'sent').length === 2)
  expect(await office.ask('readable', {})).toEqual({ readable: [] })
})
