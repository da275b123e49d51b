/** What machines read of a page's lead: Open Graph (ogp.me) and schema.org's NewsArticle. */
import type { FrozenLead, Page } from '../edition.ts'
import { bodyText, escapeHtml, inlineText, tidyText } from '../text.ts'
import { largest, mediaAddress } from './figure.ts'
import { channelTitle, hasWords, leadTitle, siteAddress, webAddress } from './names.ts'

/** Open Graph's `meta` elements. */
export function openGraph(page: Page): string {
  const { channel, lead } = page
  const article = hasWords(lead) ? lead : undefined
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', article === undefined ? 'website' : 'article'],
    ['og:title', article === undefined ? channelTitle(channel) : leadTitle(article)],
    ['og:description', article && description(article)],
    ['og:url', addressOf(page)],
    ...openGraphImage(page),
    ['og:site_name', channel.title],
    // Open Graph knows a language only with its territory.
    ['og:locale', /^([a-z]{2,3})-([A-Z]{2})$/.exec(channel.language)?.slice(1).join('_')],
    ['article:published_time', article?.published],
    ['article:modified_time', article?.updated],
  ]
  return properties
    .map(([property, content]) => (content ? `<meta property="${property}" content="${escapeHtml(content)}">\n` : ''))
    .join('')
}

function openGraphImage({ channel, lead }: Page): (readonly [string, string | undefined])[] {
  const image = hasWords(lead) ? lead.image : undefined
  const media = image && largest(image)
  const address = media && mediaAddress(channel, media)
  if (image === undefined || media === undefined || address === undefined) return []
  return [
    ['og:image', address],
    ['og:image:type', media.type],
    ['og:image:width', String(media.width)],
    ['og:image:height', String(media.height)],
    ['og:image:alt', tidyText(image.alt)],
  ]
}

/** The lead as JSON-LD in an element of its own; nothing where there is no lead. */
export function jsonLd(page: Page): string {
  const { channel, lead } = page
  if (!hasWords(lead)) return ''
  const url = addressOf(page)
  const publisher = { '@type': 'Organization', name: channel.title || channel.railTitle, url: siteAddress(channel) }
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: leadTitle(lead),
    description: description(lead),
    articleBody: [inlineText(lead.standfirst), ...bodyText(lead.body)].filter(Boolean).join('\n'),
    image: lead.image?.crops.flatMap((media) => mediaAddress(channel, media) ?? []),
    datePublished: lead.published,
    dateModified: lead.updated,
    inLanguage: channel.language,
    url,
    mainEntityOfPage: url,
    author: publisher,
    publisher,
  }
  // A `<` in a string could end the element.
  return `<script type="application/ld+json">${JSON.stringify(article).replaceAll('<', '\\u003c')}</script>\n`
}

/** The standfirst, or where that is the title the first paragraph; on one line. */
export function description(lead: FrozenLead): string | undefined {
  const texts = [inlineText(lead.standfirst), bodyText(lead.body)[0] ?? '']
  const text = texts.find((one) => one !== '' && one !== leadTitle(lead))
  return text === undefined ? undefined : tidyText(text.replaceAll('\n', ' '))
}

function addressOf({ channel, lead }: Page): string | undefined {
  return (lead && webAddress(lead.link)) ?? siteAddress(channel)
}
