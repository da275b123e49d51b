/** The words of a page as HTML: the same for the page itself and for the fragment. */
import type { FrozenBrief, FrozenLead, Page } from '../edition.ts'
import type { RecordId } from '../ids.ts'
import { bodyHtml, escapeHtml, inlineHtml, plainHtml } from '../text.ts'
import { figureHtml } from './figure.ts'
import { anchorOf, discussionAnchor, hasWords, hostOf, webAddress } from './names.ts'
import { dirOf, own } from './own-direction.ts'

/** How an output differs from the others. */
export interface Setting {
  /** The level of the highest heading. */
  readonly top: 1 | 2
  /** What stands before a `#` in addresses on the page itself. */
  readonly base: string
  /** What stands before `media/` in the addresses of images. */
  readonly files: string
  /** Records to mark as missing from the next launch. */
  readonly outlined: ReadonlySet<RecordId>
}

/** Lead, rail and discussion, in the order they are read. */
export function contentHtml(page: Page, setting: Setting): string {
  const { lead } = page
  const headed = hasWords(lead) && lead.headline.trim() !== ''
  return [
    hasWords(lead) ? leadHtml(lead, setting, page.channel.language) : '',
    railHtml(page, setting, headed ? setting.top + 1 : setting.top),
    discussionHtml(page, setting.top + 1),
  ].join('')
}

function leadHtml(
  { record, headline, standfirst, body, link, image }: FrozenLead,
  { top, files, outlined }: Setting,
  language: string,
): string {
  const href = webAddress(link)
  const title = own(plainHtml(headline), language)
  const words = bodyHtml(body, top === 1 ? 2 : 3)
  return `<article class="newsrail-lead" id="${anchorOf(record)}"${mark(record, outlined)}>
${[
  line(`h${String(top)}`, 'headline', href === undefined || title === '' ? title : `<a href="${escapeHtml(href)}">${title}</a>`),
  line('p', 'standfirst', own(inlineHtml(standfirst), language)),
  figureHtml(image, { files, sizes: '(min-width: 45rem) 41rem, 92vw', lazy: false, language }),
  line('div', 'body', words, dirOf(words, language)),
  title === '' ? sourceHtml('', link, language) : '',
].join('')}</article>
`
}

function railHtml({ channel, briefs }: Page, setting: Setting, level: number): string {
  const id = `rail-${channel.key}`
  const items = briefs.map((brief) => `<li>${briefHtml(brief, setting, level + 1, channel.language)}</li>\n`)
  return `<section class="newsrail-rail" aria-labelledby="${id}">
<h${String(level)} class="newsrail-title" id="${id}">${own(plainHtml(channel.railTitle), channel.language)}</h${String(level)}>
${items.length === 0 ? '' : `<ol class="newsrail-briefs" role="list">\n${items.join('')}</ol>\n`}</section>
`
}

/** What readers are told in the place of a brief that was taken down. */
function noticeHtml({ retracted }: FrozenBrief, language?: string): string {
  return retracted === undefined ? '' : line('p', 'notice', own(plainHtml(retracted.notice), language))
}

function briefHtml(brief: FrozenBrief, { base, files, outlined }: Setting, level: number, language: string): string {
  const anchor = anchorOf(brief.record)
  const [heading, headline, kicker] = [
    `h${String(level)}`,
    own(plainHtml(brief.headline), language),
    own(plainHtml(brief.kicker), language),
  ]
  const time = `<a href="${escapeHtml(base)}#${anchor}"><time datetime="${localDateTime(brief)}">${escapeHtml(brief.label)}</time></a>`
  return `<article class="newsrail-brief" id="${anchor}"${brief.retracted === undefined ? '' : ' data-retracted'}${mark(brief.record, outlined)}>
${brief.label === '' ? '' : line('p', 'time', time)}<div class="newsrail-words">
${[
  line(headline === '' ? heading : 'p', 'kicker', kicker),
  line(heading, 'subject', headline),
  figureHtml(brief.image, { files, sizes: '12rem', lazy: true, language }),
  line('p', 'text', own(inlineHtml(brief.text), language)),
  noticeHtml(brief, language),
  correctionsHtml(brief, language),
  sourceHtml(brief.source, brief.link, language),
].join('')}</div>
</article>`
}

/** A brief's words below its title, as a feed has them. */
export function briefContent(brief: FrozenBrief): string {
  return [line('p', 'text', inlineHtml(brief.text)), noticeHtml(brief), correctionsHtml(brief), sourceHtml(brief.source, brief.link)]
    .join('')
    .trim()
}

function correctionsHtml({ corrections }: FrozenBrief, language?: string): string {
  return corrections.map(({ at, note }) => line('ins', 'more', own(plainHtml(note), language), ` datetime="${at}"`)).join('')
}

/** Where the words are from and lead to: a source, a link, or the one linked to the other. */
function sourceHtml(source: string, link: string, language?: string): string {
  const href = webAddress(link)
  if (href === undefined) return line('p', 'more', own(plainHtml(source), language))
  const words = own(plainHtml(source) || escapeHtml(hostOf(link)), language)
  return line('p', 'more', `<a href="${escapeHtml(href)}">${words}</a>`)
}

function discussionHtml({ channel, discussion }: Page, level: number): string {
  const { language } = channel
  return `<section class="newsrail-discussion" id="${discussionAnchor(channel)}">
${line(`h${String(level)}`, 'prompt', own(plainHtml(discussion.prompt), language))}<div data-discussion="${discussion.state}">${line('p', 'empty', own(plainHtml(discussion.emptyState), language)).trim()}</div>
</section>
`
}

/** A time with its date and offset, as HTML's `datetime` takes it. */
export function localDateTime({ date, label, offset }: Pick<FrozenBrief, 'date' | 'label' | 'offset'>): string {
  return escapeHtml(`${date}T${label}${offset}`)
}

function mark(record: RecordId, outlined: ReadonlySet<RecordId>): string {
  return outlined.has(record) ? ' data-outlined' : ''
}

/** A line of its own in an element of a class of ours; nothing where it would be empty. */
function line(element: string, name: string, html: string, attributes = ''): string {
  return html === '' ? '' : `<${element} class="newsrail-${name}"${attributes}>${html}</${element}>\n`
}
