/** A page as a list of entries, which feeds and agency formats are made of: the lead first, then the briefs in the rail's order. */
import { directionOf } from '../direction.ts'
import type { FrozenBrief, FrozenImage, FrozenLead, Page } from '../edition.ts'
import type { Instant } from '../ids.ts'
import type { Media } from '../model/image.ts'
import { bodyHtml, bodyText, escapeHtml, inlineHtml, inlineText, tidyText } from '../text.ts'
import { feedFigure, largest, mediaAddress } from './figure.ts'
import { briefContent } from './markup.ts'
import { anchorOf, hasWords, leadTitle, siteAddress, urnOf, webAddress } from './names.ts'

export interface Entry {
  readonly kind: 'lead' | 'brief'
  /** Never changes, whatever is edited. */
  readonly id: string
  /** Plain text of one line, never empty. */
  readonly title: string
  /** Plain text of one line each; a brief's, and empty where it has none. */
  readonly kicker: string
  readonly headline: string
  readonly source: string
  /** HTML, never empty; its direction is in it where that is from right to left. */
  readonly content: string
  /** What readers see of its words, lines parted by `\n`; may be empty. Of what was taken down, the notice. */
  readonly text: string
  /** Whether it was taken down, and a notice stands in its place. */
  readonly retracted: boolean
  /** Its place on the site's page, where the site's address is known. */
  readonly page: string | undefined
  /** What it links to. */
  readonly link: string | undefined
  /** The time that readers see; a lead's is that of its first launch. */
  readonly published: Instant
  /** The first launch that showed it, and the last that changed it. */
  readonly launched: Instant
  readonly updated: Instant
  readonly tags: readonly string[]
  readonly corrections: FrozenBrief['corrections']
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

// Most outputs of a bundle ask for them.
const known = new WeakMap<Page, readonly Entry[]>()

export function entriesOf(page: Page): readonly Entry[] {
  const { lead, briefs, channel } = page
  const entries = known.get(page) ?? [
    ...(hasWords(lead) ? [leadEntry(lead, channel)] : []),
    ...briefs.map((brief) => briefEntry(brief, channel)),
  ]
  known.set(page, entries)
  return entries
}

function leadEntry(lead: FrozenLead, channel: Page['channel']): Entry {
  const standfirst = inlineHtml(lead.standfirst)
  const content = (standfirst === '' ? '' : `<p>${standfirst}</p>`) + feedFigure(lead.image, channel) + bodyHtml(lead.body)
  return {
    ...common(lead, channel),
    kind: 'lead',
    title: leadTitle(lead),
    kicker: '',
    source: '',
    content: directed(content || `<p>${escapeHtml(leadTitle(lead))}</p>`, channel),
    text: [inlineText(lead.standfirst), ...bodyText(lead.body)].filter(Boolean).join('\n'),
    retracted: false,
    published: lead.published,
    tags: [],
    corrections: [],
  }
}

function briefEntry(brief: FrozenBrief, channel: Page['channel']): Entry {
  const notice = tidyText(brief.retracted?.notice ?? '')
  const title =
    notice ||
    [brief.kicker, brief.headline].map(tidyText).filter(Boolean).join(': ') ||
    inlineText(brief.text).split('\n').join(' ') ||
    brief.label
  return {
    ...common(brief, channel),
    kind: 'brief',
    title,
    kicker: tidyText(brief.kicker),
    source: tidyText(brief.source),
    content: directed(feedFigure(brief.image, channel) + briefContent(brief) || `<p>${escapeHtml(title)}</p>`, channel),
    text: notice || inlineText(brief.text),
    retracted: brief.retracted !== undefined,
    // The time that readers see; when it was first launched is in rail.json.
    published: brief.at,
    tags: brief.tags,
    corrections: brief.corrections.map(({ at, note }) => ({ at, note: tidyText(note) })),
  }
}

type Common = 'id' | 'headline' | 'page' | 'link' | 'launched' | 'updated' | 'image'

function common(item: FrozenLead | FrozenBrief, channel: Page['channel']): Pick<Entry, Common> {
  const { record, headline, link, image, published, updated } = item
  const page = siteAddress(channel, `#${anchorOf(record)}`)
  return {
    id: urnOf(record),
    headline: tidyText(headline),
    page,
    link: webAddress(link),
    launched: published,
    updated,
    image: image && entryImage(image, channel),
  }
}

/** Most formats know a language but no direction: there it goes with the words. */
function directed(html: string, { language }: Page['channel']): string {
  return directionOf(language) === 'rtl' ? `<div dir="rtl">${html}</div>` : html
}

function entryImage(image: FrozenImage, channel: Page['channel']): EntryImage | undefined {
  const media = largest(image)
  const address = media && mediaAddress(channel, media)
  return media === undefined || address === undefined
    ? undefined
    : { address, media, alt: tidyText(image.alt), credit: tidyText(image.credit) }
}
