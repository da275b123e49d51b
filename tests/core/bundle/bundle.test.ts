import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundle, unzipBundle, zipBundle } from '../../../src/core/bundle/bundle.ts'
import type { RailJson } from '../../../src/core/bundle/rail-json.ts'
import type { Edition } from '../../../src/core/edition.ts'
import { anyEdition, brief, edition, editions, lead, media, pasted, twoThousand } from './corpus.ts'
import { contents, fileOf } from './reading.ts'

const rail = (of: Edition) => JSON.parse(fileOf(of, 'rail.json')) as RailJson
const items = (of: Edition) => (JSON.parse(fileOf(of, 'feed.json')) as { items: { id: string; title: string }[] }).items

test('a bundle has these files, the manifest last', () => {
  expect([...bundle(pasted.edition).keys()]).toEqual([
    'index.html',
    'rail.html',
    'rail.json',
    'rail.schema.json',
    'feed.json',
    'rss.xml',
    'atom.xml',
    'manifest.json',
  ])
})

describe('every output', () => {
  test.each(Object.entries({ ...editions, 'two thousand': twoThousand }))('says the same briefs in the same order: %s', (_, of) => {
    const anchors = rail(of).briefs.map(({ anchor }) => anchor)
    for (const file of ['index.html', 'rail.html']) {
      expect([...fileOf(of, file).matchAll(/ class="newsrail-brief" id="([^"]+)"/g)].map(([, id]) => id)).toEqual(anchors)
    }
    const { lead: first, briefs } = rail(of)
    const ids = [...(first === undefined ? [] : [first.id]), ...briefs.map(({ id }) => id)]
    expect(ids.slice(-of.briefs.length || ids.length)).toEqual(of.briefs.map(({ record }) => `urn:newsrail:${record}`))
    expect(items(of).map(({ id }) => id)).toEqual(ids)
    expect(contents(fileOf(of, 'rss.xml'), '//item/guid')).toEqual(ids)
    expect(contents(fileOf(of, 'atom.xml'), '//a:entry/a:id')).toEqual(ids)
  })

  test('says the same words, whatever they are', () => {
    fc.assert(
      fc.property(anyEdition, (of) => {
        const titles = items(of).map(({ title }) => title)
        expect(contents(fileOf(of, 'rss.xml'), '//item/title')).toEqual(titles)
        expect(contents(fileOf(of, 'atom.xml'), '//a:entry/a:title')).toEqual(titles)
        const html = (JSON.parse(fileOf(of, 'feed.json')) as { items: { content_html: string }[] }).items.map(
          ({ content_html }) => content_html,
        )
        expect(contents(fileOf(of, 'rss.xml'), '//item/description')).toEqual(html)
        expect(contents(fileOf(of, 'atom.xml'), '//a:entry/a:content')).toEqual(html)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps what is called one thing under that name when it is edited, moved and carried to another day', () => {
    const before = edition({ lead: lead({ headline: 'Before' }), briefs: [brief(1), brief(2)] })
    const after = edition({
      channel: { title: 'Earth', site: 'https://other.example/' },
      day: '2026-04-16',
      number: 15,
      lead: lead({ headline: 'After' }),
      briefs: [brief(2), brief(1, { kicker: 'new', text: 'New.', at: '2026-04-15T09:00:00.000Z', label: '12:00' })],
    })
    const names = (of: Edition) => [...items(of).map(({ id }) => id), ...rail(of).briefs.map(({ anchor }) => anchor)].sort()
    expect(names(after)).toEqual(names(before))
  })

  test('says when a thing was last changed', () => {
    const of = edition({ briefs: [brief(1, { updated: '2026-04-15T20:04:00.000Z' })] })
    expect(rail(of).briefs[0]).toMatchObject({ updated: '2026-04-15T20:04:00.000Z' })
    expect(items(of)[0]).toMatchObject({ date_modified: '2026-04-15T20:04:00.000Z' })
    expect(contents(fileOf(of, 'atom.xml'), '//a:entry/a:updated')).toEqual(['2026-04-15T20:04:00.000Z'])
    expect(contents(fileOf(of, 'rss.xml'), '//item/a:updated')).toEqual(['2026-04-15T20:04:00.000Z'])
  })

  test('names nobody who works here', () => {
    for (const [path, bytes] of bundle(editions.full!, media)) {
      const text = new TextDecoder().decode(bytes)
      expect(text, path).not.toContain('ana7')
      expect(text, path).not.toContain('000000000777')
    }
  })
})

describe('the same edition', () => {
  const script = `
    import { createHash } from 'node:crypto'
    import { bundle, zipBundle } from '${new URL('../../../src/core/bundle/bundle.ts', import.meta.url).href}'
    import { editions, media } from '${new URL('./corpus.ts', import.meta.url).href}'
    for (const edition of Object.values(editions)) console.log(createHash('sha256').update(zipBundle(bundle(edition, media), edition)).digest('hex'))`

  test('makes the same bytes in any zone and language', { timeout: 60_000 }, () => {
    const made = [
      { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ].map((env) => execFileSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], { env, encoding: 'utf8' }))
    expect(made[0]!.trim().split('\n')).toHaveLength(Object.keys(editions).length)
    expect(new Set(made).size).toBe(1)
  })

  test('goes into a zip and comes out of it', () => {
    for (const of of Object.values(editions)) {
      const files = bundle(of, media)
      const out = unzipBundle(zipBundle(files, of))
      expect([...out.keys()]).toEqual([...files.keys()])
      for (const [path, bytes] of files) expect(Buffer.from(out.get(path)!).equals(bytes), path).toBe(true)
    }
  })
})

test('a damaged zip is refused', () => {
  const zip = zipBundle(bundle(pasted.edition), pasted.edition)
  for (const at of [60, Math.floor(zip.length / 2), zip.length - 30]) {
    const damaged = zip.slice()
    damaged[at] = damaged[at]! ^ 0xff
    expect(() => unzipBundle(damaged), String(at)).toThrow()
  }
  expect(() => unzipBundle(zip.subarray(0, zip.length - 100))).toThrow()
  expect(() => unzipBundle(new Uint8Array())).toThrow()
})
