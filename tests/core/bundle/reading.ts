/** Reading a bundle's files as a browser, a feed reader or a site does. */
import { Window, type Document, type Node } from 'happy-dom'
import { XmlDocument } from 'libxml2-wasm'
import { bundle } from '../../../src/core/bundle/bundle.ts'
import { media } from './corpus.ts'
import type { Edition } from '../../../src/core/edition.ts'

const bundles = new WeakMap<Edition, Map<string, Uint8Array>>()

/** A bundle's file as text. */
export function fileOf(edition: Edition, path: string): string {
  const files = bundles.get(edition) ?? bundle(edition, media)
  bundles.set(edition, files)
  const bytes = files.get(path)
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

const namespaces = { a: 'http://www.w3.org/2005/Atom' }

/** The content of the nodes that an XPath finds; `a:` is Atom. */
export function contents(xml: string, path: string): string[] {
  return readXml(xml, (document) => document.find(path, namespaces).map((node) => node.content))
}
