import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/change.ts'
import { numberOf, openingOf } from '../../../src/core/ids.ts'
import { realDisk } from '../../../src/node/library/disk.ts'
import { readLog } from '../../../src/node/library/log.ts'
import {
  ana,
  brief,
  contents,
  create,
  diskFullError,
  edit,
  newFolder,
  open,
  options,
  shown,
  today,
  watched,
  world,
  yesterday,
} from './support.ts'
import { openLibrary } from '../../../src/node/library/library.ts'

describe('an edit', () => {
  it('is on the disk when it is acknowledged', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    const id = await edit(library, brief('a'), 'text', 'Ferries resume.')
    const [journal] = (await readdir(folder)).filter((name) => name.startsWith('journal-'))
    expect(journal).toBe(`journal-${library.opening}-1.jsonl`)
    expect(readLog(await readFile(join(folder, journal!))).changes.map((change) => change.id)).toContain(id)
    expect(shown(library, brief('a'))).toBe('Ferries resume.')
  })

  it('takes the next number and this opening, also after reopening', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    const first = await edit(library, brief('a'), 'text', 'one')
    await library.close()
    const again = await open(folder)
    const second = await edit(again, brief('a'), 'text', 'two')
    expect(numberOf(second)).toBe(numberOf(first) + 1)
    expect(openingOf(second)).toBe(again.opening)
    expect(again.opening).not.toBe(library.opening)
    expect(again.highest).toBe(numberOf(second))
  })

  it('shares a flush with those that wait, and each sees the one before', async () => {
    const flushes: string[] = []
    const library = await create(await newFolder(), { disk: watched(realDisk, (act, path) => act === 'flush' && flushes.push(path)) })
    flushes.length = 0
    const seen: unknown[] = []
    const acts = Array.from({ length: 100 }, (_, index) =>
      library.commit((records, id, placed) => {
        const had = records.get(brief('a'))?.fields.text
        seen.push(had?.[0]?.value, placed(today).length)
        const place = { record: brief(`b${index}`), field: 'place', to: { rail: today, rank: 'a0' }, after: [] }
        const text = { record: brief('a'), field: 'text', to: index, after: (had ?? []).map((write) => write.id) }
        return { change: { id, at: '2026-04-15T20:00:00.000Z', by: ana, sets: [text, place] }, result: index }
      }),
    )
    expect(library.placed(today)).toEqual([])
    expect(await Promise.all(acts)).toEqual(Array.from({ length: 100 }, (_, index) => index))
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => [index === 0 ? undefined : index - 1, index]).flat())
    expect(flushes).toHaveLength(1)
    expect(library.placed(today)).toHaveLength(100)
    expect(library.records.get(brief('a'))?.fields.text).toHaveLength(1)
  })

  it('that throws while it is made fails alone', async () => {
    const library = await create(await newFolder())
    const acts = [
      edit(library, brief('a'), 'text', 'kept'),
      library.commit(() => {
        throw new Error('no such brief')
      }),
      edit(library, brief('b'), 'text', 'kept too'),
    ]
    const [one, two, three] = await Promise.allSettled(acts)
    expect(two).toMatchObject({ status: 'rejected', reason: { message: 'no such brief' } })
    expect([one!.status, three!.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(numberOf((three as PromiseFulfilledResult<string>).value)).toBe(numberOf((one as PromiseFulfilledResult<string>).value) + 1)
  })

  it('of a home that is not loaded, or under another id, is refused', async () => {
    const library = await create(await newFolder())
    await expect(edit(library, brief('a', yesterday), 'text', 'x')).rejects.toThrow('not loaded')
    const wrong: Change = { id: '000000000099-aaaaaaaaaaaaaaaa', at: '', by: ana, sets: [{ record: brief('a'), field: 'text', after: [] }] }
    await expect(library.commit(() => ({ change: wrong, result: 0 }))).rejects.toThrow('Not a change')
  })

  it('is told to listeners once it is flushed and applied, in order', async () => {
    const library = await create(await newFolder())
    const told: unknown[] = []
    const stop = library.onChange((change) => told.push([numberOf(change.id), shown(library, brief('a'))]))
    await Promise.all([edit(library, brief('a'), 'text', 'one'), edit(library, brief('a'), 'text', 'two')])
    await edit(library, brief('a'), 'text', 'three')
    stop()
    await edit(library, brief('a'), 'text', 'four')
    expect(told).toEqual([
      [2, 'two'],
      [3, 'two'],
      [4, 'three'],
    ])
  })

  it('is waited for by close, and refused after it', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    const edits = ['one', 'two', 'three'].map((text) => edit(library, brief('a'), 'text', text))
    await library.close()
    await Promise.all(edits)
    await expect(edit(library, brief('a'), 'text', 'late')).rejects.toMatchObject({ code: 'read-only' })
    expect(shown(await open(folder), brief('a'))).toBe('three')
  })
})

