import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { duplicate, setField, toShelf } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import { addDays } from '../../src/core/clock.ts'
import { unzipBundle } from '../../src/core/bundle/bundle.ts'
import { recordIds, type RecordId } from '../../src/core/ids.ts'
import { reinstate } from '../../src/core/takedown.ts'
import { freshFolder, Office } from './office.ts'

/** A folder target of the office's channel. */
async function target(office: Office, key: string): Promise<{ id: RecordId; folder: string }> {
  const folder = join(await freshFolder(), key)
  await mkdir(folder)
  const id = recordIds.target(key)
  await office.host.bindTarget(id, folder)
  const fields = { channel: office.channel, name: key, kind: 'folder' }
  await office.edit(Object.entries(fields).map(([field, to]) => setField(undefined, id, field, to)))
  return { id, folder }
}

/** Launches a day and waits until every target has it. */
async function launched(office: Office, targets: readonly { id: RecordId }[], day = office.day): Promise<void> {
  const { edition } = await office.launch(
    targets.map(({ id }) => id),
    day,
  )
  const arrived = (): boolean =>
    targets.every(({ id }) =>
      office.events.some(
        (event) =>
          event.kind === 'delivery' &&
          event.delivery.target === id &&
          event.delivery.edition === edition.id &&
          event.delivery.state === 'sent',
      ),
    )
  while (!arrived())
    await new Promise<void>((resolve) => {
      const stop = office.host.on(() => {
        stop()
        resolve()
      })
    })
}

/** All that a site serves of a folder, as one text. */
async function served(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((name) => name.isFile()).map((name) => readFile(join(name.parentPath, name.name), 'utf8'))
  return (await Promise.all(files)).join('\n')
}

const down = (office: Office, records: RecordId[], notice = '') => office.ask('takeDown', { records, reason: 'Libel', notice })

describe('a take-down', () => {
  it('goes out on every rail that shows the brief, to every target that has it, and nothing else goes with it', async () => {
    const office = await Office.open()
    const yesterday = addDays(office.day, -1)
    const id = await office.brief('Congo', yesterday)
    const other = await office.brief('Riga')
    const [site, mirror] = [await target(office, 'site'), await target(office, 'mirror')]
    await launched(office, [site, mirror], yesterday)
    await launched(office, [site])
    await office.set(other, 'text', 'Not to go out yet.')
    expect(await served(site.folder)).toContain('About Congo.')

    const { rails, readable } = await down(office, [id])
    expect(rails.map(({ day, sent }) => [day, sent.map(({ name, state }) => [name, state])])).toEqual([
      [office.day, [['site', 'sent']]],
      [yesterday, [['mirror', 'sent']]],
    ])
    expect(readable).toEqual([])
    for (const { folder } of [site, mirror]) expect(await served(folder)).not.toContain('Congo')
    expect(await served(site.folder)).toContain('About Riga.')
    expect(await served(site.folder)).not.toContain('Not to go out yet.')
  })

  it('reaches a day’s own folder, and copies in other channels', async () => {
    const office = await Office.open()
    const yesterday = addDays(office.day, -1)
    const id = await office.brief('Congo', yesterday)
    const site = await target(office, 'site')
    await launched(office, [site], yesterday)
    await office.brief('Riga')
    await launched(office, [site])
    // Again, now into the folder of its day.
    await office.set(id, 'text', 'Other words.')
    await launched(office, [site], yesterday)
    const record = await office.record(id)
    const sport = { channel: 'sport-1' }
    await office.edit(
      Object.entries({ title: 'Sport', railTitle: 'Sport', language: 'en', zone: 'UTC' }).map(([field, to]) =>
        setField(undefined, recordIds.channel(sport.channel), field, to),
      ),
    )
    await office.edit(duplicate(record, sport.channel, office.day, 'copy'))
    const copy = recordIds.brief(`${sport.channel}/${office.day}`, 'copy')
    await office.edit([setField(undefined, copy, 'status', 'ready')])
    await office.ask('launch', { channel: sport.channel, day: office.day, unticked: [], taken: [], targets: [] })

    const found = await office.ask('elsewhere', { record: id })
    expect(
      found.places.map(({ record, why, shows }) => [record, why, shows.map(({ channel, day }) => `${channel} ${day}`).sort()]),
    ).toEqual([
      [id, 'itself', [`${office.channel} ${office.day}`, `${office.channel} ${yesterday}`].sort()],
      [copy, 'copy', [`${sport.channel} ${office.day}`]],
    ])
    const { rails, readable } = await down(office, [id, copy], 'This item was withdrawn.')
    expect(rails).toHaveLength(3)
    expect(readable).toEqual([])
    expect(await readFile(join(site.folder, yesterday, 'index.html'), 'utf8')).toContain('This item was withdrawn.')
    expect(await served(site.folder)).not.toMatch(/Congo|Other words/)
  })

  it('tells where the words can still be read, and tries again', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    const [site, gone, removed] = [await target(office, 'site'), await target(office, 'gone'), await target(office, 'removed')]
    await launched(office, [site, gone, removed])
    await office.edit([setField(undefined, removed.id, 'removed', true)])
    await rm(gone.folder, { recursive: true })

    const first = await down(office, [id])
    expect(first.readable.map(({ name, removed: is }) => [name, is])).toEqual([
      ['gone', false],
      ['removed', true],
    ])
    expect(first.rails[0]?.sent.map(({ name, state }) => [name, state])).toEqual([
      ['gone', 'failed'],
      ['removed', 'failed'],
      ['site', 'sent'],
    ])
    expect((await office.ask('elsewhere', { record: id })).readable).toEqual(first.readable)
    await mkdir(gone.folder)
    const again = await down(office, [id])
    expect(again.rails.map(({ again: same }) => same)).toEqual([true])
    expect(again.readable.map(({ name }) => name)).toEqual(['removed'])
    expect(valueOf(await office.record(id), 'takenDown')).toMatchObject({ reason: 'Libel' })
  })

  it('stays through undo, which says so, and ends by reinstating', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.launch()
    await down(office, [id])
    const here = { channel: office.channel, day: office.day }
    const asked = await office.ask('undo', here)
    expect(asked).toMatchObject({ kind: 'ask', why: 'takenDown', stays: id, act: { name: 'new' } })
    await office.edit([setField(await office.record(id), id, 'status', 'ready')])
    expect((await office.ask('preview', { ...here, drafts: false })).html).not.toContain('Congo')
    await office.edit(reinstate(await office.record(id)))
    expect((await office.ask('preview', { ...here, drafts: false })).html).toContain('About Congo.')
  })

  it('is left out of an earlier edition that is exported, which is not sent again', async () => {
    const office = await Office.open()
    const id = await office.brief('Congo')
    await office.brief('Riga')
    const site = await target(office, 'site')
    const { edition } = await office.launch()
    await down(office, [id])
    const zip = await office.host.bundle(office.channel, office.day, edition.id)
    const page = new TextDecoder().decode(unzipBundle(zip!).get('index.html'))
    expect(page).toContain('About Riga.')
    expect(page).not.toContain('Congo')
    expect(await office.call('deliver', { target: site.id, edition: edition.id, day: office.day, anyway: true })).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
  })
})

