/** `feed.json`: JSON Feed 1.1 (jsonfeed.org/version/1.1); what it has no field for stands in `_newsrail`, as it has extensions. */
import { directionOf } from '../direction.ts'
import { editionId, type Edition } from '../edition.ts'
import { entriesOf } from './entries.ts'
import { channelTitle, siteAddress, urnOf } from './names.ts'

export function jsonFeed(edition: Edition): object {
  const { channel, discussion, retracted = [] } = edition
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: channelTitle(channel),
    home_page_url: siteAddress(channel),
    feed_url: siteAddress(channel, 'feed.json'),
    language: channel.language,
    authors: [{ name: channel.title || channel.railTitle }],
    _newsrail: {
      edition: editionId(edition),
      direction: directionOf(channel.language),
      discussion: discussion.state,
      retracted: retracted.map(({ record, at }) => ({ id: urnOf(record), at })),
    },
    items: entriesOf(edition).map(({ id, title, content, page, link, published, updated, tags, image }) => ({
      id,
      url: page,
      external_url: link,
      title,
      content_html: content,
      image: image?.address,
      date_published: published,
      date_modified: updated,
      tags: tags.length === 0 ? undefined : tags,
    })),
  }
}
