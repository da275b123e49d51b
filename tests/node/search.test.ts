import { spawn } from 'node:child_process'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { discard, duplicate, newBrief, setField, toShelf } from '../../src/core/acts.ts'
import { addDays } from '../../src/core/clock.ts'
import type { Input, Output } from '../../src/core/contract.ts'
import { recordIds } from '../../src/core/ids.ts'
import { Office } from './office.ts'

type Question = Partial<Input<'search'>>

/** The answer once the whole library is in the index. */
async function found(office: Office, question: Question): Promise<Output<'search'>> {
  for (;;) {
    const answer = await office.ask('search', { text: '', limit: 50, ...question })
    if (answer.indexing === undefined) return answer
    await setTimeout(5)
  }
}

async function kickers(office: Office, question: Question | string): Promise<string[]> {
  const { hits } = await found(office, typeof question === 'string' ? { text: question } : question)
  return hits.map((hit) => hit.kicker.text)
}

const indexOf = (office: Office): string => join(office.folder, 'search.sqlite')

/** Closes the desk and opens its library again. */
async function reopened(office: Office, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await office.host.close()
  await meanwhile()
  expect((await office.host.open(office.folder)).ok).toBe(true)
}

async function told(office: Office, kicker: string, text: string): Promise<string> {
  const id = await office.brief(kicker)
  await office.set(id, 'text', text)
  return id
}

describe('search', () => {
  it('finds by the beginnings of words, whatever their case and accents, newest first, and marks them', async () => {
    const office = await Office.open()
    await told(office, 'Łódź', 'Śródmieście is **closed** to cars.')
    await told(office, 'Tromsø', 'A vote on closing the strait.')
    expect(await kickers(office, 'lodz')).toEqual(['Łódź'])
    expect(await kickers(office, 'TROMSO')).toEqual(['Tromsø'])
    expect(await kickers(office, 'clos')).toEqual(['Tromsø', 'Łódź'])
    expect(await kickers(office, 'clos środ')).toEqual(['Łódź'])
    const [hit] = (await found(office, { text: 'srodmiescie closed' })).hits
    expect(hit?.excerpt.text).toBe('Śródmieście is closed to cars.')
    expect(hit?.excerpt.marks.map(([start, end]) => hit.excerpt.text.slice(start, end))).toEqual(['Śródmieście', 'closed'])
  })

  it('finds words of scripts that are written from the right, and without spaces', async () => {
    const office = await Office.open()
    await told(office, 'محادثات', 'تستمر المُحادثات في الدوحة.')
    await told(office, '関税', '東京で関税交渉が始まった。')
    await told(office, 'ภาษี', 'การเจรจาภาษีเริ่มขึ้น')
    expect(await kickers(office, 'المحاد')).toEqual(['محادثات'])
    expect(await kickers(office, '交渉')).toEqual(['関税'])
    expect(await kickers(office, '渉交')).toEqual([])
    expect(await kickers(office, 'เจรจา')).toEqual(['ภาษี'])
    const [hit] = (await found(office, { text: '関税交渉' })).hits
    expect(hit?.excerpt.marks.map(([start, end]) => hit.excerpt.text.slice(start, end))).toEqual(['関税交渉'])
  })

  it.each([
    '"',
    '"congo',
    'congo AND',
    'NOT congo',
    '-congo',
    'congo*',
    '(congo',
    'words: congo',
    'congo^',
    'words NEAR congo',
    'congo + "',
    '{congo}',
  ])('takes what is typed for words and no syntax: %s', async (text) => {
    const office = await Office.open()
    await told(office, 'Congo', 'Words and near, not far.')
    const expected = /congo/i.test(text) ? ['Congo'] : []
    expect(await kickers(office, text)).toEqual(expected)
  })

  it('narrows by state, day, person, tag and kicker', async () => {
    const office = await Office.open()
    const dayBefore = addDays(office.day, -1)
    const [here, shelved, gone] = [await office.brief('Here'), await office.brief('Shelved'), await office.brief('Gone')]
    await office.brief('Yesterday', dayBefore)
    await office.edit(toShelf(await office.record(shelved), office.channel))
    await office.edit(discard(await office.record(gone)))
    await office.edit([setField(await office.record(here), here, 'tags', ['Élections'])])
    await office.edit([setField(await office.record(here), here, 'embargo', '2999-01-01T00:00:00.000Z')])
    expect(await kickers(office, { state: 'shelf' })).toEqual(['Shelved'])
    expect(await kickers(office, { state: 'discarded', text: 'gone' })).toEqual(['Gone'])
    expect(await kickers(office, { state: 'ready' })).toEqual(['Here', 'Yesterday'])
    expect(await kickers(office, { state: 'embargoed' })).toEqual(['Here'])
    expect(await kickers(office, { to: dayBefore })).toEqual(['Yesterday'])
    expect(await kickers(office, { from: office.day, state: 'ready' })).toEqual(['Here'])
    expect(await kickers(office, { tag: 'elections' })).toEqual(['Here'])
    expect(await kickers(office, { kicker: 'yesterday ' })).toEqual(['Yesterday'])
    const { person } = await office.ask('hello', {})
    expect(await kickers(office, { person, text: 'about' })).toHaveLength(4)
    expect(await kickers(office, { person: recordIds.person('nobody') })).toEqual([])
  })

  it('finds the lead and the question to readers', async () => {
    const office = await Office.open()
    const [lead, rail] = [recordIds.lead(office.channel, office.day), recordIds.rail(office.channel, office.day)]
    await office.edit([
      setField(undefined, lead, 'headline', 'Ferries resume'),
      setField(undefined, lead, 'body', '## Timetable\n\n- from *Helsinki*'),
      setField(undefined, rail, 'prompt', 'Would you take the ferry?'),
    ])
    const { hits } = await found(office, { text: 'ferr' })
    expect(hits.map(({ record }) => record).sort()).toEqual([lead, rail].sort())
    expect((await found(office, { text: 'helsinki' })).hits[0]).toMatchObject({ record: lead, day: office.day })
  })

  it('finds a change at once, and no longer what it replaced', async () => {
    const office = await Office.open()
    const id = await told(office, 'Congo', 'Talks go on.')
    expect(await kickers(office, 'talks')).toEqual(['Congo'])
    await office.set(id, 'text', 'The summit ended.')
    expect(await kickers(office, 'talks')).toEqual([])
    expect(await kickers(office, 'summit')).toEqual(['Congo'])
    await office.edit(duplicate(await office.record(id), office.channel, office.day, 'copy'))
    expect(await kickers(office, 'summit')).toHaveLength(2)
  })

  it('does not find a brief that was left empty', async () => {
    const office = await Office.open()
    await office.edit(newBrief(office.channel, office.day, 'empty', {}, new Date().toISOString()))
    expect((await found(office, {})).total).toBe(0)
  })

  it('answers in pages, and says how many there are', async () => {
    const office = await Office.open()
    for (const kicker of ['one', 'two', 'three']) await office.brief(kicker)
    const first = await found(office, { text: 'about', limit: 2 })
    const rest = await found(office, { text: 'about', limit: 2, offset: 2 })
    expect([first.hits.length, first.total, rest.hits.length]).toEqual([2, 3, 1])
    expect(new Set([...first.hits, ...rest.hits].map(({ record }) => record)).size).toBe(3)
  })
})

