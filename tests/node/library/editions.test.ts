import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editionId } from '../../../src/core/edition.ts'
import { realDisk } from '../../../src/node/library/disk.ts'
import { brief, channel, create, diskFullError, edit, edition, mortal, newFolder, open, today, watched, yesterday } from './support.ts'

const [here, there] = ['a'.repeat(16), 'b'.repeat(16)]
const zip = Buffer.from('a zip')

describe('editions', () => {
  it('are kept with their bundles and listed by day, number and opening', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    const launched = [edition(10, here), edition(3, there), edition(3, here), edition(9, here, yesterday)]
    for (const one of launched) await library.editions.write(one, zip)
    const ids = [
      { day: '2026-04-14', id: `9-${here}` },
      { day: '2026-04-15', id: `3-${here}` },
      { day: '2026-04-15', id: `3-${there}` },
      { day: '2026-04-15', id: `10-${here}` },
    ]
    expect(await library.editions.list(channel)).toEqual(ids)
    await library.close()
    const again = await open(folder, [], { readOnly: true })
    expect(await again.editions.list(channel)).toEqual(ids)
    expect(await again.editions.list('another')).toEqual([])
    expect(await again.editions.read(channel, '2026-04-15', `10-${here}`)).toEqual(edition(10, here))
    expect(await again.editions.bundle(channel, '2026-04-15', `10-${here}`)).toEqual(zip)
    expect(await again.editions.read(channel, '2026-04-15', `11-${here}`)).toBeUndefined()
    expect(await again.editions.notes(channel, '2026-04-14')).toEqual([
      { id: `9-${here}`, day: '2026-04-14', at: '2026-04-15T20:00:00.000Z', by: 'library/person-ana' },
    ])
    await expect(again.editions.write(edition(11, here), zip)).rejects.toMatchObject({ code: 'read-only' })
  })

  it('are never written twice', async () => {
    const library = await create(await newFolder())
    await library.editions.write(edition(1, here), zip)
    await expect(library.editions.write(edition(1, here), Buffer.from('other'))).rejects.toThrow('already')
    expect(await library.editions.bundle(channel, '2026-04-15', `1-${here}`)).toEqual(zip)
  })

  it('cost no reading of their files at opening, and a damaged one is reported by name', async () => {
    const folder = await newFolder()
    const library = await create(folder)
    await library.editions.write(edition(1, here), zip)
    await library.editions.write(edition(2, here), zip)
    const file = `editions/${today}/1-${here}.json`
    await writeFile(join(folder, file), '{"format":1')
    const again = await open(folder, [], { readOnly: true })
    expect(await again.editions.list(channel)).toHaveLength(2)
    await expect(again.editions.read(channel, '2026-04-15', `1-${here}`)).rejects.toMatchObject({ code: 'damaged', details: { file } })
    expect((await again.editions.notes(channel, '2026-04-15')).map((note) => note.id)).toEqual([`2-${here}`])
    expect(again.problems).toMatchObject([{ file, what: 'cannot-be-read' }])
  })

  it('killed at any act of a launch, are there whole or not at all', async () => {
    for (let acts = 0, finished = false; !finished; acts++) {
      const folder = await newFolder()
      const process = mortal()
      const library = await create(folder, { disk: process.disk })
      process.arm(acts)
      await library.editions.write(edition(1, here), zip).catch(() => undefined)
      finished = !process.dead
      const reader = await open(folder, [], { readOnly: true })
      for (const { day, id } of await reader.editions.list(channel)) {
        expect(editionId((await reader.editions.read(channel, day, id))!)).toBe(id)
        expect(await reader.editions.bundle(channel, day, id)).toEqual(zip)
      }
      if (finished) expect(await reader.editions.list(channel)).toHaveLength(1)
    }
  })

  it('on a full disk are refused clearly, and launched once there is room', async () => {
    const folder = await newFolder()
    let full = true
    const disk = watched(realDisk, (act, path) => {
      if (full && act === 'write' && path.includes('editions')) throw diskFullError()
    })
    const library = await create(folder, { disk })
    await expect(library.editions.write(edition(1, here), zip)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('Nothing was launched') as string,
    })
    full = false
    await library.editions.write(edition(1, here), zip)
    expect(await readdir(join(folder, `editions/${today}`))).toEqual([`1-${here}.json`, `1-${here}.zip`])
  })
})

it('days are those of which there is anything: checkpoints, journals or editions', async () => {
  const folder = await newFolder()
  const library = await create(folder)
  await library.load([`${channel}/2026-04-16`])
  await edit(library, brief('a'), 'text', 'filed')
  await library.checkpoint({ fold: true })
  await edit(library, brief('a', `${channel}/2026-04-16`), 'text', 'in the journal')
  await library.editions.write(edition(1, here, yesterday), zip)
  expect(await library.days(channel)).toEqual(['2026-04-14', '2026-04-15', '2026-04-16'])
  expect(await library.days('another')).toEqual([])
})
