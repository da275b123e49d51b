/** An image in a bundle: its files, where they are served, and how a page shows it. */
import type { FrozenBrief, FrozenImage, FrozenLead, Page } from '../edition.ts'
import { mediaName, type Media } from '../model/image.ts'
import { escapeHtml, plainHtml, tidyText } from '../text.ts'
import { siteAddress } from './names.ts'
import { own } from './own-direction.ts'

/** A media file's path in a bundle. */
export function mediaPath(media: Pick<Media, 'hash' | 'type'>): string {
  return `media/${mediaName(media)}`
}

/** The media files that a page shows, each once. */
export function mediaOfPage({ lead, briefs }: Pick<Page, 'lead' | 'briefs'>): Media[] {
  const items: readonly (FrozenLead | FrozenBrief | undefined)[] = [lead, ...briefs]
  const all = items.flatMap((item) => item?.image?.crops ?? [])
  return [...new Map(all.map((media) => [mediaName(media), media])).values()]
}

/** The file that stands for an image where only one can be named: the largest. */
export function largest({ crops }: FrozenImage): Media | undefined {
  return crops[0]
}

/** Where the site serves a media file of the page at its root; undefined where its address is not known. */
export function mediaAddress(channel: Page['channel'], media: Media): string | undefined {
  return siteAddress(channel, mediaPath(media))
}

export interface FigureSetting {
  /** What stands before `media/` in the addresses of files. */
  readonly files: string
  /** How wide the page shows it, as HTML's `sizes` says it. */
  readonly sizes: string
  /** Whether it may wait until it comes near to sight. */
  readonly lazy: boolean
  /** The page's. */
  readonly language: string
}

export function figureHtml(image: FrozenImage | undefined, { files, sizes, lazy, language }: FigureSetting): string {
  const first = image && largest(image)
  if (image === undefined || first === undefined) return ''
  const address = (media: Media): string => escapeHtml(files + mediaPath(media))
  const set = image.crops.map((media) => `${address(media)} ${String(media.width)}w`).join(', ')
  const several = image.crops.length > 1 ? ` srcset="${set}" sizes="${escapeHtml(sizes)}"` : ''
  const credit = own(plainHtml(image.credit), language)
  return `<figure class="newsrail-figure">
<img src="${address(first)}"${several} width="${String(first.width)}" height="${String(first.height)}" alt="${escapeHtml(tidyText(image.alt))}"${lazy ? ' loading="lazy"' : ''} decoding="async">
${credit === '' ? '' : `<figcaption class="newsrail-credit">${credit}</figcaption>\n`}</figure>
`
}

/** An image in a feed, whose reader knows no style of ours; nothing where the site's address is not known. */
export function feedFigure(image: FrozenImage | undefined, channel: Page['channel']): string {
  const first = image && largest(image)
  const address = first && mediaAddress(channel, first)
  if (image === undefined || first === undefined || address === undefined) return ''
  const credit = plainHtml(image.credit)
  const img = `<img src="${escapeHtml(address)}" width="${String(first.width)}" height="${String(first.height)}" alt="${escapeHtml(tidyText(image.alt))}">`
  return `<figure>${img}${credit === '' ? '' : `<figcaption>${credit}</figcaption>`}</figure>`
}
