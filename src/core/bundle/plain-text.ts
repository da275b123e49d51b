/**
 * `rail.txt`: the words as readers see them, for mail, chat and the wire. Below the line `-- `, which mail programs take
 * for the end of the words, stands what machines need, one thing a line.
 */
import { directionOf } from '../direction.ts'
import { editionId, type Edition, type FrozenBrief, type FrozenImage, type FrozenLead } from '../edition.ts'
import { bodyText, inlineText, tidyText } from '../text.ts'
import { entriesOf } from './entries.ts'
import { channelTitle, hasWords, siteAddress, urnOf, webAddress } from './names.ts'

export function plainText(edition: Edition): string {
  const { channel, day, lead, briefs, discussion } = edition
  const blocks = [
    [channelTitle(channel), day, siteAddress(channel) ?? ''],
    hasWords(lead) ? leadLines(lead) : [],
    ...briefs.map((brief) => briefLines(brief, day)),
    [tidyText(discussion.prompt), tidyText(discussion.emptyState)],
    ['-- ', ...notes(edition)],
  ]
  return `${blocks
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')}\n`
}

function leadLines({ headline, standfirst, body, link, image }: FrozenLead): string[] {
  return [tidyText(headline), inlineText(standfirst), imageLine(image), ...bodyText(body), webAddress(link) ?? '']
}

/** What an image shows, and whose it is. */
function imageLine(image: FrozenImage | undefined): string {
  return image === undefined ? '' : `[${tidyText(image.alt)}] ${tidyText(image.credit)}`.trim()
}

/** The time first, with its date where that is not the rail's. */
function briefLines(brief: FrozenBrief, day: string): string[] {
  const { date, label, kicker, headline, text, image, retracted, corrections, source, link } = brief
  const time = date === day ? label : `${date} ${label}`
  return [
    `${time} ${tidyText(kicker)}`.trim(),
    tidyText(headline),
    inlineText(text),
    imageLine(image),
    tidyText(retracted?.notice ?? ''),
    ...corrections.map(({ note }) => tidyText(note)),
    tidyText(source),
    webAddress(link) ?? '',
  ]
}

function notes(edition: Edition): string[] {
  const { channel, discussion, retracted = [] } = edition
  return [
    `edition ${editionId(edition)} ${edition.at}`,
    `language ${channel.language} ${directionOf(channel.language)}`,
    `discussion ${discussion.state}`,
    ...entriesOf(edition).map(({ kind, id, published, updated }) => `${kind} ${id} ${published} ${updated}`),
    ...retracted.map(({ record, at }) => `retracted ${urnOf(record)} ${at}`),
  ]
}
