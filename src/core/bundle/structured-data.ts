/** What machines read of a page: Open Graph (ogp.me), and schema.org's NewsArticle for the lead and LiveBlogPosting for the rail. */
import type { FrozenBrief, FrozenLead, Page } from '../edition.ts'
import { bodyText, escapeHtml, inlineText, tidyText } from '../text.ts'
import { entriesOf, type Entry } from './entries.ts'
import { largest, mediaAddress } from './figure.ts'
import { localDateTime } from './markup.ts'
import { channelTitle, discussionAddress, hasWords, leadTitle, siteAddress, urnOf, webAddress } from './names.ts'

const context = 'https://schema.org'

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

/** `rail.jsonld`: the lead and the rail as one JSON-LD document, for the head of a site's own page. */
export function schemaOrg(page: Page): object {
  return { '@context': context, '@graph': nodesOf(page) }
}

/** The same for our page, each in an element of its own. */
export function jsonLd(page: Page): string {
  // A `<` in a string could end the element.
  const script = (node: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': context, ...node }).replaceAll('<', '\\u003c')}</script>\n`
  return nodesOf(page).map(script).join('')
}

function nodesOf(page: Page): object[] {
  const entries = entriesOf(page)
  const lead = entries.find(({ kind }) => kind === 'lead')
  const briefs = entries.filter(({ kind }) => kind === 'brief')
  return [...(lead === undefined ? [] : [newsArticle(page, lead)]), ...(briefs.length === 0 ? [] : [liveBlog(page, briefs)])]
}

function newsArticle(page: Page, { title, text, image, launched, updated }: Entry): object {
  const url = addressOf(page)
  return {
    '@type': 'NewsArticle',
    headline: title,
    description: page.lead && description(page.lead),
    articleBody: text || title,
    image: imageObject(image),
    datePublished: launched,
    dateModified: updated,
    url,
    mainEntityOfPage: url,
    ...common(page),
  }
}

/** https://developers.google.com/search/docs/appearance/structured-data/article, and schema.org/LiveBlogPosting. */
function liveBlog(page: Page, briefs: readonly Entry[]): object {
  const { channel } = page
  const of = (times: readonly string[]): string[] => [...times].sort()
  return {
    '@type': 'LiveBlogPosting',
    '@id': `${urnOf(channel.key)}/${page.day}`,
    headline: channelTitle(channel),
    coverageStartTime: of(briefs.map(({ published }) => published))[0],
    coverageEndTime: endOf(page),
    datePublished: of(briefs.map(({ launched }) => launched))[0],
    dateModified: of(briefs.map(({ updated }) => updated)).at(-1),
    url: siteAddress(channel),
    ...common(page),
    liveBlogUpdate: briefs.map(blogPosting),
  }
}

function blogPosting({ id, title, text, image, published, updated, page, link, tags, corrections }: Entry): object {
  return {
    '@type': 'BlogPosting',
    '@id': id,
    headline: title,
    articleBody: text || title,
    image: imageObject(image),
    datePublished: published,
    dateModified: updated,
    url: page,
    citation: link,
    keywords: tags.length === 0 ? undefined : tags,
    correction:
      corrections.length === 0
        ? undefined
        : corrections.map(({ at, note }) => ({ '@type': 'CorrectionComment', text: note, datePublished: at })),
  }
}

function imageObject(image: Entry['image']): object | undefined {
  if (image === undefined) return undefined
  const { address, media, alt, credit } = image
  const { width, height } = media
  return { '@type': 'ImageObject', url: address, contentUrl: address, width, height, caption: alt, creditText: credit || undefined }
}

function common(page: Page): object {
  const { channel } = page
  const publisher = { '@type': 'Organization', name: channel.title || channel.railTitle, url: siteAddress(channel) }
  return { inLanguage: channel.language, author: publisher, publisher, discussionUrl: discussionAddress(page) }
}

/** A rail is looked after until its day ends, or as long as it has briefs from after that. */
function endOf({ day, briefs }: Page): string | undefined {
  const newest = briefs.reduce<FrozenBrief | undefined>(
    (last, brief) => (last === undefined || brief.at > last.at ? brief : last),
    undefined,
  )
  if (newest === undefined) return undefined
  return newest.date > day ? localDateTime(newest) : localDateTime({ date: day, label: '23:59', offset: newest.offset })
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
