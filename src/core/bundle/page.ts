/** `index.html`: the page that readers see, whole and without a script. */
import { directionOf } from '../direction.ts'
import type { Page } from '../edition.ts'
import type { RecordId } from '../ids.ts'
import { escapeHtml } from '../text.ts'
import { contentHtml } from './markup.ts'
import { channelTitle, hasWords, leadTitle } from './names.ts'
import { description, jsonLd, openGraph } from './structured-data.ts'
import { outputsOf, type Output } from '../model/outputs.ts'
import { asAtStyle, outlineStyle, pageStyle, railStyle } from './style.ts'

export interface PageSetting {
  /** Records that the next launch will not show; a preview outlines them, and no bundle has any. */
  readonly outlined?: ReadonlySet<RecordId>
  /** What stands before `media/` in the addresses of images: nothing where they lie beside the page. */
  readonly files?: string
  /** A line above all else that says as at when the page stood: for a file of its own, without feeds beside it. No bundle has any. */
  readonly asAt?: string
}

/** The page of an edition, or of one to be. */
export function page(content: Page, { outlined = new Set(), files = '', asAt }: PageSetting = {}): string {
  const { channel, lead } = content
  const article = hasWords(lead) ? lead : undefined
  const about = article && description(article)
  return `<!doctype html>
<html lang="${escapeHtml(channel.language)}" dir="${directionOf(channel.language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article === undefined ? channelTitle(channel) : leadTitle(article))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${about === undefined ? '' : `<meta name="description" content="${escapeHtml(about)}">\n`}${openGraph(content)}${asAt === undefined ? alternates(content) : ''}<style>
${railStyle(channel.accent)}${pageStyle(channel.accent)}${outlined.size === 0 ? '' : outlineStyle}${asAt === undefined ? '' : asAtStyle}</style>
${jsonLd(content)}</head>
<body>
<main class="newsrail">
${asAt === undefined ? '' : `<p class="newsrail-as-at" dir="auto">${escapeHtml(asAt)}</p>\n`}${contentHtml(content, { top: 1, base: '', files, outlined })}</main>
</body>
</html>
`
}

const feeds: readonly (readonly [Output, string, string])[] = [
  ['jsonFeed', 'application/feed+json', 'feed.json'],
  ['atom', 'application/atom+xml', 'atom.xml'],
  ['rss', 'application/rss+xml', 'rss.xml'],
]

/** The feeds that the bundle has beside the page. */
function alternates({ channel }: Page): string {
  const outputs = outputsOf(channel.outputs)
  return feeds
    .filter(([output]) => outputs.includes(output))
    .map(([, type, href]) => `<link rel="alternate" type="${type}" href="${href}">\n`)
    .join('')
}
