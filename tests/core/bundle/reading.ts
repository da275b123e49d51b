/** Reading a bundle's files as a browser, a feed reader or a site does. */
import { Window, type Document, type Node } from 'happy-dom'
import { XmlDocument } from 'libxml2-wasm'
import { bundle } from '../../../src/core/bundle/bundle.ts'
import { media } from './corpus.ts'
import type { Edition } from '../../../src/core/edition.ts'
import { outputNames } from '../../../src/core/model/outputs.ts'

const bundles = new WeakMap<Edition, Map<string, Uint8Array>>()

/** The same edition of a channel that has every output. */
export function withAll(edition: Edition): Edition {
  return { ...edition, channel: { ...edition.channel, outputs: outputNames } }
}

function filesOf(edition: Edition): Map<string, Uint8Array> {
  const files = bundles.get(edition) ?? bundle(withAll(edition), media)
  bundles.set(edition, files)
  return files
}

/** Whether a bundle has a file; some are made only where there is something to tell. */
export function hasFile(edition: Edition, path: string): boolean {
  return filesOf(edition).has(path)
}

/** A bundle's file as text, of all that a channel can have. */
export function fileOf(edition: Edition, path: string): string {
  const bytes = filesOf(edition).get(path)
  if (bytes === undefined) throw new Error(`The bundle has no ${path}.`)
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

export function htmlOf(html: string): Document {
  const { document } = new Window()
  document.write(html)
  return document
}

const lines = new Set([
  'ARTICLE',
  'BLOCKQUOTE',
  'DIV',
  'FIGCAPTION',
  'FIGURE',
  'H1',
  'H2',
  'H3',
  'H4',
  'INS',
  'LI',
  'MAIN',
  'OL',
  'P',
  'SECTION',
  'UL',
])

/** What a reader sees of a document, line by line, blank ones left out. */
export function visibleLines(document: Document): string[] {
  const text = (node: Node): string => {
    const children = [...node.childNodes].map(text).join('')
    if (node.nodeName === '#text') return node.textContent.replace(/[ \t\n]+/g, ' ')
    if (node.nodeName === 'SCRIPT' || node.nodeName === 'STYLE') return ''
    if (node.nodeName === 'BR') return '\n'
    return lines.has(node.nodeName) ? `\n${children}\n` : children
  }
  return text(document.body)
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''))
    .filter((line) => line !== '')
}

/** What is read out of XML, which is then let go of. */
export function readXml<T>(xml: string, read: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(xml)
  try {
    return read(document)
  } finally {
    document.dispose()
  }
}

export const namespaces = {
  a: 'http://www.w3.org/2005/Atom',
  at: 'http://purl.org/atompub/tombstones/1.0',
  g2: 'http://iptc.org/std/nar/2006-10-01/',
  h: 'http://www.w3.org/1999/xhtml',
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
}

/** The content of the nodes that an XPath finds; `a:` is Atom, `g2:` NewsML-G2, `s:` a sitemap. */
export function contents(xml: string, path: string): string[] {
  return readXml(xml, (document) => document.find(path, namespaces).map((node) => node.content))
}