describe('where else a brief stands', () => {
  it('finds near-same wording and the same figure in the words that were corrected, on shelves and other days', async () => {
    const office = await Office.open()
    const id = await office.brief('Toll')
    const words = 'The city council has delayed the harbour toll by a year after talks; 1,240 ships are waiting.'
    await office.set(id, 'text', words)
    const same = await office.brief('Harbour', addDays(office.day, -3))
    await office.edit([setField(undefined, same, 'text', words.replace('a year', 'one year'))])
    const shelved = await office.brief('Ships')
    await office.set(shelved, 'text', 'In the bay lie 1240 ships.')
    await office.edit(toShelf(await office.record(shelved), office.channel))
    await office.launch()
    await office.set(id, 'text', 'Other words altogether, and 1,420 ships.')
    const { places } = await office.ask('elsewhere', { record: id })
    expect(places.map(({ record, why, figures }) => [record, why, figures])).toEqual([
      [id, 'itself', ['1420']],
      [same, 'wording', ['1240']],
      [shelved, 'figure', ['1240']],
    ])
    expect(places[0]?.shows).toEqual([{ channel: office.channel, day: office.day, changed: true }])
  })

  it('is mended on its rails alone, with one report', async () => {
    const office = await Office.open()
    const yesterday = addDays(office.day, -1)
    const [id, held] = [await office.brief('Congo', yesterday), await office.brief('Mali', yesterday)]
    const site = await target(office, 'site')
    await launched(office, [site], yesterday)
    await office.edit([setField(undefined, id, 'corrections', [{ at: new Date().toISOString(), note: 'Correction: a name.' }])])
    await office.edit([setField(undefined, held, 'status', 'draft')])
    await office.brief('Late', yesterday)
    const { rails } = await office.ask('launchRails', { rails: [{ channel: office.channel, day: yesterday }], only: [id, held] })
    expect(rails).toMatchObject([{ day: yesterday, held: [{ record: held, reason: 'draft' }], sent: [{ name: 'site', state: 'sent' }] }])
    const text = await served(site.folder)
    expect(text).toContain('Correction: a name.')
    expect(text).not.toContain('Late')
  })
})
