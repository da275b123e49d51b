/** What an edition's parts are called in its outputs: the same in all of them, and unchanged by edits. */
import type { FrozenLead, Page } from '../edition.ts'
import type { RecordId } from '../ids.ts'
import { bodyText, inlineText, safeAddress } from '../text.ts'

type Channel = Page['channel']

/** A lead's or brief's HTML id and URL fragment, e.g. `brief-world-4f2a-2026-04-15-k3x9`: a letter first, then letters, digits and hyphens. */
export function anchorOf(record: RecordId): string {
  const [channel = '', place = '', last = ''] = record.split('/')
  const [kind = ''] = last.split('-', 1)
  return `${kind}-${channel}-${place}${last.slice(kind.length)}`
}

/** The name by which feeds know a channel, lead or brief. Not made of the site's address, which may change. */
export function urnOf(key: string): string {
  return `urn:newsrail:${key}`
}

/**
 * A web address as RFC 3986 wants it, other characters percent-encoded; undefined where it is none.
 * Pages take more, but feeds are validated.
 */
export function webAddress(address: string): string | undefined {
  const parts = /^(https?:\/\/[^/?#\\]+)([^#]*)(#?.*)$/i.exec(safeAddress(address) ?? '')
  if (parts === null) return undefined
  const [, origin = '', path = '', fragment = ''] = parts
  const encode = (text: string): string => text.replace(/%(?![0-9a-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/giu, encodeURIComponent)
  return `${origin.replace(/[^\x21-\x7e]/gu, encodeURIComponent)}${encode(path)}${fragment.slice(0, 1)}${encode(fragment.slice(1))}`
}

/** Where a bundle's file is served, or a place on its page; undefined where the site's address is not known. */
export function siteAddress(channel: Channel, path = ''): string | undefined {
  const site = webAddress(channel.site)?.replace(/[?#].*$/, '')
  return site === undefined ? undefined : `${site}${site.endsWith('/') ? '' : '/'}${path}`
}

/** The HTML id of the place of the discussion. */
export function discussionAnchor({ key }: Pick<Channel, 'key'>): string {
  return `discussion-${key}`
}

/** Where readers discuss; undefined where they may not, or the site's address is not known. */
export function discussionAddress({ channel, discussion }: Pick<Page, 'channel' | 'discussion'>): string | undefined {
  return discussion.state === 'open' ? siteAddress(channel, `#${discussionAnchor(channel)}`) : undefined
}

/** The host that a link leads to, for readers. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#]*).*$/i, '$1')
}

/** What the channel's feeds and its page are called where nothing on the page is a headline. */
export function channelTitle({ title, railTitle }: Channel): string {
  return title === '' || title === railTitle ? railTitle : `${title} – ${railTitle}`
}

/** Whether a lead has words that readers see. */
export function hasWords(lead: FrozenLead | undefined): lead is FrozenLead {
  return lead !== undefined && leadTitle(lead) !== ''
}

/** A lead's headline, or the first line that it has. */
export function leadTitle(lead: FrozenLead): string {
  return lead.headline.trim() || (inlineText(lead.standfirst).split('\n')[0] ?? '') || (bodyText(lead.body)[0] ?? '')
}
