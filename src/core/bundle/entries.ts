/** A page as a feed's entries, which all feeds are made of: the lead first, then the briefs in the rail's order. */
import type { FrozenBrief, FrozenImage, FrozenLead, Page } from '../edition.ts'
import type { Instant } from '../ids.ts'
import { bodyHtml, escapeHtml, inlineHtml, inlineText, tidyText } from '../text.ts'
import type { Media } from '../model/image.ts'
import { feedFigure, largest, mediaAddress } from './figure.ts'
import { briefContent } from './markup.ts'
import { anchorOf, hasWords, leadTitle, siteAddress, urnOf, webAddress } from './names.ts'

export interface Entry {
  /** Never changes, whatever is edited. */
  readonly id: string
  /** Plain text, never empty. */
  readonly title: string
  /** HTML, never empty. */
  readonly content: string
  /** Its place on the site's page, where the site's address is known. */
  readonly page: string | undefined
  /** What it links to. */
  readonly link: string | undefined
  readonly published: Instant
  readonly updated: Instant
  readonly tags: readonly string[]
  /** Its image, where the site's address is known. */
  readonly image: EntryImage | undefined
}

/** An image by its largest file. */
export interface EntryImage {
  readonly address: string
  readonly media: Media
  readonly alt: string
  readonly credit: string
}

export function entriesOf(page: Page): Entry[] {
  const { lead, briefs, channel } = page
  return [...(hasWords(lead) ? [leadEntry(lead, channel)] : []), ...briefs.map((brief) => briefEntry(brief, channel))]
}

function leadEntry(lead: FrozenLead, channel: Page['channel']): Entry {
  const standfirst = inlineHtml(lead.standfirst)
  const content = (standfirst === '' ? '' : `<p>${standfirst}</p>`) + feedFigure(lead.image, channel) + bodyHtml(lead.body)
  return {
    ...common(lead, channel),
    title: leadTitle(lead),
    content: content || `<p>${escapeHtml(leadTitle(lead))}</p>`,
    published: lead.published,
    tags: [],
  }
}

function briefEntry(brief: FrozenBrief, channel: Page['channel']): Entry {
  const title =
    [brief.kicker, brief.headline].map(tidyText).filter(Boolean).join(': ') || inlineText(brief.text).split('\n').join(' ') || brief.label
  return {
    ...common(brief, channel),
    title,
    content: feedFigure(brief.image, channel) + briefContent(brief) || `<p>${escapeHtml(title)}</p>`,
    // The time that readers see; when it was first launched is in rail.json.
    published: brief.at,
    tags: brief.tags,
  }
}

function common(item: FrozenLead | FrozenBrief, channel: Page['channel']): Pick<Entry, 'id' | 'page' | 'link' | 'updated' | 'image'> {
  const { record, link, updated, image } = item
  const page = siteAddress(channel, `#${anchorOf(record)}`)
  return { id: urnOf(record), page, link: webAddress(link), updated, image: image && entryImage(image, channel) }
}

function entryImage(image: FrozenImage, channel: Page['channel']): EntryImage | undefined {
  const media = largest(image)
  const address = media && mediaAddress(channel, media)
  return media === undefined || address === undefined
    ? undefined
    : { address, media, alt: tidyText(image.alt), credit: tidyText(image.credit) }
}
