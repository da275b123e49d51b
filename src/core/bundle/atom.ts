/** `atom.xml`: Atom (RFC 4287). */
import type { Edition } from '../edition.ts'
import { entriesOf, type Entry } from './entries.ts'
import { channelTitle, siteAddress, urnOf } from './names.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

export function atom(edition: Edition): string {
  const { channel } = edition
  return xmlDocument(
    xml(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': channel.language },
      xml('id', {}, urnOf(channel.key)),
      xml('title', {}, channelTitle(channel)),
      xml('updated', {}, edition.at),
      xml('author', {}, xml('name', {}, channel.title || channel.railTitle)),
      link('self', siteAddress(channel, 'atom.xml'), 'application/atom+xml'),
      link('alternate', siteAddress(channel), 'text/html'),
      ...entriesOf(edition).map(entry),
    ),
  )
}

function entry({ id, title, content, page, link: related, published, updated, tags, image }: Entry): Xml {
  return xml(
    'entry',
    {},
    xml('id', {}, id),
    xml('title', {}, title),
    xml('published', {}, published),
    xml('updated', {}, updated),
    link('alternate', page),
    link('related', related),
    image &&
      xml('link', {
        rel: 'enclosure',
        type: image.media.type,
        length: String(image.media.size),
        title: image.alt || undefined,
        href: image.address,
      }),
    ...tags.map((term) => xml('category', { term })),
    xml('content', { type: 'html' }, content),
  )
}

function link(rel: string, href: string | undefined, type?: string): Xml | undefined {
  return href === undefined ? undefined : xml('link', { rel, type, href })
}
