import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { discard, setField } from '../../src/core/acts.ts'
import { conflictsOf, valueOf } from '../../src/core/change.ts'
import { addDays } from '../../src/core/clock.ts'
import type { DeliveryState } from '../../src/core/contract/delivery.ts'
import { recordIds } from '../../src/core/ids.ts'
import { freshFolder, Office } from './office.ts'

async function delivered(office: Office, state: DeliveryState['state']): Promise<DeliveryState> {
  const find = () =>
    office.events.flatMap((event) => (event.kind === 'delivery' ? [event.delivery] : [])).findLast((delivery) => delivery.state === state)
  for (;;) {
    const found = find()
    if (found !== undefined) return found
    await new Promise<void>((resolve) => {
      const stop = office.host.on(() => {
        stop()
        resolve()
      })
    })
  }
}

describe('a library', () => {
  it('is founded with one channel and the person’s name, and opens again with every word', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.host.close()
    await office.host.open(office.folder)
    const view = await office.view()
    expect(view.records.map((record) => record.id)).toContain(id)
    expect(valueOf(await office.record(id), 'kicker')).toBe('Congo')
    const person = (await office.ask('hello', {})).person
    expect(valueOf(await office.record(person), 'name')).toBe('Ana')
  })

  it('answers calls that need one with what to do while none is open', async () => {
    const office = await Office.open({ empty: true })
    expect(await office.call('view', {})).toMatchObject({ ok: false, error: { code: 'no-library' } })
  })

  it('is not made anew where a recent one is gone', async () => {
    const office = await Office.open()
    await office.host.close()
    await rm(office.folder, { recursive: true })
    const { recent } = await office.ask('hello', {})
    expect(recent).toMatchObject([{ title: 'World', gone: true }])
    expect(await office.call('openLibrary', { recent: recent[0]!.id })).toMatchObject({ ok: false, error: { code: 'not-a-library' } })
    expect(await office.call('openLibrary', { recent: 'abc' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('is told apart from one that another desk has open', async () => {
    const one = await Office.open()
    await one.brief('Congo')
    const other = await Office.open({ empty: true })
    expect(await other.host.open(one.folder)).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect((await other.ask('hello', {})).refused).toMatchObject({ failure: { code: 'locked' } })
    expect(await other.host.open(one.folder, { readOnly: true })).toMatchObject({ ok: true })
    expect((await other.view()).records.length).toBeGreaterThan(0)
    expect(
      await other.call('edit', { step: 's', sets: [setField(undefined, recordIds.rail(other.channel, other.day), 'prompt', 'x')] }),
    ).toMatchObject({
      ok: false,
      error: { code: 'read-only' },
    })
  })

  it('tries the sample day, dated today', async () => {
    const office = await Office.open({ empty: true })
    await office.ask('openSample', {})
    const view = await office.view()
    expect((await office.ask('hello', {})).library).toMatchObject({ sample: true })
    expect(view.records.filter((record) => record.id.startsWith(`${view.channel}/${view.day}/brief-`)).length).toBeGreaterThan(5)
    await office.ask('openSample', {})
  })

  it('stays open as it was where opening it for writing fails', async () => {
    const one = await Office.open()
    const other = await Office.open({ empty: true })
    await other.host.open(one.folder, { readOnly: true })
    expect(await other.host.open(one.folder)).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect((await other.view()).channel).toBe(one.channel)
  })

  it('that is another desk’s sample is left alone', async () => {
    const settings = await freshFolder()
    const [one, other] = [await Office.open({ empty: true, settings }), await Office.open({ empty: true, settings })]
    await one.ask('openSample', {})
    await one.view()
    await other.ask('openSample', {})
    const id = await one.brief('still here')
    const folder = one.host.folder ?? ''
    await one.host.close()
    await one.host.open(folder)
    expect(valueOf(await one.record(id), 'kicker')).toBe('still here')
  })

  it('shows today though an earlier day is damaged beyond rebuilding', async () => {
    const office = await Office.open()
    const yesterday = addDays(office.day, -1)
    await office.brief('last night', yesterday)
    await office.brief('today')
    await office.host.close()
    for (const part of ['days', 'history']) {
      const folder = join(office.folder, part, office.channel)
      for (const name of await readdir(folder)) if (name.startsWith(yesterday)) await writeFile(join(folder, name), 'garbled')
    }
    await office.host.open(office.folder)
    expect((await office.view()).records.some((record) => valueOf(record, 'kicker') === 'today')).toBe(true)
    await office.launch()
    expect((await office.ask('days', { channel: office.channel, month: office.day.slice(0, 7) })).days.map((note) => note.day)).toContain(
      office.day,
    )
    expect(await office.call('view', { channel: office.channel, day: yesterday })).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect((await office.ask('hello', {})).library?.problems).not.toEqual([])
  })
})

describe('edits', () => {
  it('reach every window as numbered events, in order', async () => {
    const office = await Office.open()
    const { n } = await office.view()
    await Promise.all(['a', 'b', 'c'].map((kicker) => office.brief(kicker)))
    const changes = office.events.filter((event) => event.n > n)
    expect(changes.map((event) => event.kind)).toEqual(['change', 'change', 'change'])
    expect(changes.map((event) => event.n)).toEqual([n + 1, n + 2, n + 3])
    expect((await office.view()).n).toBe(n + 3)
  })

  it('of one field by two windows that did not know of each other are a conflict, not a loss', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    const opened = await office.record(id)
    await office.edit([setField(opened, id, 'text', 'One wording.')])
    await office.edit([setField(opened, id, 'text', 'Another wording.')])
    const [conflict] = conflictsOf(await office.record(id))
    expect(conflict?.writes.map((write) => write.value)).toEqual(['Another wording.', 'One wording.'])
  })

  it('that cannot be are refused by name of the field', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    expect(await office.call('edit', { step: 's', sets: [setField(await office.record(id), id, 'link', 'ftp://x')] })).toMatchObject({
      ok: false,
      error: { code: 'refused', field: `${id} link` },
    })
    await office.brief('a second')
    expect(
      await office.call('edit', {
        step: 's',
        sets: [setField(await office.record(recordIds.channel(office.channel)), recordIds.channel(office.channel), 'zone', 'UTC')],
      }),
    ).toMatchObject({ ok: false, error: { code: 'refused', field: 'zone' } })
  })
})

describe('undo', () => {
  it('works across a restart, one step a card visit, and redo brings it back', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    for (const text of ['A', 'A new', 'A new text.']) await office.set(id, 'text', text, 'visit')
    await office.host.close()
    await office.host.open(office.folder)
    const rail = { channel: office.channel, day: office.day }
    expect(await office.ask('undo', rail)).toMatchObject({ kind: 'done', act: { name: 'words', record: id } })
    expect(valueOf(await office.record(id), 'text')).toBe('About Congo.')
    expect(await office.ask('redo', rail)).toMatchObject({ kind: 'done', act: { name: 'words', record: id }, left: [] })
    expect(valueOf(await office.record(id), 'text')).toBe('A new text.')
    expect(await office.ask('redo', rail)).toEqual({ kind: 'nothing' })
  })

  it('names an act from before the last launch first', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.launch()
    const rail = { channel: office.channel, day: office.day }
    const asked = await office.ask('undo', rail)
    expect(asked).toMatchObject({ kind: 'ask', why: 'launched', act: { name: 'new', record: id } })
    if (asked.kind !== 'ask') throw new Error('not asked')
    expect(await office.ask('undo', { ...rail, sure: asked.sure })).toMatchObject({ kind: 'done' })
  })

  it('brings back what was discarded', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.edit(discard(await office.record(id)), 'discard')
    await office.ask('undo', { channel: office.channel, day: office.day })
    expect(valueOf(await office.record(id), 'place')).toMatchObject({ rail: `${office.channel}/${office.day}` })
  })
})

