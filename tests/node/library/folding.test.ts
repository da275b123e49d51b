import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '../../../src/node/library/disk.ts'
import type { Library } from '../../../src/node/library/library.ts'
import { brief, contents, create, edit, mortal, newFolder, open, shelf, shown, today, watched, world, yesterday } from './support.ts'

const homes = ['library', yesterday, today, shelf]

/** Edits of several homes: a fold's first, and one that finds checkpoints and histories already there. */
async function editEverywhere(library: Library, text: string) {
  await edit(library, world, 'title', text)
  await edit(library, brief('a'), 'text', text)
  await edit(library, brief('late', yesterday), 'text', text)
  await edit(library, brief('late', yesterday), 'place', text === 'first' ? { rail: today, rank: 'a0' } : { shelf, rank: 'a1' })
}

async function run(disk: ReturnType<typeof mortal>, acts: number) {
  const folder = await newFolder()
  const library = await create(folder, { disk: disk.disk })
  await library.load(homes)
  await editEverywhere(library, 'first')
  await library.checkpoint({ fold: true })
  await editEverywhere(library, 'second')
  const before = await contents(library, homes)
  disk.arm(acts)
  await library.checkpoint({ fold: true }).catch(() => undefined)
  // The dead process holds its lock in this one, so what it left is opened elsewhere.
  const copy = join(await newFolder(), 'copy')
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock.sqlite') })
  return { copy, before }
}

describe('a fold', () => {
  it('killed before any of its acts, leaves a library that opens with everything, whose next fold ends the same', async () => {
    let acts = 0
    for (let finished = false; !finished; acts++) {
      const disk = mortal()
      const { copy, before } = await run(disk, acts)
      finished = !disk.dead
      expect(await contents(await open(copy, homes, { readOnly: true }), homes), `killed at ${acts}`).toEqual(before)
      const library = await open(copy, homes)
      expect(await contents(library, homes), `killed at ${acts}`).toEqual(before)
      expect(library.problems).toEqual([])
      await library.close()
      expect((await readdir(copy, { recursive: true })).filter((name) => /journal|\.tmp$|open\.json/.test(name))).toEqual([])
      expect(await contents(await open(copy, homes), homes), `killed at ${acts}`).toEqual(before)
    }
    expect(acts).toBeGreaterThan(40)
  }, 60_000)

  it('takes edits meanwhile, into a new journal', async () => {
    const folder = await newFolder()
    const edits: Promise<unknown>[] = []
    const write = (text: string) => edits.push(edit(library, brief('a'), 'text', text))
    let folding = true
    const disk = watched(realDisk, (act, path) => {
      if (folding && act === 'rename' && path.includes(today))
        for (let index = 0; index < 40; index++) write(`beside the checkpoint ${index}`)
      if (folding && act === 'flush' && path.includes('history/')) write('beside the history')
    })
    const library = await create(folder, { disk })
    await edit(library, brief('a'), 'text', 'one')
    await library.checkpoint({ fold: true })
    await Promise.all(edits)
    folding = false
    const journals = (await readdir(folder)).filter((name) => name.startsWith('journal-'))
    expect(journals).toEqual([`journal-${library.opening}-2.jsonl`])
    expect(edits.length).toBeGreaterThan(40)
    expect(await library.history(today)).toHaveLength(edits.length + 1)
    const before = await contents(library, homes)
    await library.close()
    expect(await contents(await open(folder, homes), homes)).toEqual(before)
  })

  it('comes by itself once the journal is long, so that it never grows with the archive', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    const long = 'A sentence that takes some room. '.repeat(250)
    for (let index = 0; index < 60; index++) await edit(library, brief('a'), 'text', `${index} ${long}`)
    // Queued behind the folds that are under way.
    await library.checkpoint()
    const journals = (await readdir(folder)).filter((name) => name.startsWith('journal-'))
    expect(journals).not.toContain(`journal-${library.opening}-1.jsonl`)
    expect(await library.history(today)).toHaveLength(60)
    expect(shown(await open(folder, [today], { readOnly: true }), brief('a'))).toMatch(/^59 /)
  })
})
