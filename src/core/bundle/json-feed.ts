/** `feed.json`: JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import type { Edition } from '../edition.ts'
import { entriesOf } from './entries.ts'
import { channelTitle, siteAddress } from './names.ts'

export function jsonFeed(edition: Edition): object {
  const { channel } = edition
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: channelTitle(channel),
    home_page_url: siteAddress(channel),
    feed_url: siteAddress(channel, 'feed.json'),
    language: channel.language,
    authors: [{ name: channel.title || channel.railTitle }],
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
