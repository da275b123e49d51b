import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { format } from '../../../src/core/model/kinds.ts'
import { openLibrary, type Library } from '../../../src/node/library/library.ts'
import { encodeHeader, encodeLine } from '../../../src/node/library/log.ts'
import { brief, contents, create, edit, newFolder, open, options, shelf, shown, today, world, yesterday } from './support.ts'

const homes = ['library', yesterday, today, shelf]
const checkpoint = `days/${today}.json`
const history = `history/${today}.jsonl`

const place = (library: Library, record: string, to: string) =>
  edit(library, record, 'place', to === shelf ? { shelf: to, rank: 'a0' } : { rail: to, rank: 'a0' })

/** A closed library with words of two days, guests on both rails and one on the shelf. */
async function closedLibrary() {
  const folder = await newFolder()
  const library = await create(folder)
  await library.load(homes)
  for (const text of ['one', 'two', 'three']) await edit(library, brief('a'), 'text', text)
  await place(library, brief('a'), today)
  await place(library, brief('late', yesterday), today)
  await edit(library, brief('late', yesterday), 'text', 'Late last night.')
  await place(library, brief('b'), shelf)
  await place(library, brief('c'), yesterday)
  const before = await contents(library, homes)
  await library.close()
  return { folder, before }
}

/** A library killed before it could write any checkpoint: its journal holds everything. */
async function killedLibrary() {
  const folder = await newFolder()
  const library = await create(folder)
  for (const text of ['one', 'two', 'three']) await edit(library, brief('a'), 'text', text)
  const copy = join(await newFolder(), 'copy')
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock.sqlite') })
  const journal = (await readdir(copy)).find((name) => name.startsWith('journal-'))!
  return { folder: copy, before: await contents(library, ['library', today]), journal }
}

async function listing(folder: string) {
  const names = await readdir(folder, { recursive: true })
  return Promise.all(
    names.sort().map(async (name) => {
      const { mtimeMs, ctimeMs, size } = await stat(join(folder, name))
      return { name, mtimeMs, ctimeMs, size }
    }),
  )
}

describe('a closed library', () => {
  it('holds everything in checkpoints and histories, and no journal', async () => {
    const { folder, before } = await closedLibrary()
    expect((await readdir(folder)).sort()).toEqual(['days', 'history', 'library.json', 'lock.sqlite'])
    const library = await open(folder, homes)
    expect(await contents(library, homes)).toEqual(before)
    expect(library.problems).toEqual([])
  })

  it('loads a day with its guests, and no other day', async () => {
    const { folder } = await closedLibrary()
    const library = await open(folder, [shelf])
    expect(library.placed(shelf)).toEqual([brief('b')])
    expect(library.records.has(brief('b'))).toBe(true)
    const other = await open(folder, [], { readOnly: true })
    expect([...other.records.keys()]).toEqual([world])
  })

  it('opened and closed without an edit, is left as it was', async () => {
    const { folder } = await closedLibrary()
    const files = (all: Awaited<ReturnType<typeof listing>>) => all.filter(({ name }) => /\.jsonl?$/.test(name))
    const before = files(await listing(folder))
    await (await open(folder, homes)).close()
    expect(files(await listing(folder))).toEqual(before)
  })

  it('opened read only, even damaged, is not written to', async () => {
    const { folder, before } = await closedLibrary()
    await writeFile(join(folder, checkpoint), 'null')
    await writeFile(join(folder, 'journal-00000000000000aa-1.jsonl'), '00000000 bad\n')
    const files = await listing(folder)
    const library = await open(folder, homes, { readOnly: true })
    expect(await contents(library, homes)).toEqual(before)
    expect(library.problems.map(({ file, what }) => [file, what])).toEqual([
      ['journal-00000000000000aa-1.jsonl', 'damaged-lines'],
      [checkpoint, 'rebuilt'],
    ])
    await library.checkpoint({ fold: true })
    await library.close()
    expect(await listing(folder)).toEqual(files)
  })
})

