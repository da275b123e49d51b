import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setImage } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import { unzipBundle } from '../../src/core/bundle/bundle.ts'
import { mostBytes } from '../../src/core/media/inspect.ts'
import { mediaName, type Image } from '../../src/core/model/image.ts'
import { annotatedPng, claiming, jpeg, photo, png, secrets } from '../images.ts'
import { Office } from './office.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

async function addImage(office: Office, bytes: Uint8Array = jpeg): Promise<Image> {
  const media = await office.ask('addMedia', { data: base64(bytes) })
  return { master: media, focus: { x: 0.5, y: 0.5 }, crops: [media] }
}

/** A ready brief with an image, its alt text and credit. */
async function illustrated(office: Office, image: Image): Promise<string> {
  const id = await office.brief('Ferries')
  await office.edit(setImage(await office.record(id), id, image))
  await office.set(id, 'imageAlt', 'A ferry')
  await office.set(id, 'imageCredit', 'Ana')
  return id
}

/** The words of every file under a folder. */
async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))).join('\n')
}

describe('an image that comes in', () => {
  it('is kept under the name of its content, without what it says of place, person and program', async () => {
    const office = await Office.open()
    const media = await office.ask('addMedia', { data: base64(photo()) })
    expect(media).toMatchObject({ type: 'image/jpeg', width: 24, height: 16, size: jpeg.length })
    await office.ask('addMedia', { data: base64(annotatedPng()) })
    const kept = await readFile(join(office.folder, 'media', mediaName(media)))
    expect(new Uint8Array(kept)).toEqual(jpeg)
    const words = await everything(office.folder)
    for (const secret of secrets) expect(words).not.toContain(secret)
  })

  it('is one file however often it comes', async () => {
    const office = await Office.open()
    await Promise.all([photo(), jpeg, jpeg].map((bytes) => office.ask('addMedia', { data: base64(bytes) })))
    expect(await readdir(join(office.folder, 'media'))).toHaveLength(1)
  })

  it.each([
    ['words called an image', new TextEncoder().encode('Just some words.'), 'neither'],
    ['half an image', jpeg.subarray(0, 200), 'damaged'],
    ['a bomb', claiming(60_000, 60_000), '60000 × 60000'],
    ['too many bytes', new Uint8Array(Math.floor(24.7 * 1024 * 1024)), 'neither'],
    ['nothing', new Uint8Array(), 'neither'],
  ])('%s is refused, and nothing is kept', async (_, bytes, says) => {
    const office = await Office.open()
    expect(bytes.length).toBeLessThan(mostBytes)
    const result = await office.call('addMedia', { data: base64(bytes) })
    expect(result).toMatchObject({ ok: false, error: { code: expect.stringMatching(/refused|bad-input/) as string } })
    if (!result.ok && bytes.length < 1_000_000) expect(result.error.message).toContain(says)
    expect(await readdir(office.folder)).not.toContain('media')
  })

  it('mends one that was damaged on the disk', async () => {
    const office = await Office.open()
    const { master } = await addImage(office)
    const file = join(office.folder, 'media', mediaName(master))
    await writeFile(file, 'garbled')
    expect(await office.host.media(mediaName(master))).toBeUndefined()
    await addImage(office)
    expect(new Uint8Array(await readFile(file))).toEqual(jpeg)
    expect(await office.host.media(mediaName(master))).toBeDefined()
  })
})