describe('launch', () => {
  it('numbers editions, and sends the same one again where nothing changed', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    const first = await office.launch()
    expect(first).toMatchObject({ again: false })
    expect(await office.launch()).toMatchObject({ again: true, edition: { id: first.edition.id } })
    await office.brief('Riga')
    expect((await office.launch()).edition.id).toMatch(/^2-/)
    expect((await office.view()).site?.id).toMatch(/^2-/)
  })

  it('asked for twice at once makes one edition', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    const [one, other] = await Promise.all([office.launch(), office.launch()])
    expect([one.again, other.again].sort()).toEqual([false, true])
    expect(one.edition.id).toBe(other.edition.id)
  })

  it('keeps an edition’s bundle, and makes it again where it is lost', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    const { edition } = await office.launch()
    const file = join(office.folder, 'editions', office.channel, office.day, `${edition.id}.zip`)
    const before = await readFile(file)
    await rm(file)
    await office.launch()
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('holds back what another window is editing now', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.ask('editing', { record: id }, 'other')
    expect((await office.view()).editing).toEqual([id])
    await office.launch()
    expect((await office.view()).base?.briefs).toEqual([])
    office.host.drop('other')
    await office.launch()
    expect((await office.view()).base?.briefs.map((brief) => brief.kicker)).toEqual(['Congo'])
  })

  it('shows in the preview what would be launched, and with drafts what would not', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    const draft = await office.brief('Rumour')
    await office.set(draft, 'status', 'draft')
    const rail = { channel: office.channel, day: office.day }
    expect((await office.ask('preview', { ...rail, drafts: false })).html).not.toContain('Rumour')
    expect((await office.ask('preview', { ...rail, drafts: true })).html).toContain('Rumour')
  })

  it('carries yesterday’s briefs into the morning', async () => {
    const office = await Office.open()
    const yesterday = addDays(office.day, -1)
    await office.brief('last night', yesterday)
    await office.launch()
    expect((await office.view()).base?.briefs.map((brief) => brief.kicker)).toEqual(['last night'])
  })
})

