/**
 * `news-sitemap.xml`: a sitemap (sitemaps.org) with Google's extension for news. It tells search engines of the articles
 * on the site itself that the rail leads to, and of its page: those of the last two days, as Google wants it. What is
 * retracted is no longer in it, nor the notice in its place: that is no news.
 */
import type { Edition } from '../edition.ts'
import type { Instant } from '../ids.ts'
import { entriesOf } from './entries.ts'
import { channelTitle, siteAddress } from './names.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

const twoDays = 48 * 60 * 60 * 1000
/** What the protocol allows, in characters. */
const longest = 2048

interface Article {
  readonly loc: string
  readonly title: string
  readonly published: Instant
  readonly updated: Instant
}

/** Undefined where there is nothing to tell of, since a sitemap cannot be empty, or the site's address is not known. */
export function newsSitemap(edition: Edition): string | undefined {
  const articles = articlesOf(edition)
  if (articles.length === 0) return undefined
  const attributes = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  }
  return xmlDocument(xml('urlset', attributes, ...articles.map((article) => url(article, edition))))
}

/** The page, and what it links to on the site, the newest first and each address once. */
function articlesOf(edition: Edition): Article[] {
  const site = siteAddress(edition.channel)
  if (site === undefined) return []
  const since = new Date(Date.parse(edition.at) - twoDays).toISOString()
  const entries = entriesOf(edition).filter(({ published, retracted }) => published >= since && !retracted)
  const newest = [...entries].sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0))
  const linked = newest.flatMap(({ link, title, published, updated }) => {
    const loc = link?.replace(/#.*$/, '')
    return loc !== undefined && hostIn(loc) === hostIn(site) && loc.length <= longest ? [{ loc, title, published, updated }] : []
  })
  const first = newest.at(-1)
  const page =
    first === undefined ? [] : [{ loc: site, title: channelTitle(edition.channel), published: first.published, updated: edition.at }]
  const told = new Set<string>()
  return [...page, ...linked].filter(({ loc }) => !told.has(loc) && told.add(loc))
}

function url({ loc, title, published, updated }: Article, { channel }: Edition): Xml {
  return xml(
    'url',
    {},
    xml('loc', {}, loc),
    xml('lastmod', {}, updated),
    xml(
      'news:news',
      {},
      xml(
        'news:publication',
        {},
        xml('news:name', {}, channel.title || channel.railTitle),
        xml('news:language', {}, languageOf(channel.language)),
      ),
      xml('news:publication_date', {}, published),
      xml('news:title', {}, title),
    ),
  )
}

function hostIn(address: string): string {
  return (/^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '').toLowerCase()
}

/** ISO 639 without a territory; Chinese alone is told apart by how it is written. */
function languageOf(tag: string): string {
  const [language = '', ...more] = tag.toLowerCase().split('-')
  if (language === 'zh') return ['hant', 'tw', 'hk', 'mo'].some((part) => more.includes(part)) ? 'zh-tw' : 'zh-cn'
  // A tag that is no language of ISO 639 is of none that is determined.
  return /^[a-z]{2,3}$/.test(language) ? language : 'und'
}
