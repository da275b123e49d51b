import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DeskError } from '../../../src/node/failure.ts'
import { readManifest, sendToFolder, verifyFolder } from '../../../src/node/publish/folder.ts'
import { realDisk } from '../../../src/node/library/disk.ts'
import { diskFullError, mortal, watched } from '../library/support.ts'
import { asFound, bundleOf, filesIn, pathOf, temporaryFolder } from './support.ts'

async function newTarget(): Promise<string> {
  const { folder, remove } = await temporaryFolder()
  onTestFinished(remove)
  return folder
}

const [first, second] = [bundleOf(14, 'ferry', 'harbour'), bundleOf(15, 'harbour')]

/** What a send was refused with. */
async function refusal(sending: Promise<unknown>): Promise<unknown> {
  const error: unknown = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DeskError)
  return (error as DeskError).failure
}

describe('sending', () => {
  test('puts the bundle in the folder, and the next in its place', async () => {
    const folder = await newTarget()
    await sendToFolder({ folder, place: '', files: first })
    expect(await filesIn(folder)).toEqual(asFound(first))
    await sendToFolder({ folder, place: '', files: second })
    expect(await filesIn(folder)).toEqual(asFound(second))
    expect((await readManifest(folder, '')) as object).toMatchObject({ edition: { number: 15 } })
  })

  test('puts an older day in a folder of its own, and leaves the root as it is', async () => {
    const folder = await newTarget()
    await sendToFolder({ folder, place: '', files: second })
    await sendToFolder({ folder, place: '2026-04-14', files: first })
    expect(await filesIn(folder)).toEqual(new Map([...asFound(first, '2026-04-14'), ...asFound(second)]))
    expect((await readManifest(folder, '2026-04-14')) as object).toMatchObject({ edition: { number: 14 } })
  })

  test('touches nothing that is not of a bundle', async () => {
    const folder = await newTarget()
    const others = [
      'about.html',
      'notes.tmp',
      'index.html.bak',
      '.htaccess',
      'media/logo.svg',
      'x.html.0123456789ab.tmp',
      '2026-04-14/own.txt',
    ]
    await mkdir(join(folder, 'media'))
    await mkdir(join(folder, '2026-04-14'))
    for (const name of others) await writeFile(join(folder, name), name)
    for (const files of [first, second, first, second]) await sendToFolder({ folder, place: '', files })
    expect(await filesIn(folder)).toEqual(new Map([...asFound(second), ...others.map((name) => [name, name] as const)]))
  })

  test('goes media first and manifest last, and leaves alone what is there already', async () => {
    const folder = await newTarget()
    const written: string[] = []
    const disk = watched(realDisk, (act, path) => act === 'rename' && written.push(path.slice(folder.length + 1)))
    await sendToFolder({ folder, place: '', files: first, disk })
    expect(written).toEqual([
      '.newsrail.json',
      pathOf('ferry'),
      pathOf('harbour'),
      ...[...first.keys()].filter((path) => !path.startsWith('media/')),
    ])
    written.length = 0
    await sendToFolder({ folder, place: '', files: first, disk })
    expect(written).toEqual([])
    await sendToFolder({ folder, place: '', files: bundleOf(15, 'ferry', 'harbour'), disk })
    expect(written.at(-1)).toBe('manifest.json')
    expect(written).not.toContain(pathOf('ferry'))
  })

  test('tells how far it is', async () => {
    const folder = await newTarget()
    const told: number[][] = []
    await sendToFolder({ folder, place: '', files: second, onProgress: (done, total) => told.push([done, total]) })
    expect(told).toEqual([...second.keys()].map((_, n) => [n + 1, second.size]))
  })

  test('can be cancelled between two files, and done again', async () => {
    const folder = await newTarget()
    await sendToFolder({ folder, place: '', files: first })
    const abort = new AbortController()
    const sending = sendToFolder({
      folder,
      place: '',
      files: second,
      signal: abort.signal,
      onProgress: (done) => done === 2 && abort.abort(),
    })
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
    expect((await readManifest(folder, '')) as object).toMatchObject({ edition: { number: 14 } })
    await sendToFolder({ folder, place: '', files: second })
    expect(await filesIn(folder)).toEqual(asFound(second))
  })
})

