import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bundle } from '../../../src/core/bundle/bundle.ts'
import { readManifest, verifyBundle } from '../../../src/core/bundle/manifest.ts'
import { editions, media, pasted } from './corpus.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('the manifest', () => {
  const files = bundle(pasted.edition)
  const manifest = readManifest(files.get('manifest.json')!)!

  test('names the edition, the one before it and its channel', () => {
    expect(manifest).toMatchObject({
      version: 1,
      edition: {
        id: '14-0123456789abcdef',
        number: 14,
        day: '2026-04-15',
        at: '2026-04-15T20:05:00.000Z',
        previous: '13-fedcba9876543210',
      },
      channel: { key: 'world-4f2a', title: 'World' },
    })
  })

  test('lists every other file with its size and hash', () => {
    expect(manifest.files.map(({ path }) => path)).toEqual([...files.keys()].filter((path) => path !== 'manifest.json'))
    for (const { path, size, sha256 } of manifest.files) {
      const file = files.get(path)!
      expect([size, sha256]).toEqual([file.length, createHash('sha256').update(file).digest('hex')])
    }
  })

  test.each([
    '../x.html',
    '/etc/passwd',
    'a/b.html',
    'C:x.html',
    'media/x.jpg',
    'media\\x.jpg',
    '.x.html',
    'index.html/',
    'a..html',
    'manifest',
  ])('that lists %s is none', (path) => {
    const file = { ...manifest.files[0]!, path }
    expect(readManifest(bytes({ ...manifest, files: [file] }))).toBeUndefined()
  })

  test('of a newer form, another program or no JSON is none', () => {
    for (const value of [{ ...manifest, version: 2 }, { name: 'A web app', icons: [] }, null, 3])
      expect(readManifest(bytes(value))).toBeUndefined()
    expect(readManifest(new TextEncoder().encode('{"version": 1'))).toBeUndefined()
    expect(readManifest(new Uint8Array())).toBeUndefined()
  })
})

describe('verifying', () => {
  test.each(Object.entries(editions))('finds a bundle whole: %s', (_, edition) => {
    const verdict = verifyBundle(bundle(edition, media))
    expect(verdict.whole).toBe(true)
    expect(new Set(verdict.files.map(({ state }) => state))).toEqual(new Set(['whole']))
  })

  test('tells file by file what is changed, missing or not of the bundle', () => {
    const files = bundle(pasted.edition)
    files.get('index.html')![100]! ^= 1
    files.set('rss.xml', files.get('rss.xml')!.subarray(1))
    files.delete('rail.json')
    files.set('favicon.ico', new Uint8Array(3))
    const { whole, files: states } = verifyBundle(files)
    expect(whole).toBe(false)
    expect(Object.fromEntries(states.map(({ path, state }) => [path, state]))).toEqual({
      'index.html': 'changed',
      'rail.html': 'whole',
      'rail.json': 'missing',
      'rail.schema.json': 'whole',
      'feed.json': 'whole',
      'rss.xml': 'changed',
      'atom.xml': 'whole',
      'favicon.ico': 'unlisted',
    })
  })

  test('takes a file that is not of the bundle for no harm', () => {
    expect(verifyBundle(bundle(pasted.edition).set('favicon.ico', new Uint8Array(3))).whole).toBe(true)
  })

  test('finds nothing whole without a manifest', () => {
    const files = bundle(pasted.edition)
    files.delete('manifest.json')
    expect(verifyBundle(files)).toMatchObject({ manifest: undefined, whole: false })
    expect(verifyBundle(new Map())).toEqual({ manifest: undefined, whole: false, files: [] })
  })
})
