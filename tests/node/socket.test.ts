import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { userInfo } from 'node:os'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { setField } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import type { DeskEvent } from '../../src/core/contract/event.ts'
import { answerProcesses } from '../../src/node/socket.ts'
import { socketOf } from '../../src/node/socket/address.ts'
import { connectToDesk, type DeskClient } from '../../src/node/socket/client.ts'
import { freshFolder, Office } from './office.ts'

// A temporary folder of its own, with a short name: a socket's path has some hundred characters at most.
beforeEach(async () => {
  const temporary = await mkdtemp('/tmp/nr-')
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(temporary, { recursive: true, force: true })
  })
})

async function answering(office: Office): Promise<{ warnings: string[]; stop: () => Promise<void> }> {
  const warnings: string[] = []
  const stop = await answerProcesses(office.host, (message) => warnings.push(message))
  onTestFinished(stop)
  return { warnings, stop }
}

async function connected(library: string): Promise<DeskClient> {
  const client = await vi.waitFor(async () => {
    const found = await connectToDesk(library)
    expect(found).toBeDefined()
    return found!
  })
  onTestFinished(() => client.close())
  return client
}

const ownFolder = () => join(process.env.TMPDIR!, `newsrail-${userInfo().uid}`)

describe('another process', () => {
  it('works through the desk that has the library open, and hears what happens there', async () => {
    const office = await Office.open()
    await answering(office)
    const client = await connected(office.folder)
    const heard: DeskEvent[] = []
    client.on((event) => heard.push(event))
    const id = await office.brief('Congo')
    // Line ends that JSON leaves as they are, and more than one packet holds.
    const text = `A\u2028B\u2029${'long '.repeat(3_000)}C`
    const edit = await client.call('edit', { step: 'process', sets: [setField(await office.record(id), id, 'text', text)] })
    expect(edit.ok).toBe(true)
    expect(valueOf(await office.record(id), 'text')).toBe(text)
    expect(heard).toEqual(office.events.slice(-heard.length))
    expect(heard.map((event) => event.kind)).toEqual(['change', 'change'])
  })

  it('gets the contract’s errors', async () => {
    const office = await Office.open()
    await answering(office)
    const client = await connected(office.folder)
    expect(await client.call('view', { channel: 'No such' })).toMatchObject({ ok: false, error: { code: 'bad-input', field: 'channel' } })
  })

  it('finds the desk by any path that leads to the library', async () => {
    const office = await Office.open()
    await answering(office)
    const link = join(await freshFolder(), 'link')
    await symlink(office.folder, link)
    expect(await (await connected(link)).call('hello', {})).toMatchObject({ ok: true })
  })

  it('is told what to do when the desk is closed before it answered', async () => {
    const office = await Office.open()
    const { stop } = await answering(office)
    const client = await connected(office.folder)
    await stop()
    await client.gone
    expect(await client.call('hello', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  })

  it('finds nobody where no desk has the library open, or where there is none', async () => {
    const office = await Office.open()
    expect(await connectToDesk(office.folder)).toBeUndefined()
    expect(await connectToDesk('/nowhere/at/all')).toBeUndefined()
  })
})

describe('a desk', () => {
  it('answers for the library it has open now, and for no other', async () => {
    const office = await Office.open()
    await answering(office)
    const other = join(await freshFolder(), 'other')
    await office.host.create(other, { title: 'Sport', language: 'en', zone: 'UTC', site: '', name: 'Ana' })
    const hello = await (await connected(other)).call('hello', {})
    expect(hello).toMatchObject({ ok: true, value: { library: { title: 'Sport' } } })
    expect(await connectToDesk(office.folder)).toBeUndefined()
    await office.ask('closeLibrary', {})
    await vi.waitFor(async () => {
      expect(await connectToDesk(other)).toBeUndefined()
    })
  })

  it('that only reads does not answer: it is not the one that writes', async () => {
    const office = await Office.open()
    await office.host.open(office.folder, { readOnly: true })
    await answering(office)
    expect(await connectToDesk(office.folder)).toBeUndefined()
  })

  it('answers in a folder that this person alone can enter', async () => {
    const office = await Office.open()
    await answering(office)
    expect(await socketOf(office.folder)).toMatch(new RegExp(`^${ownFolder()}/[0-9a-f]{24}\\.sock$`))
  })

  it.each([
    ['that others can enter', async (folder: string) => chmod(await made(folder), 0o755)],
    ['that is a link to elsewhere', async (folder: string) => symlink(await freshFolder(), folder)],
  ])('does without a folder %s', async (_, prepare) => {
    await prepare(ownFolder())
    const office = await Office.open()
    const { warnings } = await answering(office)
    expect(warnings).toEqual([expect.stringContaining('can be entered by others')])
    expect(await connectToDesk(office.folder)).toBeUndefined()
    expect(await office.call('hello', {})).toMatchObject({ ok: true })
  })

  it('forgets what a process was editing when it ends', async () => {
    const office = await Office.open()
    await answering(office)
    const id = await office.brief('Congo')
    const client = await connected(office.folder)
    await client.call('editing', { record: id })
    expect((await office.view()).editing).toEqual([id])
    await client.close()
    await vi.waitFor(async () => {
      expect((await office.view()).editing).toEqual([])
    })
  })
})

async function made(folder: string): Promise<string> {
  await mkdir(folder)
  return folder
}
