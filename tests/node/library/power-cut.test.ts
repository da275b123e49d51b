import { expect, it } from 'vitest'
import { numberOf, openingOf, type ChangeId } from '../../../src/core/ids.ts'
import { hashOf } from '../../../src/node/library/media.ts'
import { createLibrary, openLibrary, type Library } from '../../../src/node/library/library.ts'
import { MemoryDisk } from './memory-disk.ts'
import { randomFrom } from './random.ts'
import { brief, channel, edit, edition, mortal, newFolder, options, shelf, today, world, yesterday } from './support.ts'

const homes = ['library', yesterday, today, shelf]

interface Acknowledged {
  readonly edits: Set<ChangeId>
  readonly editions: Set<string>
  /** Names of image files. */
  readonly media: Set<string>
}

/** Edits, images, checkpoints, folds and launches until the disk is gone; notes what was acknowledged. */
async function work(library: Library, random: () => number, acknowledged: Acknowledged) {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
  for (let round = 0; round < 8; round++) {
    const records = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick([world, brief('a'), brief('b'), brief('c', yesterday)]))
    const edits = records.map(async (record) => {
      const move = record !== world && random() < 0.3
      const to = move
        ? pick([
            { rail: today, rank: 'a0' },
            { rail: yesterday, rank: 'a0' },
            { shelf, rank: 'a0' },
          ])
        : `${round} ${random()}`
      acknowledged.edits.add(await edit(library, record, record === world ? 'title' : move ? 'place' : 'text', to))
    })
    await Promise.all(edits)
    if (random() < 0.3) {
      const bytes = Buffer.from(`image ${random()}`)
      const name = `${hashOf(bytes)}.jpg`
      await library.media.add(name, bytes)
      acknowledged.media.add(name)
      // The change that names it: once this is known, so is the image.
      acknowledged.edits.add(await edit(library, brief('a'), 'image', { name }))
    }
    if (random() < 0.4) await library.checkpoint({ fold: random() < 0.5 })
    if (random() < 0.2) {
      const number = (await library.editions.list(channel)).length + 1
      await library.editions.write(edition(number, library.opening), Buffer.from('a zip'))
      acknowledged.editions.add(`${number}-${library.opening}`)
    }
  }
}

async function expectEverything(library: Library, acknowledged: Acknowledged, when: string) {
  // Known without loading any day: a number used twice would put an effect before its cause.
  expect(library.highest, when).toBeGreaterThanOrEqual(Math.max(0, ...[...acknowledged.edits].map(numberOf)))
  await library.load(homes)
  const logs = await Promise.all(homes.map((home) => library.history(home)))
  const known = new Set(logs.flat().map((change) => change.id))
  expect(
    [...acknowledged.edits].filter((id) => !known.has(id)),
    when,
  ).toEqual([])
  // Nothing that was built on is gone, even if its own desk did not live to flush it.
  for (const change of logs.flat())
    for (const set of change.sets)
      expect(
        set.after.filter((id) => !known.has(id)),
        when,
      ).toEqual([])
  // What the records show is what the log says, so no checkpoint lags behind.
  for (const change of logs.flat()) {
    for (const set of change.sets)
      expect(library.records.get(set.record)?.seen[openingOf(change.id)] ?? '', when).toSatisfy((id: string) => id >= change.id)
  }
  for (const name of acknowledged.media) expect(await library.media.read(name), when).toBeDefined()
  const named = logs
    .flat()
    .flatMap((change) => change.sets.flatMap(({ field, to }) => (field === 'image' ? (to as { name: string }).name : [])))
  for (const name of named) expect(await library.media.read(name), when).toBeDefined()
  const editions = await library.editions.list(channel)
  expect(
    [...acknowledged.editions].filter((id) => !editions.some((one) => one.id === id)),
    when,
  ).toEqual([])
  for (const { day, id } of editions) {
    expect(await library.editions.read(channel, day, id), when).toBeDefined()
    expect((await library.editions.bundle(channel, day, id))?.toString(), when).toBe('a zip')
  }
}

/** A library's lives on one disk, each ended by a kill at a random act or by a cut: what one flushes for the other is what is tried. */
async function livesOf(seed: number) {
  const random = randomFrom(seed)
  const acknowledged = { edits: new Set<ChangeId>(), editions: new Set<string>(), media: new Set<string>() }
  let root = await newFolder()
  let memory = new MemoryDisk(root)
  await (await createLibrary(options(root, { disk: memory.disk }))).close()
  for (let life = 0; life < 4; life++) {
    const process = mortal(memory.disk)
    process.arm(Math.floor(random() * 150))
    try {
      const library = await openLibrary(options(root, { disk: process.disk }))
      await library.load(homes)
      await work(library, random, acknowledged)
      if (random() < 0.5) await library.close()
    } catch (error) {
      if (!process.dead) throw error
    }
    // The dead process holds its lock in this one, so the disk is mounted elsewhere.
    root = await newFolder()
    memory = random() < 0.4 ? memory.afterKill(root) : memory.afterPowerCut(root, () => random() < 0.5)
    await expectEverything(
      await openLibrary(options(root, { disk: memory.disk, readOnly: true })),
      acknowledged,
      `life ${life} of seed ${seed}`,
    )
  }
  return acknowledged.edits.size
}

it('a power cut, alone or after a kill, loses nothing that was acknowledged in 200 libraries', async () => {
  let edits = 0
  for (let seed = 0; seed < 200; seed++) edits += await livesOf(seed)
  expect(edits).toBeGreaterThan(2000)
}, 120_000)