describe('an edit', () => {
  it('names no image that the library does not hold', async () => {
    const office = await Office.open()
    const id = await office.brief('Ferries')
    const image = await addImage(office)
    const strange: Image = { ...image, crops: [{ ...image.master, hash: 'a'.repeat(64) }] }
    const sets = setImage(await office.record(id), id, strange)
    expect(await office.call('edit', { step: 's', sets })).toMatchObject({ ok: false, error: { code: 'not-found', field: `${id} image` } })
    expect(valueOf(await office.record(id), 'image')).toBeUndefined()
  })

  it('that changes the image clears what was said of the one before, and undo brings all of it back', async () => {
    const office = await Office.open()
    const id = await illustrated(office, await addImage(office))
    const other = await addImage(office, png)
    await office.edit(setImage(await office.record(id), id, other), 'another')
    expect(valueOf(await office.record(id), 'imageAlt')).toBeUndefined()
    await office.ask('undo', { channel: office.channel, day: office.day })
    expect(valueOf(await office.record(id), 'imageAlt')).toBe('A ferry')
    expect(valueOf(await office.record(id), 'image')).toMatchObject({ master: { type: 'image/jpeg' } })
  })
})

describe('a launch', () => {
  it('brings the image files, and they outlast the library’s', async () => {
    const office = await Office.open()
    const image = await addImage(office, photo())
    await illustrated(office, image)
    const { edition, lost } = await office.launch()
    expect(lost).toEqual([])
    const zip = await office.host.bundle(office.channel, office.day, edition.id)
    await rm(join(office.folder, 'media'), { recursive: true })
    const files = unzipBundle(zip!)
    const path = `media/${mediaName(image.master)}`
    expect(files.get(path)).toEqual(jpeg)
    expect(Buffer.from(files.get('index.html')!).toString()).toContain(`<img src="${path}"`)
    const again = await office.host.bundle(office.channel, office.day, edition.id)
    expect(Buffer.from(again!).equals(zip!)).toBe(true)
  })

  it('makes the same bundle anew from the edition and its media', async () => {
    const office = await Office.open()
    await illustrated(office, await addImage(office))
    const { edition } = await office.launch()
    const zip = await office.host.bundle(office.channel, office.day, edition.id)
    await rm(join(office.folder, 'editions', office.channel, office.day, `${edition.id}.zip`))
    expect(Buffer.from((await office.host.bundle(office.channel, office.day, edition.id))!).equals(zip!)).toBe(true)
  })

  it('goes on without an image that is lost, and says which and why', async () => {
    const office = await Office.open()
    const image = await addImage(office)
    const id = await illustrated(office, image)
    const file = `media/${mediaName(image.master)}`
    await writeFile(join(office.folder, file), jpeg.subarray(0, 100))
    const { edition, lost } = await office.launch()
    expect(lost).toEqual([id])
    const files = unzipBundle((await office.host.bundle(office.channel, office.day, edition.id))!)
    const html = Buffer.from(files.get('index.html')!).toString()
    expect(html).toContain('About Ferries.')
    expect(html).not.toContain('<img')
    const { library } = await office.ask('hello', {})
    expect(library?.problems).toMatchObject([{ file, message: expect.stringContaining('missing or damaged') as string }])
  })

  it('holds a brief back whose image lacks alt text or credit', async () => {
    const office = await Office.open()
    const id = await office.brief('Ferries')
    await office.brief('Another')
    await office.edit(setImage(await office.record(id), id, await addImage(office)))
    await office.set(id, 'imageAlt', 'A ferry')
    await office.launch()
    expect((await office.view()).base?.briefs.map(({ kicker }) => kicker)).toEqual(['Another'])
    await office.set(id, 'imageCredit', 'Ana')
    await office.launch()
    expect((await office.view()).base?.briefs.map(({ kicker }) => kicker).sort()).toEqual(['Another', 'Ferries'])
  })
})

it('a library that is read only keeps no image', async () => {
  const office = await Office.open()
  await office.host.open(office.folder, { readOnly: true })
  expect(await office.call('addMedia', { data: base64(jpeg) })).toMatchObject({ ok: false, error: { code: 'read-only' } })
})

it('a folder in an image’s place is told, not fallen over', async () => {
  const office = await Office.open()
  const { master } = await addImage(office)
  const file = join(office.folder, 'media', mediaName(master))
  await rm(file)
  await mkdir(file)
  expect(await office.host.media(mediaName(master)).catch(() => 'thrown')).not.toBe('thrown')
})