describe('a target', () => {
  async function withTarget(): Promise<{ office: Office; folder: string; target: string }> {
    const folder = await freshFolder()
    const office = await Office.open({ picker: { folder: () => Promise.resolve(folder) } })
    const { target = '' } = await office.ask('chooseTarget', { channel: office.channel, name: 'website' })
    return { office, folder, target }
  }

  it('gets the bundle, and an older day a folder of its own', async () => {
    const { office, folder, target } = await withTarget()
    await office.brief('Congo')
    const { edition } = await office.launch([target])
    await delivered(office, 'sent')
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('Congo')
    expect(valueOf(await office.record(target), 'sent')).toMatchObject({ '': { edition: edition.id } })
    expect(valueOf(await office.record(target), 'sending')).toBeUndefined()
    const yesterday = addDays(office.day, -1)
    await office.brief('last night', yesterday)
    office.events.length = 0
    await office.ask('launch', { channel: office.channel, day: yesterday, unticked: [], taken: [], targets: [target] })
    await delivered(office, 'sent')
    expect(await readFile(join(folder, yesterday, 'index.html'), 'utf8')).toContain('last night')
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('Congo')
  })

  it('that holds another desk’s edition is not written until a person has seen whose it is', async () => {
    const one = await withTarget()
    await one.office.brief('theirs')
    await one.office.launch([one.target])
    await delivered(one.office, 'sent')
    const office = await Office.open({ picker: { folder: () => Promise.resolve(one.folder) } })
    const { target = '' } = await office.ask('chooseTarget', { channel: office.channel, name: 'website' })
    await office.brief('ours')
    const { edition } = await office.launch([target])
    expect((await delivered(office, 'disagrees')).stands).toMatchObject({ kind: 'other', title: 'World' })
    expect(await readFile(join(one.folder, 'index.html'), 'utf8')).toContain('theirs')
    await office.ask('deliver', { target, edition: edition.id, day: office.day, anyway: true })
    await delivered(office, 'sent')
    expect(await readFile(join(one.folder, 'index.html'), 'utf8')).toContain('ours')
  })

  it('cannot be the library itself, nor anything of the sample’s', async () => {
    const holder = await freshFolder()
    const office = await Office.open({ folder: join(holder, 'library'), picker: { folder: () => Promise.resolve(holder) } })
    expect(await office.call('chooseTarget', { channel: office.channel, name: 'website' })).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
    await office.ask('openSample', {})
    const sample = await office.view()
    expect(await office.call('chooseTarget', { channel: sample.channel, name: 'website' })).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
  })

  it('that cannot be written says why, and is offered again', async () => {
    const { office, folder, target } = await withTarget()
    await office.brief('Congo')
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file where the folder was')
    const { edition } = await office.launch([target])
    expect((await delivered(office, 'failed')).message).not.toBe('')
    await rm(folder)
    await mkdir(folder)
    await office.ask('deliver', { target, edition: edition.id, day: office.day, anyway: false })
    await delivered(office, 'sent')
  })
})
