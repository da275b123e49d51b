/** An edition's bundle: the table of its files, and the zip that holds them. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Edition } from '../edition.ts'
import { atom } from './atom.ts'
import { fragment } from './fragment.ts'
import { jsonFeed } from './json-feed.ts'
import { manifestName, manifestOf, verifyBundle, type Files } from './manifest.ts'
import { page } from './page.ts'
import { railJson } from './rail-json.ts'
import { rss } from './rss.ts'

const outputs: Readonly<Record<string, (edition: Edition) => string>> = {
  'index.html': (edition) => page(edition),
  'rail.html': fragment,
  'rail.json': (edition) => json(railJson(edition)),
  'feed.json': (edition) => json(jsonFeed(edition)),
  'rss.xml': rss,
  'atom.xml': atom,
}

/**
 * The files of an edition by path, the manifest last. A pure function of the edition: the same edition
 * makes the same bytes on any machine, in any zone and language, at any time.
 */
export function bundle(edition: Edition): Map<string, Uint8Array> {
  const files = new Map(Object.entries(outputs).map(([path, write]) => [path, strToU8(write(edition))]))
  return files.set(manifestName, strToU8(json(manifestOf(edition, files))))
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** A bundle as one zip, the files in their order and dated to the edition's day: the same bundle makes the same bytes. */
export function zipBundle(files: Files, { day }: Pick<Edition, 'day'>): Uint8Array {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // A zip's times are of no zone and taken from the machine's: noon is noon in all, with no hour skipped or told twice.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(year, month - 1, date, 12) })
}

/** The files of a bundle's zip. Throws where it is damaged: nothing of it may go to a site. */
export function unzipBundle(zip: Uint8Array): Map<string, Uint8Array> {
  const files = new Map(Object.entries(unzipSync(zip)))
  if (!verifyBundle(files).whole) throw new Error('The bundle is damaged.')
  return files
}