describe.each([
  ['missing', undefined],
  ['empty', ''],
  ['null', 'null'],
  ['0', '0'],
  ['of another shape', '{"format":1,"records":[{"id":"x"}]}'],
  ['truncated', 'half'],
])('a file that is %s', (_, content) => {
  async function damage(folder: string, file: string) {
    const path = join(folder, file)
    if (content === undefined) await rm(path)
    else await writeFile(path, content === 'half' ? (await readFile(path)).subarray(0, 100) : content)
  }

  it('as a day’s checkpoint, is set aside and made again from the history', async () => {
    const { folder, before } = await closedLibrary()
    await damage(folder, checkpoint)
    const library = await open(folder, homes)
    expect(await contents(library, homes)).toEqual(before)
    expect(library.problems).toMatchObject([
      { file: checkpoint, what: 'rebuilt', message: expect.stringContaining('No words are lost') as string },
    ])
    const names = await readdir(join(folder, 'days/world-1'))
    expect(names.includes('2026-04-15.json.damaged')).toBe(content !== undefined)
    await library.close()
    const again = await open(folder, homes)
    expect(again.problems).toEqual([])
    expect(await contents(again, homes)).toEqual(before)
  })

  it('as a day’s checkpoint before any fold, is made again from the journal', async () => {
    const { folder, before } = await killedLibrary()
    await mkdir(join(folder, 'days/world-1'), { recursive: true })
    await writeFile(join(folder, checkpoint), 'to be damaged'.repeat(20))
    await damage(folder, checkpoint)
    expect(await contents(await open(folder), ['library', today])).toEqual(before)
  })

  it('as library.json, is set aside and made again, and no number is used twice', async () => {
    const { folder, before } = await closedLibrary()
    const highest = Math.max(
      ...Object.values(before)
        .flatMap((home) => home.history)
        .map((change) => Number(change.id.slice(0, 12))),
    )
    await damage(folder, 'library.json')
    const library = await open(folder, homes)
    expect(await contents(library, homes)).toEqual(before)
    expect(library.highest).toBe(highest)
    expect(library.problems).toMatchObject([{ file: 'library.json', what: 'rebuilt' }])
    await library.close()
    expect((await open(folder, homes)).problems).toEqual([])
  })

  it('as a day’s checkpoint without a history, is reported and left alone, and the other days go on', async () => {
    const { folder, before } = await closedLibrary()
    if (content === undefined) return
    await damage(folder, checkpoint)
    await rm(join(folder, history))
    const bytes = await readFile(join(folder, checkpoint))
    const library = await open(folder, [])
    await expect(library.load([today])).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('from a backup') as string,
    })
    // Yesterday shows a guest of the lost day, and a brief of its own stands there.
    await library.load([yesterday])
    await edit(library, brief('late', yesterday), 'text', 'Corrected.')
    await library.close()
    const again = await open(folder, [yesterday])
    expect(shown(again, brief('late', yesterday))).toBe('Corrected.')
    expect(await readFile(join(folder, checkpoint))).toEqual(bytes)
    // Once the history is put back, everything is there.
    const changes = before[today]!.history.map((change) => encodeLine(JSON.stringify(change)))
    await writeFile(join(folder, history), Buffer.concat([encodeHeader(), ...changes]))
    await again.load([today])
    expect(shown(again, brief('a'))).toBe('three')
    expect(again.placed(yesterday)).toContain(brief('c'))
  })

  it('as library.json without a history, is a damaged library, never a new one', async () => {
    const { folder } = await closedLibrary()
    await damage(folder, 'library.json')
    await rm(join(folder, 'history/library.jsonl'))
    const before = await readdir(folder, { recursive: true })
    await expect(openLibrary(options(folder))).rejects.toMatchObject({ code: 'damaged' })
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  })
})

