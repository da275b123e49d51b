/** `rss.xml`: RSS 2.0 (rssboard.org/rss-specification), with Atom's elements and Media RSS's (rssboard.org/media-rss) for what it lacks. */
import type { Edition } from '../edition.ts'
import type { Instant } from '../ids.ts'
import { entriesOf, type Entry, type EntryImage } from './entries.ts'
import { channelTitle, discussionAddress, siteAddress, urnOf } from './names.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

export function rss(edition: Edition): string {
  const { channel } = edition
  const self = siteAddress(channel, 'rss.xml')
  return xmlDocument(
    xml(
      'rss',
      { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:media': 'http://search.yahoo.com/mrss/' },
      xml(
        'channel',
        {},
        xml('title', {}, channelTitle(channel)),
        // A channel must have a link, and a link any registered scheme.
        xml('link', {}, siteAddress(channel) ?? urnOf(channel.key)),
        xml('description', {}, channelTitle(channel)),
        xml('language', {}, channel.language),
        xml('lastBuildDate', {}, rfc822(edition.at)),
        self === undefined ? undefined : xml('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
        ...entriesOf(edition).map((entry) => item(entry, discussionAddress(edition))),
      ),
    ),
  )
}

/** Comments are on the lead: the rail's question to readers stands below it. */
function item({ kind, id, title, content, page, link, published, updated, tags, image }: Entry, comments: string | undefined): Xml {
  const address = page ?? link
  return xml(
    'item',
    {},
    xml('title', {}, title),
    address === undefined ? undefined : xml('link', {}, address),
    xml('guid', { isPermaLink: 'false' }, id),
    xml('pubDate', {}, rfc822(published)),
    xml('atom:updated', {}, updated),
    ...tags.map((tag) => xml('category', {}, tag)),
    kind === 'lead' && comments !== undefined ? xml('comments', {}, comments) : undefined,
    xml('description', {}, content),
    image && mediaContent(image),
  )
}

function mediaContent({ address, media, alt, credit }: EntryImage): Xml {
  const { type, width, height, size } = media
  const attributes = { url: address, medium: 'image', type, fileSize: String(size), width: String(width), height: String(height) }
  return xml(
    'media:content',
    attributes,
    alt === '' ? undefined : xml('media:description', { type: 'plain' }, alt),
    credit === '' ? undefined : xml('media:credit', {}, credit),
  )
}

/** An instant as RFC 822 has it (with a year of four digits), which is how ECMAScript defines `toUTCString`. */
function rfc822(at: Instant): string {
  return new Date(at).toUTCString()
}