describe('what stands in a target', () => {
  test('is no manifest, one that is not ours, or one of an edition', async () => {
    const folder = await newTarget()
    expect(await readManifest(folder, '')).toBe('none')
    expect(await readManifest(folder, '2026-04-14')).toBe('none')
    for (const other of ['', '{"name":"A web app"}', '{"version":2}']) {
      await writeFile(join(folder, 'manifest.json'), other)
      expect(await readManifest(folder, '')).toBe('unreadable')
    }
  })

  test('is not written over where it is somebody else’s page, unless a person says so', async () => {
    const folder = await newTarget()
    await writeFile(join(folder, 'index.html'), 'The site’s own page')
    expect(await refusal(sendToFolder({ folder, place: '', files: first }))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('index.html') as string,
    })
    expect((await filesIn(folder)).size).toBe(1)
    await sendToFolder({ folder, place: '', files: first, anyway: true })
    expect(await filesIn(folder)).toEqual(asFound(first))
  })

  test('is written over without a question where it was ours but got lost or changed', async () => {
    const folder = await newTarget()
    await sendToFolder({ folder, place: '', files: first })
    await writeFile(join(folder, 'index.html'), 'edited on the server')
    await rm(join(folder, 'rss.xml'))
    await sendToFolder({ folder, place: '', files: first })
    expect(await filesIn(folder)).toEqual(asFound(first))
  })
})

describe('a link', () => {
  test('that leads out of the target is not followed', async () => {
    const [folder, outside] = [await newTarget(), await newTarget()]
    await writeFile(join(outside, 'index.html'), 'outside')
    await symlink(outside, join(folder, '2026-04-14'))
    expect(await refusal(sendToFolder({ folder, place: '2026-04-14', files: first, anyway: true }))).toMatchObject({ code: 'refused' })
    await symlink(outside, join(folder, 'media'))
    expect(await refusal(sendToFolder({ folder, place: '', files: first, anyway: true }))).toMatchObject({ code: 'refused' })
    expect(await filesIn(outside)).toEqual(new Map([['index.html', 'outside']]))
  })

  test('in the place of a file is replaced, and what it leads to stays', async () => {
    const [folder, outside] = [await newTarget(), await newTarget()]
    await writeFile(join(outside, 'page'), 'outside')
    await sendToFolder({ folder, place: '', files: first })
    for (const name of ['index.html', pathOf('ferry'), 'manifest.json']) {
      await rm(join(folder, name))
      await symlink(join(outside, 'page'), join(folder, name))
    }
    expect(await readManifest(folder, '')).toBe('unreadable')
    await sendToFolder({ folder, place: '', files: second, anyway: true })
    expect(await readFile(join(outside, 'page'), 'utf8')).toBe('outside')
    expect((await verifyFolder(folder)).whole).toBe(true)
  })

  test('may be the target itself', async () => {
    const [folder, real] = [await newTarget(), await newTarget()]
    await symlink(real, join(folder, 'www'))
    await sendToFolder({ folder: join(folder, 'www'), place: '', files: first })
    expect(await filesIn(real)).toEqual(asFound(first))
  })
})

describe('nothing is written', () => {
  test('where the folder is gone', async () => {
    const folder = join(await newTarget(), 'unmounted')
    expect(await refusal(sendToFolder({ folder, place: '', files: first }))).toMatchObject({ code: 'not-found' })
    expect(await refusal(readManifest(folder, ''))).toMatchObject({ code: 'not-found' })
    expect(await refusal(verifyFolder(folder))).toMatchObject({ code: 'not-found' })
  })

  test('of a damaged bundle', async () => {
    const folder = await newTarget()
    const damaged = new Map(first).set('index.html', new Uint8Array())
    expect(await refusal(sendToFolder({ folder, place: '', files: damaged }))).toMatchObject({ code: 'damaged' })
    expect((await filesIn(folder)).size).toBe(0)
  })

  test('where a folder has a file’s name', async () => {
    const folder = await newTarget()
    await mkdir(join(folder, 'rss.xml'))
    expect(await refusal(sendToFolder({ folder, place: '', files: first, anyway: true }))).toMatchObject({ code: 'refused' })
    expect((await filesIn(folder)).size).toBe(0)
  })
})

