/**
 * `newsml.xml`: IPTC NewsML-G2 2.35 at power conformance, as one news message: a news item for the lead and for each
 * brief, and a package item that is the rail. What was retracted is a news item whose status is canceled, with a notice to
 * readers where there is one.
 */
import { directionOf } from '../direction.ts'
import type { Edition, FrozenRetraction } from '../edition.ts'
import type { Instant } from '../ids.ts'
import { entriesOf, type Entry, type EntryImage } from './entries.ts'
import { channelTitle, siteAddress, urnOf } from './names.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

const catalog = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml'

export function newsml(edition: Edition): string {
  const { channel, retracted = [] } = edition
  const entries = entriesOf(edition)
  return xmlDocument(
    xml(
      'newsMessage',
      { xmlns: 'http://iptc.org/std/nar/2006-10-01/' },
      xml('header', {}, xml('sent', {}, edition.at), xml('sender', {}, channel.title || channel.railTitle)),
      xml(
        'itemSet',
        {},
        packageItem(edition, entries),
        ...entries.map((entry) => newsItem(entry, edition)),
        ...retracted.map((one) => canceledItem(one, edition)),
      ),
    ),
  )
}

function packageItem(edition: Edition, entries: readonly Entry[]): Xml {
  const { channel, day, at, discussion, number } = edition
  const groups = (['lead', 'brief'] as const).flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind)
    return own.length === 0 ? [] : [{ kind, own }]
  })
  return xml(
    'packageItem',
    itemAttributes(`${urnOf(channel.key)}/${day}`, String(number), edition),
    xml('catalogRef', { href: catalog }),
    itemMeta(
      { nature: 'ninat:composite', status: 'stat:usable', created: at, page: siteAddress(channel), edition },
      [xml('title', {}, channelTitle(channel))],
      [xml('itemMetaExtProperty', { reluri: 'urn:newsrail:discussion', literal: discussion.state })],
    ),
    xml('contentMeta', {}, xml('language', { tag: channel.language }), xml('headline', {}, channelTitle(channel))),
    xml(
      'groupSet',
      { root: 'rail' },
      xml('group', { id: 'rail', role: 'group:main', mode: 'pgrmod:seq' }, ...groups.map(({ kind }) => xml('groupRef', { idref: kind }))),
      ...groups.map(({ kind, own }) =>
        xml(
          'group',
          { id: kind, role: kind === 'lead' ? 'group:main' : 'group:sidebar', mode: 'pgrmod:seq' },
          ...own.map(({ id, updated, title, retracted }) =>
            xml(
              'itemRef',
              { residref: id, version: versionOf(updated), contenttype: 'application/vnd.iptc.g2.newsitem+xml' },
              xml('itemClass', { qcode: 'ninat:text' }),
              xml('pubStatus', { qcode: statusOf(retracted) }),
              xml('title', {}, title),
            ),
          ),
        ),
      ),
    ),
  )
}

function newsItem(entry: Entry, edition: Edition): Xml {
  const { id, title, kicker, headline, content, text, published, launched, updated, tags, source, page, link, image } = entry
  const { corrections, retracted } = entry
  return xml(
    'newsItem',
    itemAttributes(id, versionOf(updated), edition),
    xml('catalogRef', { href: catalog }),
    itemMeta(
      { nature: 'ninat:text', status: statusOf(retracted), created: updated, first: launched, page, edition },
      [
        xml('title', {}, title),
        retracted ? xml('edNote', {}, text) : undefined,
        ...corrections.map(({ note }) => xml('edNote', {}, note)),
        corrections.length === 0 ? undefined : xml('signal', { qcode: 'sig:correction' }),
      ],
      [link === undefined ? undefined : xml('link', { rel: 'irel:seeAlso', href: link })],
    ),
    xml(
      'contentMeta',
      {},
      image && icon(image),
      xml('contentCreated', {}, published),
      xml('contentModified', {}, updated),
      source === '' ? undefined : xml('infoSource', { literal: oneLine(source) }, xml('name', {}, oneLine(source))),
      xml('language', { tag: edition.channel.language }),
      ...tags.map((tag) => xml('keyword', {}, oneLine(tag))),
      kicker === '' ? undefined : xml('slugline', {}, oneLine(kicker)),
      xml('headline', {}, headline || title),
    ),
    xml('contentSet', {}, xml('inlineXML', { contenttype: 'application/xhtml+xml' }, xhtml(title, content, edition))),
  )
}

function statusOf(retracted: boolean): string {
  return retracted ? 'stat:canceled' : 'stat:usable'
}

/** The image; its words and credit stand with it in the content. */
function icon({ address, media, alt }: EntryImage): Xml {
  const { type, width, height, size } = media
  const attributes = {
    href: address,
    contenttype: type,
    size: String(size),
    title: alt || undefined,
    width: String(width),
    height: String(height),
  }
  return xml('icon', attributes)
}

function canceledItem({ record, published, at }: FrozenRetraction, edition: Edition): Xml {
  return xml(
    'newsItem',
    itemAttributes(urnOf(record), versionOf(at), edition),
    xml('catalogRef', { href: catalog }),
    itemMeta({ nature: 'ninat:text', status: 'stat:canceled', created: at, first: published, edition }),
  )
}

function itemAttributes(guid: string, version: string, { channel }: Edition): Record<string, string> {
  return {
    standard: 'NewsML-G2',
    standardversion: '2.35',
    conformance: 'power',
    guid,
    version,
    'xml:lang': channel.language,
    dir: directionOf(channel.language),
  }
}

interface Meta {
  readonly nature: string
  readonly status: string
  /** This version's instant, and the first one's. */
  readonly created: Instant
  readonly first?: Instant
  readonly page?: string | undefined
  readonly edition: Edition
}

type Parts = readonly (Xml | undefined)[]

/** What an item is, in the order that the schema wants: `about` stands before the address of the page, `links` after it. */
function itemMeta({ nature, status, created, first, page, edition }: Meta, about: Parts = [], links: Parts = []): Xml {
  const { title, railTitle, key } = edition.channel
  return xml(
    'itemMeta',
    {},
    xml('itemClass', { qcode: nature }),
    xml('provider', { literal: urnOf(key) }, xml('name', {}, oneLine(title || railTitle))),
    xml('versionCreated', {}, created),
    first === undefined ? undefined : xml('firstCreated', {}, first),
    xml('pubStatus', { qcode: status }),
    ...about,
    page === undefined ? undefined : xml('altRep', { contenttype: 'text/html' }, page),
    ...links,
  )
}

/** A version is a number that grows: the seconds of the launch that made it. */
function versionOf(updated: Instant): string {
  return String(Math.max(1, Math.floor(Date.parse(updated) / 1000)))
}

/** Names and keywords are of one line. */
function oneLine(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ')
}

/** The words as a document of their own. Their HTML is ours, and XML but for elements without an end. */
function xhtml(title: string, content: string, { channel }: Edition): Xml {
  const body = content.replace(/<(br|img)([^>]*)>/g, '<$1$2/>')
  const attributes = { xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': channel.language, dir: directionOf(channel.language) }
  return xml('html', attributes, xml('head', {}, xml('title', {}, title)), xml('body', {}, { xml: body }))
}