describe('a journal of another desk', () => {
  it('is read, then folded and removed', async () => {
    const { folder, before, journal } = await killedLibrary()
    const library = await open(folder)
    expect(await contents(library, ['library', today])).toEqual(before)
    await library.checkpoint()
    expect(await readdir(folder)).not.toContain(journal)
    expect(await contents(await open(folder, [today], { readOnly: true }), ['library', today])).toEqual(before)
  })

  it('with a torn end, is read up to it and not cut', async () => {
    const { folder, before, journal } = await killedLibrary()
    const bytes = Buffer.concat([await readFile(join(folder, journal)), Buffer.from('89abcdef {"id":"0000')])
    await writeFile(join(folder, journal), bytes)
    const library = await open(folder)
    expect(await contents(library, ['library', today])).toEqual(before)
    expect(library.problems).toEqual([])
    await edit(library, brief('a'), 'text', 'four')
    expect(await readFile(join(folder, journal))).toEqual(bytes)
    await library.close()
    expect(shown(await open(folder), brief('a'))).toBe('four')
  })

  it('with a bad line in the middle, is copied aside and reported, and its good lines count', async () => {
    const { folder, journal } = await killedLibrary()
    const lines = (await readFile(join(folder, journal), 'utf8')).split('\n')
    lines[3] = lines[3]!.replace('two', 'twx')
    await writeFile(join(folder, journal), lines.join('\n'))
    const library = await open(folder)
    expect(library.problems).toMatchObject([{ file: journal, what: 'damaged-lines', message: expect.stringContaining('Line 4') as string }])
    expect(shown(library, brief('a'))).toBe('three')
    await library.close()
    expect(await readFile(join(folder, `${journal}.damaged`), 'utf8')).toBe(lines.join('\n'))
    expect(await readdir(folder)).not.toContain(journal)
  })

  it('that stays because a day cannot be read, loses nothing and is folded once the day is back', async () => {
    const { folder } = await closedLibrary()
    const library = await open(folder, homes)
    await edit(library, brief('a'), 'text', 'from the journal')
    await edit(library, brief('late', yesterday), 'text', 'of the other day')
    const copy = join(await newFolder(), 'copy')
    await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock.sqlite') })
    await rename(join(copy, history), join(copy, 'kept'))
    await writeFile(join(copy, checkpoint), '')
    const damaged = await open(copy, [yesterday])
    await damaged.checkpoint({ fold: true })
    expect(shown(damaged, brief('late', yesterday))).toBe('of the other day')
    expect((await readdir(copy)).filter((name) => name.startsWith('journal-'))).toHaveLength(1)
    await damaged.close()
    await rename(join(copy, 'kept'), join(copy, history))
    const back = await open(copy)
    expect(shown(back, brief('a'))).toBe('from the journal')
    await back.close()
    expect((await readdir(copy)).filter((name) => name.startsWith('journal-'))).toEqual([])
  })
})

describe('a history', () => {
  it('with a torn end, is cut to its last whole line before it grows', async () => {
    const { folder, before } = await closedLibrary()
    await writeFile(join(folder, history), Buffer.concat([await readFile(join(folder, history)), Buffer.from('89abcdef {"torn')]))
    const library = await open(folder, homes)
    await edit(library, brief('a'), 'text', 'four')
    await library.close()
    const again = await open(folder, homes)
    expect((await again.history(today)).map((change) => change.id)).toEqual([
      ...before[today]!.history.map((change) => change.id),
      expect.anything(),
    ])
    expect(again.problems).toEqual([])
  })

  it('with a bad line, gives its good ones and is reported', async () => {
    const { folder, before } = await closedLibrary()
    const lines = (await readFile(join(folder, history), 'utf8')).split('\n')
    lines[2] = `x${lines[2]!}`
    await writeFile(join(folder, history), lines.join('\n'))
    const library = await open(folder, homes)
    expect(await library.history(today)).toHaveLength(before[today]!.history.length - 1)
    expect(library.problems).toMatchObject([{ file: history, what: 'damaged-lines' }])
    expect(await readFile(join(folder, `${history}.damaged`), 'utf8')).toBe(lines.join('\n'))
    // Reading it again makes no second copy.
    await library.history(today)
    expect((await readdir(join(folder, 'history/world-1'))).filter((name) => name.endsWith('.damaged'))).toHaveLength(1)
    await writeFile(join(folder, checkpoint), '')
    const rebuilt = await open(folder, homes, { readOnly: true })
    expect(shown(rebuilt, brief('a'))).toBe('three')
    expect(rebuilt.problems).toContainEqual(
      expect.objectContaining({ what: 'rebuilt', message: expect.stringContaining('compare the words with a backup') as string }),
    )
  })
})