describe('a disk that fails', () => {
  it('full, refuses the edit with a clear message, keeps those before, and takes later ones once there is room', async () => {
    const folder = await newFolder()
    let full = false
    const disk = watched(realDisk, (act) => {
      if (full && act === 'write') throw diskFullError()
    })
    const library = await create(folder, { disk })
    await edit(library, brief('a'), 'text', 'before')
    full = true
    const refused = [
      edit(library, brief('a'), 'text', 'refused'),
      edit(library, brief('b'), 'text', 'refused too'),
      library.commit(() => ({ result: 0 })),
    ]
    for (const one of await Promise.allSettled(refused)) {
      expect(one).toMatchObject({
        status: 'rejected',
        reason: { code: 'disk-full', message: expect.stringMatching(/disk is full.*not saved.*Free some space/i) as string },
      })
    }
    await expect(library.checkpoint({ fold: true })).rejects.toMatchObject({ code: 'disk-full' })
    expect(shown(library, brief('a'))).toBe('before')
    expect(library.readOnly).toBeUndefined()
    full = false
    const id = await edit(library, brief('a'), 'text', 'after')
    const before = await contents(library, [today])
    expect(before[today]!.history.map((change) => change.sets[0]!.to)).toEqual(['before', 'after'])
    expect(await contents(await open(folder, [today], { readOnly: true }), [today])).toEqual(before)
    await library.close()
    const again = await open(folder)
    expect(await contents(again, [today])).toEqual(before)
    expect(numberOf(id)).toBe(again.highest)
  })

  it('short of room for a new journal, refuses the first edit and takes it later', async () => {
    const folder = await newFolder()
    await (await create(folder)).close()
    let full = true
    const disk = watched(realDisk, (act, path) => {
      if (full && act === 'write' && path.includes('journal-')) throw diskFullError()
    })
    const library = await open(folder, [today], { disk })
    await expect(edit(library, brief('a'), 'text', 'refused')).rejects.toMatchObject({ code: 'disk-full' })
    full = false
    await edit(library, brief('a'), 'text', 'taken')
    await library.close()
    expect(shown(await open(folder), brief('a'))).toBe('taken')
  })

  it('writing less than it is given, still gets every byte', async () => {
    const folder = await newFolder()
    const short = { ...realDisk }
    for (const name of ['create', 'open'] as const) {
      short[name] = async (path) => {
        const file = await realDisk[name](path)
        return { ...file, write: (bytes, position) => file.write(bytes.subarray(0, 7), position) }
      }
    }
    const library = await create(folder, { disk: short })
    await edit(library, brief('a'), 'text', 'A text of more than seven bytes.')
    await library.checkpoint({ fold: true })
    await edit(library, brief('b'), 'text', 'Another one.')
    const before = await contents(library, ['library', today])
    await library.close()
    expect(await contents(await open(folder), ['library', today])).toEqual(before)
  })

  it('that does not confirm a flush, leaves the library read only and says so', async () => {
    const folder = await newFolder()
    let failing = false
    const disk = watched(realDisk, (act) => {
      if (failing && act === 'flush') throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' })
    })
    const library = await create(folder, { disk })
    await edit(library, brief('a'), 'text', 'safe')
    failing = true
    await expect(edit(library, brief('a'), 'text', 'unsure')).rejects.toMatchObject({
      code: 'disk',
      message: expect.stringContaining('not confirm') as string,
    })
    failing = false
    expect(library.readOnly?.reason).toBe('flush-failed')
    expect(shown(library, brief('a'))).toBe('safe')
    await expect(edit(library, brief('a'), 'text', 'more')).rejects.toMatchObject({ code: 'read-only' })
    await library.close()
    const again = await open(folder)
    expect(['safe', 'unsure']).toContain(shown(again, brief('a')))
    await edit(again, brief('a'), 'text', 'on it goes')
  })
})

describe('opening read only', () => {
  it('reads a library that another desk holds, takes no lock and refuses edits', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    await edit(library, brief('a'), 'text', 'seen by both')
    const reader = await open(folder, [today], { readOnly: true })
    expect(shown(reader, brief('a'))).toBe('seen by both')
    await expect(edit(reader, brief('a'), 'text', 'x')).rejects.toMatchObject({ code: 'read-only', details: { reason: 'asked' } })
    expect(reader.readOnly?.reason).toBe('asked')
    await edit(library, brief('a'), 'text', 'and on')
  })

  it('of a folder without a library says so and makes nothing', async () => {
    const folder = await newFolder()
    await expect(openLibrary(options(join(folder, 'gone')))).rejects.toMatchObject({ code: 'not-a-library' })
    await expect(openLibrary(options(folder))).rejects.toMatchObject({ code: 'not-a-library' })
    await expect(openLibrary(options(folder, { readOnly: true }))).rejects.toMatchObject({ code: 'not-a-library' })
    expect(await readdir(folder)).toEqual([])
    expect(world).toBeDefined()
  })
})
