import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { replay } from '../../../src/core/change.ts'
import type { Library } from '../../../src/node/library/library.ts'
import { randomFrom } from './random.ts'
import { channel, newFolder, open, ownPart, shelf, today, yesterday } from './support.ts'

const driver = fileURLToPath(new URL('driver.ts', import.meta.url))
const homes = ['library', yesterday, today, shelf]
const kills = 50

async function expectEverything(library: Library, acknowledged: readonly string[]) {
  const logs = await Promise.all(homes.map((home) => library.history(home)))
  const editions = await library.editions.list(channel)
  const known = new Set([...logs.flat().map((change) => change.id), ...editions.map(({ id }) => `edition ${id}`)])
  expect(acknowledged.filter((what) => !known.has(what))).toEqual([])
  for (const [index, home] of homes.entries()) {
    const own = [...library.records].filter(([id]) => id.startsWith(`${home}/`))
    expect(new Map(own)).toEqual(replay(ownPart(logs[index]!, home, library.records.values())))
  }
  const last = editions.at(-1)
  if (last === undefined) return
  expect(await library.editions.read(channel, last.day, last.id)).toBeDefined()
  expect((await library.editions.bundle(channel, last.day, last.id))?.toString()).toBe('a zip')
}

it(`a desk killed ${kills} times at random moments loses no acknowledged edit or launch, and its library always opens`, async () => {
  const random = randomFrom(3)
  const folder = join(await newFolder(), 'library')
  const notes = join(await newFolder(), 'acknowledged')
  let startUp = 0
  for (let kill = 0; kill < kills; kill++) {
    const begun = performance.now()
    const desk = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', driver, folder, notes], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let errors = ''
    desk.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const gone = once(desk, 'exit')
    // The first is let to open; from how long that took, the others are killed while opening too.
    if (kill === 0) await Promise.race([once(desk.stdout, 'data'), gone])
    if (kill === 0) startUp = performance.now() - begun
    await Promise.race([after(startUp * 0.7 + random() * 500), gone])
    expect(errors).toBe('')
    desk.kill('SIGKILL')
    await gone
    const acknowledged = (await readFile(notes, 'utf8')).trim().split('\n')
    await expectEverything(await open(folder, homes, { readOnly: true }), acknowledged)
  }
  const library = await open(folder, homes)
  const acknowledged = (await readFile(notes, 'utf8')).trim().split('\n')
  await expectEverything(library, acknowledged)
  expect(library.problems).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(1000)
  await library.close()
  expect((await readdir(folder)).filter((name) => /journal|\.tmp$|open\.json/.test(name))).toEqual([])
}, 180_000)
