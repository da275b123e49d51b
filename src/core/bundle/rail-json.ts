/** `rail.json`: the whole edition as data, for a site that draws the rail itself. */
import { editionId, type Edition, type FrozenBrief, type FrozenImage, type FrozenLead } from '../edition.ts'
import type { DiscussionState } from '../model/channel.ts'
import { bodyHtml, bodyText, inlineHtml, inlineText, tidyText } from '../text.ts'
import { mediaPath } from './figure.ts'
import { localDateTime } from './markup.ts'
import { anchorOf, directionOf, hasWords, siteAddress, urnOf, webAddress } from './names.ts'

/** Words as HTML of the subset (`p`, `h2`, `h3`, `blockquote`, `ul`, `ol`, `li`, `strong`, `em`, `a`, `br`), and as readers see them, lines parted by `\n`. */
export interface Words {
  readonly html: string
  readonly text: string
}

export interface RailImage {
  /** What it shows, and whose it is. */
  readonly alt: string
  readonly credit: string
  /** One shape in several sizes (pixels), widest first; `path` from where this file lies. */
  readonly files: readonly {
    readonly path: string
    readonly type: string
    readonly width: number
    readonly height: number
    /** In bytes. */
    readonly size: number
  }[]
}

/** What a lead and a brief have in common. Addresses that are not known are left out, texts that are not set are empty. */
interface Item {
  /** Stable, the same in all feeds. */
  readonly id: string
  /** The HTML id in `index.html` and `rail.html`. */
  readonly anchor: string
  /** Its place on the site's page. */
  readonly url?: string | undefined
  readonly headline: string
  /** What it links to. */
  readonly link?: string | undefined
  /** Left out where there is none. */
  readonly image?: RailImage | undefined
  /** The launch that first showed it, and the last that changed it; UTC, as all instants here. */
  readonly published: string
  readonly updated: string
}

export interface RailJson {
  /** Changes when something is renamed or taken out; what is added does not change it. */
  readonly version: 1
  readonly edition: {
    readonly id: string
    readonly number: number
    /** When it was launched. */
    readonly at: string
    /** The rail's day, `yyyy-mm-dd` in the channel's zone. */
    readonly day: string
    /** The id of the channel's edition before it. */
    readonly previous?: string | undefined
  }
  readonly channel: {
    readonly key: string
    readonly title: string
    /** The heading over the briefs. */
    readonly railTitle: string
    /** A BCP 47 tag, and how it is written. */
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
    /** An IANA time zone. */
    readonly zone: string
    readonly url?: string | undefined
    /** `#rrggbb`, or empty. */
    readonly accent: string
  }
  /** Left out where there is none. */
  readonly lead?: (Item & { readonly standfirst: Words; readonly body: Words }) | undefined
  /** In the order in which they are shown. */
  readonly briefs: readonly (Item & {
    readonly at: string
    /** The time that is shown, `HH:MM` in the channel's zone; and the same with date and offset, `2026-04-15T22:41+03:00`. */
    readonly time: string
    readonly datetime: string
    readonly kicker: string
    readonly text: Words
    readonly source: string
    readonly tags: readonly string[]
    readonly pinned: boolean
    readonly corrections: readonly { readonly at: string; readonly note: string }[]
  })[]
  readonly discussion: { readonly state: DiscussionState; readonly prompt: string; readonly emptyState: string }
}

export function railJson(edition: Edition): RailJson {
  const { channel, lead, briefs, discussion } = edition
  const { key, title, railTitle, language, zone, accent } = channel
  return {
    version: 1,
    edition: { id: editionId(edition), number: edition.number, at: edition.at, day: edition.day, previous: edition.previous },
    channel: { key, title, railTitle, language, direction: directionOf(language), zone, url: siteAddress(channel), accent },
    lead: hasWords(lead)
      ? {
          ...itemOf(lead, channel),
          standfirst: inline(lead.standfirst),
          body: { html: bodyHtml(lead.body), text: bodyText(lead.body).join('\n') },
        }
      : undefined,
    briefs: briefs.map((brief) => ({
      ...itemOf(brief, channel),
      at: brief.at,
      time: brief.label,
      datetime: localDateTime(brief),
      kicker: tidyText(brief.kicker),
      text: inline(brief.text),
      source: tidyText(brief.source),
      tags: brief.tags,
      pinned: brief.pinned,
      corrections: brief.corrections.map(({ at, note }) => ({ at, note: tidyText(note) })),
    })),
    discussion: { state: discussion.state, prompt: tidyText(discussion.prompt), emptyState: tidyText(discussion.emptyState) },
  }
}

function itemOf({ record, headline, link, image, published, updated }: FrozenLead | FrozenBrief, channel: Edition['channel']): Item {
  const anchor = anchorOf(record)
  return {
    id: urnOf(record),
    anchor,
    url: siteAddress(channel, `#${anchor}`),
    headline: tidyText(headline),
    link: webAddress(link),
    image: image && railImage(image),
    published,
    updated,
  }
}

function railImage({ alt, credit, crops }: FrozenImage): RailImage {
  const files = crops.map((media) => {
    const { type, width, height, size } = media
    return { path: mediaPath(media), type, width, height, size }
  })
  return { alt: tidyText(alt), credit: tidyText(credit), files }
}

function inline(markdown: string): Words {
  return { html: inlineHtml(markdown), text: inlineText(markdown) }
}
