/**
 * `atom.xml`: Atom (RFC 4287), with a tombstone for what was retracted (RFC 6721) and a link to where readers discuss
 * (RFC 4685).
 */
import type { Edition, FrozenRetraction } from '../edition.ts'
import { entriesOf, type Entry } from './entries.ts'
import { channelTitle, discussionAddress, siteAddress, urnOf } from './names.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

export function atom(edition: Edition): string {
  const { channel, retracted = [] } = edition
  return xmlDocument(
    xml(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': retracted.length === 0 ? undefined : 'http://purl.org/atompub/tombstones/1.0',
        'xml:lang': channel.language,
      },
      xml('id', {}, urnOf(channel.key)),
      xml('title', {}, channelTitle(channel)),
      xml('updated', {}, edition.at),
      xml('author', {}, xml('name', {}, channel.title || channel.railTitle)),
      link('self', siteAddress(channel, 'atom.xml'), 'application/atom+xml'),
      link('alternate', siteAddress(channel), 'text/html'),
      link('replies', discussionAddress(edition), 'text/html'),
      ...retracted.map(tombstone),
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

function tombstone({ record, at }: FrozenRetraction): Xml {
  return xml('at:deleted-entry', { ref: urnOf(record), when: at })
}

function link(rel: string, href: string | undefined, type?: string): Xml | undefined {
  return href === undefined ? undefined : xml('link', { rel, type, href })
}
