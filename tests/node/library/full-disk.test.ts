import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { realDisk, type Disk, type DiskFile } from '../../../src/node/library/disk.ts'
import { LibraryError } from '../../../src/node/library/library-error.ts'
import { brief, contents, create, diskFullError, edit, newFolder, open, shown, today } from './support.ts'

interface SmallDisk {
  readonly folder: string
  readonly disk: Disk
  readonly makeRoom: () => Promise<void>
}

/** A file system of 300 KB, most of it taken. */
async function mounted(): Promise<SmallDisk> {
  const folder = await newFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', folder], { stdio: 'ignore' })
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  await writeFile(join(folder, 'photos'), Buffer.alloc(200_000))
  return { folder: join(folder, 'library'), disk: realDisk, makeRoom: () => rm(join(folder, 'photos')) }
}

/** Where nothing may be mounted: a disk that takes so many bytes, the last of them in a short write. */
async function counted(): Promise<SmallDisk> {
  let room = 60_000
  const file = (inner: DiskFile): DiskFile => ({
    ...inner,
    write: async (bytes, position) => {
      if (room === 0) throw diskFullError()
      const written = await inner.write(bytes.subarray(0, room), position)
      room -= written
      return written
    },
  })
  const makeRoom = (): Promise<void> => {
    room = Infinity
    return Promise.resolve()
  }
  const disk = {
    ...realDisk,
    create: async (path: string) => file(await realDisk.create(path)),
    open: async (path: string) => file(await realDisk.open(path)),
  }
  return { folder: await newFolder(), disk, makeRoom }
}

it('a disk that runs full refuses the edit clearly, loses nothing, and goes on once there is room', async () => {
  const { folder, disk, makeRoom } = await mounted().catch(counted)
  const library = await create(folder, { disk })
  const text = 'A sentence that takes some room. '.repeat(30)
  let saved = 0
  const refusal: unknown = await (async () => {
    for (;;) {
      await edit(library, brief('a'), 'text', `${saved + 1} ${text}`)
      saved++
      if (saved % 10 === 0) await library.checkpoint()
    }
  })().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(LibraryError)
  expect(refusal).toMatchObject({ code: 'disk-full' })
  expect(saved).toBeGreaterThan(9)
  // A checkpoint may have been refused first; fill up what it left.
  while (
    await edit(library, brief('a'), 'text', `${saved + 1} ${text}`).then(
      () => true,
      () => false,
    )
  )
    saved++
  await expect(edit(library, brief('a'), 'text', text.repeat(200))).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringMatching(/not saved.*Free some space/) as string,
  })
  await expect(library.checkpoint({ fold: true })).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('No words are lost') as string,
  })
  const before = await contents(library, ['library', today])
  expect(shown(library, brief('a'))).toBe(`${saved} ${text}`)
  expect(await contents(await open(folder, [today], { readOnly: true }), ['library', today])).toEqual(before)

  await makeRoom()
  await edit(library, brief('a'), 'text', 'Room again.')
  await library.close()
  const again = await open(folder, [today], { disk })
  expect(shown(again, brief('a'))).toBe('Room again.')
  expect(await again.history(today)).toHaveLength(saved + 1)
  expect(again.problems).toEqual([])
  await again.close()
})
