/** An edition's bundle: the table of its files, and the zip that holds them. */
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Edition } from '../edition.ts'
import { filesOf, outputsOf, type OutputFile } from '../model/outputs.ts'
import { atom } from './atom.ts'
import { mediaOfPage, mediaPath } from './figure.ts'
import { fragment } from './fragment.ts'
import { jsonFeed } from './json-feed.ts'
import { manifestName, manifestOf, verifyBundle, type Files } from './manifest.ts'
import { markdown } from './markdown.ts'
import { newsSitemap } from './news-sitemap.ts'
import { newsml } from './newsml.ts'
import { ninjs } from './ninjs.ts'
import { page } from './page.ts'
import { plainText } from './plain-text.ts'
import { railJson, railJsonSchema } from './rail-json.ts'
import { rss } from './rss.ts'
import { schemaOrg } from './structured-data.ts'

/** What makes each file; undefined where an edition has nothing to put into it. */
const writers: Readonly<Record<OutputFile, (edition: Edition) => string | undefined>> = {
  'index.html': (edition) => page(edition),
  'rail.html': fragment,
  'rail.json': (edition) => json(railJson(edition)),
  'rail.schema.json': () => json(railJsonSchema()),
  'feed.json': (edition) => json(jsonFeed(edition)),
  'rss.xml': rss,
  'atom.xml': atom,
  'news-sitemap.xml': newsSitemap,
  'rail.jsonld': (edition) => json(schemaOrg(edition)),
  'ninjs.json': (edition) => json(ninjs(edition)),
  'newsml.xml': newsml,
  'rail.md': markdown,
  'rail.txt': plainText,
}

/**
 * The files of an edition by path, the manifest last. A pure function of the edition and of the media that it names
 * (by their paths in the bundle): the same edition makes the same bytes on any machine, in any zone and language, at any
 * time. Throws where one of its media is not given.
 */
export function bundle(edition: Edition, media: Files = new Map()): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const path of filesOf(outputsOf(edition.channel.outputs))) {
    const text = writers[path](edition)
    if (text !== undefined) files.set(path, strToU8(text))
  }
  for (const path of mediaOfPage(edition).map(mediaPath)) {
    const bytes = media.get(path)
    if (bytes === undefined) throw new Error(`The edition's ${path} is not at hand.`)
    files.set(path, bytes)
  }
  return files.set(manifestName, strToU8(json(manifestOf(edition, files))))
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** A bundle as one zip, the files in their order and dated to the edition's day: the same bundle makes the same bytes. */
export function zipBundle(files: Files, { day }: Pick<Edition, 'day'>): Uint8Array {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // A zip's times are of no zone and taken from the machine's: noon is noon in all, with no hour skipped or told twice.
  // Images are packed already.
  const entries = [...files].map(([path, bytes]) => [path, path.startsWith('media/') ? [bytes, { level: 0 }] : bytes] as const)
  return zipSync(Object.fromEntries(entries) as Zippable, { level: 9, mtime: new Date(year, month - 1, date, 12) })
}

/** The files of a bundle's zip. Throws where it is damaged: nothing of it may go to a site. */
export function unzipBundle(zip: Uint8Array): Map<string, Uint8Array> {
  const files = new Map(Object.entries(unzipSync(zip)))
  if (!verifyBundle(files).whole) throw new Error('The bundle is damaged.')
  return files
}
