/** `ninjs.json`: IPTC ninjs 3.1, the rail as one composite item with the lead and the briefs in it, in their order. */
import { editionId, type Edition, type FrozenRetraction } from '../edition.ts'
import { entriesOf, type Entry, type EntryImage } from './entries.ts'
import { channelTitle, siteAddress, urnOf } from './names.ts'

const standard = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' }

export function ninjs(edition: Edition): object {
  const { channel, discussion, retracted = [] } = edition
  const entries = entriesOf(edition)
  const language = channel.language
  return {
    standard,
    uri: `${urnOf(channel.key)}/${edition.day}`,
    type: 'composite',
    representationType: 'full',
    profile: 'newsrail-rail',
    version: editionId(edition),
    versionCreated: edition.at,
    pubStatus: 'usable',
    language,
    title: channelTitle(channel),
    headlines: [{ role: 'main', value: channelTitle(channel) }],
    // What the standard has no place for: roles of descriptions are the provider's own.
    descriptions: [
      { role: 'discussion', value: discussion.state },
      { role: 'discussion-prompt', value: discussion.prompt },
    ],
    renditions: webPage(siteAddress(channel)),
    associations: [
      ...entries.map((entry) => ({ name: entry.title, rel: entry.kind, ...itemOf(entry, language) })),
      ...retracted.map((one) => ({ name: urnOf(one.record), rel: 'retracted', ...canceled(one, language) })),
    ],
  }
}

/** What the standard is stands once, at the composite item. */
function itemOf(entry: Entry, language: string): object {
  const { id, kind, title, kicker, content, text, retracted, published, launched, updated, tags, source, corrections, page, link, image } =
    entry
  return {
    uri: id,
    type: 'text',
    representationType: 'full',
    profile: `newsrail-${kind}`,
    version: updated,
    firstCreated: launched,
    versionCreated: updated,
    contentCreated: published,
    pubStatus: retracted ? 'canceled' : 'usable',
    language,
    title,
    slugline: kicker === '' ? undefined : kicker,
    headlines: [{ role: 'main', value: title }],
    bodies: [
      { role: 'main', contentType: 'text/html', value: content },
      { role: 'main', contentType: 'text/plain', value: text },
    ],
    // Readers are told of it in the body as well; this is for the desk that takes it over.
    edNote: (retracted ? text : corrections.map(({ note }) => note).join('\n')) || undefined,
    subjects: tags.length === 0 ? undefined : tags.map((name) => ({ name })),
    infoSources: source === '' ? undefined : [{ name: source }],
    altIds: link === undefined ? undefined : [{ role: 'link', value: link }],
    renditions: webPage(page),
    associations: image && [picture(image)],
  }
}

function picture({ address, media, alt, credit }: EntryImage): object {
  const { hash, type, width, height, size } = media
  return {
    name: alt || hash,
    rel: 'image',
    uri: `urn:newsrail:media/${hash}`,
    type: 'picture',
    by: credit === '' ? undefined : credit,
    descriptions: [{ role: 'alt', value: alt }],
    renditions: [{ name: 'main', href: address, contentType: type, width, height, sizeInBytes: size }],
  }
}

/** The last version of what was retracted: nothing of it is left but that it is canceled. */
function canceled({ record, published, at }: FrozenRetraction, language: string): object {
  return { uri: urnOf(record), type: 'text', version: at, firstCreated: published, versionCreated: at, pubStatus: 'canceled', language }
}

function webPage(href: string | undefined): object[] | undefined {
  return href === undefined ? undefined : [{ name: 'web', href, contentType: 'text/html' }]
}