describe('the index', () => {
  it('is kept, and what was done since is found', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    await found(office, {})
    await reopened(office)
    await office.view()
    await office.brief('Riga')
    expect((await kickers(office, 'about')).sort()).toEqual(['Congo', 'Riga'])
  })

  it('is made again where it is deleted, damaged, or not the index at all', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    await found(office, {})
    await reopened(office, () => rm(indexOf(office)))
    expect(await kickers(office, 'about')).toEqual(['Congo'])
    await reopened(office, () => writeFile(indexOf(office), 'This is no database.'))
    expect(await kickers(office, 'about')).toEqual(['Congo'])
    await reopened(office, async () => {
      const bytes = await readFile(indexOf(office))
      bytes.fill(0x5a, 4096)
      await writeFile(indexOf(office), bytes)
    })
    expect(await kickers(office, 'about')).toEqual(['Congo'])
    await office.brief('Riga')
    expect(await kickers(office, 'riga')).toEqual(['Riga'])
  })

  it('is right again once the library was changed elsewhere', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    await found(office, {})
    await office.host.close()
    const old = await readFile(indexOf(office))
    const other = await Office.open({ folder: office.folder, empty: true })
    await other.host.open(office.folder)
    await other.view()
    await other.brief('Riga', addDays(other.day, -3))
    const id = `${other.channel}/${other.day}/brief-k1`
    await other.set(id, 'kicker', 'Kinshasa')
    await other.host.close()
    await writeFile(indexOf(office), old)
    await reopened(office)
    expect((await kickers(office, 'about')).sort()).toEqual(['Kinshasa', 'Riga'])
    expect(await kickers(office, 'congo')).toEqual(['Kinshasa'])
    const gone = join(office.folder, 'days', other.channel, `${addDays(other.day, -3)}.json`)
    await reopened(office, async () => {
      await rm(gone)
      await rm(gone.replace('/days/', '/history/').replace('.json', '.jsonl'))
    })
    expect(await kickers(office, 'about')).toEqual(['Kinshasa'])
  })

  it('is right again after a process that was killed', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    await found(office, {})
    await office.host.close()
    const script = `
      const { createHost } = await import('./src/node/host.ts')
      const { newBrief } = await import('./src/core/acts.ts')
      const host = createHost({ kind: 'cli', version: '0', settingsFolder: ${JSON.stringify(join(office.folder, '..', 'other'))}, picker: {} })
      await host.open(${JSON.stringify(office.folder)})
      const { value } = await host.call('one', 'view', {})
      const now = new Date().toISOString()
      const sets = newBrief(value.channel, value.day, 'late', { kicker: 'Riga', text: 'About the last minute.' }, now)
      while ((await host.call('one', 'search', { text: '', limit: 1 })).value.indexing !== undefined) await new Promise((next) => setTimeout(next, 5))
      await host.call('one', 'edit', { step: 'one', sets })
      await host.call('one', 'search', { text: 'riga', limit: 1 })
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' })
    expect(await new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL')
    await reopened(office)
    expect((await kickers(office, 'about')).sort()).toEqual(['Congo', 'Riga'])
  })

  it('is not written to by a desk that only reads', async () => {
    const office = await Office.open()
    await office.brief('Congo')
    await found(office, {})
    await office.brief('Riga')
    await office.host.close()
    const before = await stat(indexOf(office))
    await chmod(indexOf(office), 0o444)
    expect((await office.host.open(office.folder, { readOnly: true })).ok).toBe(true)
    expect((await kickers(office, 'about')).sort()).toEqual(['Congo', 'Riga'])
    await office.host.close()
    expect((await stat(indexOf(office))).mtimeMs).toBe(before.mtimeMs)
  })
})