describe('a newer format', () => {
  const newer = format + 1

  it.each([
    ['library.json', (text: string) => text.replace(`"format":${format}`, `"format":${newer}`)],
    [
      'library.json',
      (text: string) => JSON.stringify({ ...(JSON.parse(text) as object), format: newer, records: [{ id: 'of another shape' }] }),
    ],
    [checkpoint, (text: string) => text.replace(`"format":${format}`, `"format":${newer}`)],
    [
      'journal-00000000000000aa-1.jsonl',
      () => encodeLine(JSON.stringify({ format: newer })).toString() + encodeLine('{"a":"line of tomorrow"}').toString(),
    ],
  ])('in %s opens read only and changes nothing', async (file, change) => {
    const { folder, before } = await closedLibrary()
    await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8').catch(() => '')))
    const files = (await listing(folder)).filter(({ name }) => /\.jsonl?$/.test(name))
    const library = await open(folder, homes)
    expect(library.readOnly).toMatchObject({ reason: 'newer-format', message: expect.stringContaining('Update Newsrail') as string })
    await expect(edit(library, brief('a'), 'text', 'x')).rejects.toMatchObject({ code: 'read-only' })
    expect((await contents(library, [today]))[today]).toEqual(before[today])
    expect(library.problems).toEqual([])
    await library.close()
    expect((await listing(folder)).filter(({ name }) => /\.jsonl?$/.test(name))).toEqual(files)
  })
})

describe('what a newer program added', () => {
  it('is kept in checkpoints, records and changes', async () => {
    const { folder } = await closedLibrary()
    for (const file of ['library.json', checkpoint]) {
      const json = JSON.parse(await readFile(join(folder, file), 'utf8')) as { records: { fields: object }[] }
      Object.assign(json.records[0]!.fields, { mood: [{ id: '000000000001-00000000000000aa', value: 'calm', why: 'new' }] })
      await writeFile(join(folder, file), JSON.stringify({ ...json, weather: 'mild' }))
    }
    const quiz = {
      id: '000000000050-00000000000000aa',
      at: '',
      by: '',
      sets: [{ record: `${today}/quiz-1`, field: 'title', to: 'Who?', after: [] }],
      colour: 'red',
    }
    await writeFile(join(folder, 'journal-00000000000000aa-1.jsonl'), Buffer.concat([encodeHeader(), encodeLine(JSON.stringify(quiz))]))
    const library = await open(folder, homes)
    await edit(library, brief('a'), 'text', 'edited')
    await edit(library, world, 'title', 'Edited')
    await library.close()
    for (const file of ['library.json', checkpoint]) {
      const json = JSON.parse(await readFile(join(folder, file), 'utf8')) as { weather: string; records: { id: string; fields: object }[] }
      expect(json.weather).toBe('mild')
      expect(json.records[0]!.fields).toMatchObject({ mood: [{ value: 'calm', why: 'new' }] })
    }
    const again = await open(folder, homes)
    expect(shown(again, `${today}/quiz-1`, 'title')).toBe('Who?')
    expect(await again.history(today)).toContainEqual(quiz)
  })
})