describe('a target that cannot be written', () => {
  test('because it is full says so, keeps every file whole, and is finished once there is room', async () => {
    const folder = await newTarget()
    await sendToFolder({ folder, place: '', files: first })
    let room = 3
    const disk = watched(realDisk, (act) => {
      if (act === 'write' && room-- <= 0) throw diskFullError()
    })
    expect(await refusal(sendToFolder({ folder, place: '', files: bundleOf(15, 'boat'), disk }))).toMatchObject({ code: 'disk-full' })
    expect([...(await filesIn(folder)).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([])
    await sendToFolder({ folder, place: '', files: bundleOf(15, 'boat') })
    expect(await filesIn(folder)).toEqual(asFound(bundleOf(15, 'boat')))
  })

  test.runIf(canMount())('because its file system is full or read-only says so', async () => {
    const folder = await newTarget()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', folder], { stdio: 'ignore' })
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    expect(await refusal(sendToFolder({ folder, place: '', files: first }))).toMatchObject({ code: 'disk-full' })
    await sendToFolder({ folder, place: '', files: bundleOf(15) })
    execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' })
    const before = await filesIn(folder)
    expect(await refusal(sendToFolder({ folder, place: '', files: bundleOf(16) }))).toMatchObject({
      code: 'disk',
      message: expect.stringContaining('EROFS') as string,
    })
    expect(await filesIn(folder)).toEqual(before)
  })
})

function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' })
    return process.getuid?.() === 0
  } catch {
    return false
  }
}

test('a send killed before any of its acts is finished by the next, whatever that one sends', { timeout: 60_000 }, async () => {
  const other = 'about.html'
  for (let acts = 0, finished = false; !finished; acts++) {
    const { folder, remove } = await temporaryFolder()
    await writeFile(join(folder, other), other)
    await sendToFolder({ folder, place: '', files: first })
    const process = mortal()
    process.arm(acts)
    finished = await sendToFolder({ folder, place: '', files: second, disk: process.disk }).then(
      () => true,
      () => false,
    )
    for (const [name, content] of await filesIn(folder)) {
      if (name.endsWith('.tmp') || name === '.newsrail.json' || name === other) continue
      expect([asFound(first).get(name), asFound(second).get(name)], `${name} after ${String(acts)} acts`).toContain(content)
    }
    const next = acts % 2 === 0 ? second : bundleOf(16, 'boat')
    await sendToFolder({ folder, place: '', files: next })
    expect(await filesIn(folder), `after ${String(acts)} acts`).toEqual(new Map([...asFound(next), [other, other]]))
    await remove()
  }
})

test('a first send killed before any of its acts is finished by the next without a question', { timeout: 60_000 }, async () => {
  for (let acts = 0, finished = false; !finished; acts++) {
    const { folder, remove } = await temporaryFolder()
    const process = mortal()
    process.arm(acts)
    finished = await sendToFolder({ folder, place: '2026-04-14', files: first, disk: process.disk }).then(
      () => true,
      () => false,
    )
    await sendToFolder({ folder, place: '2026-04-14', files: second })
    expect(await filesIn(folder), `after ${String(acts)} acts`).toEqual(asFound(second, '2026-04-14'))
    await remove()
  }
})

describe('verifying a folder', () => {
  test('tells file by file what is whole, changed, missing or not of the bundle', async () => {
    const folder = await newTarget()
    await sendToFolder({ folder, place: '', files: first })
    expect((await verifyFolder(folder)).whole).toBe(true)
    await writeFile(join(folder, 'atom.xml'), 'torn')
    await rm(join(folder, pathOf('ferry')))
    await writeFile(join(folder, 'about.html'), 'The site’s own')
    await mkdir(join(folder, 'assets'))
    const { whole, files } = await verifyFolder(folder)
    expect(whole).toBe(false)
    const states = Object.fromEntries(files.map(({ path, state }) => [path, state]))
    expect(states).toMatchObject({ 'atom.xml': 'changed', [pathOf('ferry')]: 'missing', 'about.html': 'unlisted', 'index.html': 'whole' })
    expect(states).not.toHaveProperty('assets')
  })

  test('finds nothing whole where there is no bundle', async () => {
    expect(await verifyFolder(await newTarget())).toEqual({ manifest: undefined, whole: false, files: [] })
  })
})
