import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLibrary, openLibrary } from '../../../src/node/library/library.ts'
import { brief, create, edit, newFolder, open, options, shown } from './support.ts'

/** Another process that has the library open. */
async function hold(folder: string, machine = 'desk-1') {
  const script = fileURLToPath(new URL('hold.ts', import.meta.url))
  const desk = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, folder, machine], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(desk, 'exit')
  onTestFinished(() => void desk.kill('SIGKILL'))
  await once(desk.stdout, 'data')
  return {
    pid: desk.pid,
    close: async () => {
      desk.stdin.end()
      await gone
    },
    kill: async () => {
      desk.kill('SIGKILL')
      await gone
    },
  }
}

async function closedLibrary() {
  const folder = await newFolder()
  const library = await create(folder)
  await edit(library, brief('a'), 'text', 'one')
  await library.close()
  return folder
}

describe('a library that another process has open', () => {
  it('is not opened for writing, and who has it is told', async () => {
    const folder = await closedLibrary()
    const desk = await hold(folder)
    const files = await readdir(folder, { recursive: true })
    const since = new Date('2026-04-15T21:04:00.000Z').toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    await expect(openLibrary(options(folder, { now: () => '2026-04-15T22:00:00.000Z' }))).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`Bo has this library open on this computer since ${since}.`) as string,
      details: { machine: 'desk-1', person: 'Bo', since: '2026-04-15T21:04:00.000Z', pid: desk.pid },
    })
    await expect(openLibrary(options(folder, { anyway: true }))).rejects.toMatchObject({ code: 'locked' })
    expect(await readdir(folder, { recursive: true })).toEqual(files)
    expect(shown(await open(folder, ['world-1/2026-04-15'], { readOnly: true }), brief('a'))).toBe('one')
    await desk.close()
    expect(await readdir(folder)).not.toContain('open.json')
    await edit(await open(folder), brief('a'), 'text', 'two')
  })

  it('and which dies, is free at once', async () => {
    const folder = await closedLibrary()
    const desk = await hold(folder)
    await desk.kill()
    expect(await readdir(folder)).toContain('open.json')
    const library = await open(folder)
    expect(JSON.parse(await readFile(join(folder, 'open.json'), 'utf8'))).toEqual({
      machine: 'desk-1',
      person: 'Ana',
      since: '2026-04-15T20:00:00.000Z',
      pid: process.pid,
    })
    await edit(library, brief('a'), 'text', 'two')
    await library.close()
    expect(await readdir(folder)).not.toContain('open.json')
  })

  it('of another machine, asks before writing even when the lock is had', async () => {
    const folder = await closedLibrary()
    await (await hold(folder, 'laptop')).kill()
    const asked = expect.stringMatching(/Bo has this library open on laptop since .*anyway/) as string
    await expect(openLibrary(options(folder))).rejects.toMatchObject({
      code: 'other-machine',
      message: asked,
      details: { machine: 'laptop' },
    })
    await open(folder, [], { readOnly: true })
    const library = await open(folder, ['world-1/2026-04-15'], { anyway: true })
    await edit(library, brief('a'), 'text', 'two')
  })

  it('twice in one process, is refused the second time', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    await expect(openLibrary(options(folder))).rejects.toMatchObject({ code: 'locked' })
    await edit(library, brief('a'), 'text', 'one')
    await library.close()
    await open(folder)
  })
})

describe('making a library', () => {
  it('is refused in a folder that holds anything, which stays as it was', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'thesis.txt'), 'words')
    await expect(createLibrary(options(folder))).rejects.toMatchObject({ code: 'not-empty' })
    expect(await readdir(folder)).toEqual(['thesis.txt'])
    const library = await closedLibrary()
    await expect(createLibrary(options(library))).rejects.toMatchObject({ code: 'not-empty' })
    await expect(createLibrary(options(join(folder, 'thesis.txt')))).rejects.toMatchObject({ code: 'disk' })
    await expect(createLibrary(options(join(folder, 'new'), { readOnly: true }))).rejects.toMatchObject({ code: 'read-only' })
  })

  it('works in an absent folder, and where one was killed while making it', async () => {
    const folder = join(await newFolder(), 'some', 'where')
    const library = await createLibrary(options(folder))
    expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))).toMatchObject({ format: 1, highest: 0, records: [] })
    await library.close()
    const killed = await newFolder()
    await mkdir(killed, { recursive: true })
    for (const left of ['lock.sqlite', 'library.json.0123456789ab.tmp', '.DS_Store']) await writeFile(join(killed, left), '')
    await (await createLibrary(options(killed))).close()
    expect((await readdir(killed)).sort()).toEqual(['.DS_Store', 'library.json', 'lock.sqlite'])
  })
})
