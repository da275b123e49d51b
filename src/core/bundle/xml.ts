/** XML from its parts: all text is escaped here, and nowhere else. */
import { escapeHtml } from '../text.ts'

/** An element that is written out already. */
export interface Xml {
  readonly xml: string
}

/**
 * An element with attributes and content, text or elements; attributes and content that are undefined
 * are left out. Text must hold none of the characters that XML forbids (the model removes them).
 */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly (string | Xml | undefined)[]
): Xml {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`))
  const inner = content.map((part) => (part === undefined ? '' : typeof part === 'string' ? escapeHtml(part) : `\n${part.xml}`)).join('')
  const end = content.some((part) => typeof part === 'object') ? `\n</${name}>` : `</${name}>`
  return { xml: inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}${end}` }
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`
}
