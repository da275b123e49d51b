/**
 * `rail.json`: the whole edition as data, for a site that draws the rail itself; and `rail.schema.json`, the JSON Schema
 * of it. Both are made from the schema here, which is the contract with site developers.
 */
import { z } from 'zod'
import { directionOf } from '../direction.ts'
import { editionId, type Edition, type FrozenBrief, type FrozenImage, type FrozenLead } from '../edition.ts'
import { dayPattern } from '../ids.ts'
import { discussionStates } from '../model/channel.ts'
import { bodyHtml, bodyText, inlineHtml, inlineText, tidyText } from '../text.ts'
import { mediaPath } from './figure.ts'
import { localDateTime } from './markup.ts'
import { anchorOf, hasWords, siteAddress, urnOf, webAddress } from './names.ts'

const instant = () => z.string().meta({ format: 'date-time' })
const address = () => z.string().meta({ format: 'uri' })
const text = (description: string) => z.string().describe(description)

const words = z
  .object({
    html: text('HTML of these elements: p, h2, h3, blockquote, ul, ol, li, strong, em, a, br. Safe to put into a page as it is.'),
    text: text('The same as readers see it, lines parted by \\n.'),
  })
  .meta({ id: 'words', description: 'Words as HTML and as plain text.' })

const image = z.object({
  alt: text('What it shows, for those who do not see it.'),
  credit: text('Whose it is; may be empty.'),
  files: z
    .array(
      z.object({
        path: text('From where this file lies.'),
        type: text('A media type.'),
        width: z.int().describe('In pixels.'),
        height: z.int().describe('In pixels.'),
        size: z.int().describe('In bytes.'),
      }),
    )
    .describe('One shape in several sizes, widest first.'),
})

/** What a lead and a brief have in common. */
const item = {
  id: text('A URN that never changes, the same in all feeds.'),
  anchor: text('The HTML id of its element in index.html and rail.html.'),
  url: address().optional().describe('Its place on the page; left out where the site’s address is not known.'),
  headline: text('Plain text, may be empty.'),
  link: address().optional().describe('What it links to; left out where it links to nothing.'),
  image: image.optional().describe('Left out where there is none.'),
  published: instant().describe('The launch that first showed it, in UTC as all instants here.'),
  updated: instant().describe('The last launch that changed it.'),
}

const lead = z.object({ ...item, standfirst: words, body: words })

const brief = z.object({
  ...item,
  at: instant().describe('The time that readers see, as an instant.'),
  time: text('The time that readers see, HH:MM on the channel’s clock.'),
  datetime: text('The same with date and offset, for the datetime attribute: 2026-04-15T22:41+03:00.'),
  kicker: text('Plain text, may be empty.'),
  text: words,
  source: text('Where it is from; plain text, may be empty.'),
  tags: z.array(z.string()),
  pinned: z.boolean().describe('Whether it is kept at the top.'),
  corrections: z.array(z.object({ at: instant(), note: text('What readers are told, plain text.') })).describe('Oldest first.'),
  retracted: z
    .object({ at: instant(), notice: text('What readers are told in its place, plain text.') })
    .optional()
    .describe('On one that was taken down. Its own texts are empty.'),
})

export const railSchema = z
  .object({
    version: z
      .literal(1)
      .describe('Changes when something is renamed or taken out. What is added does not change it: pass over names you do not know.'),
    edition: z.object({
      id: text('Number and opening, which no other edition has.'),
      number: z.int().min(1),
      at: instant().describe('When it was launched.'),
      day: z.string().regex(dayPattern).describe('The rail’s day in the channel’s zone.'),
      previous: z.string().optional().describe('The id of the channel’s edition before it.'),
    }),
    channel: z.object({
      key: text('Never changes.'),
      title: z.string(),
      railTitle: text('The heading over the briefs.'),
      language: text('A BCP 47 tag.'),
      direction: z.enum(['ltr', 'rtl']).describe('How the language is written.'),
      zone: text('An IANA time zone.'),
      url: address().optional().describe('The page; left out where the site’s address is not known.'),
      accent: text('#rrggbb, or empty.'),
    }),
    lead: lead.optional().describe('The lead article; left out where there is none.'),
    briefs: z.array(brief).describe('In the order in which they are shown.'),
    discussion: z.object({
      state: z.enum(discussionStates).describe('Whether readers may comment.'),
      prompt: text('The question to readers, plain text, may be empty.'),
      emptyState: text('What stands where nobody has commented, plain text, may be empty.'),
    }),
    retracted: z
      .array(
        z.object({
          id: text('The id that it had in earlier editions.'),
          published: instant(),
          at: instant().describe('The launch that took it off the site.'),
        }),
      )
      .describe('What earlier editions showed and was retracted. Take it down wherever you took it over.'),
  })
  .meta({ title: 'Newsrail rail.json, version 1', description: 'One edition of a rail.' })

export type RailJson = z.infer<typeof railSchema>
type Item = Pick<RailJson['briefs'][number], keyof typeof item>

/** `rail.schema.json`, in JSON Schema 2020-12. Names that it does not know are allowed, as later programs may add some. */
export function railJsonSchema(): object {
  return z.toJSONSchema(railSchema, { io: 'input' })
}

export function railJson(edition: Edition): RailJson {
  const { channel, lead, briefs, discussion, retracted = [] } = edition
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
      retracted: brief.retracted && { at: brief.retracted.at, notice: tidyText(brief.retracted.notice) },
    })),
    discussion: { state: discussion.state, prompt: tidyText(discussion.prompt), emptyState: tidyText(discussion.emptyState) },
    retracted: retracted.map(({ record, published, at }) => ({ id: urnOf(record), published, at })),
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

function railImage({ alt, credit, crops }: FrozenImage): z.infer<typeof image> {
  const files = crops.map((media) => {
    const { type, width, height, size } = media
    return { path: mediaPath(media), type, width, height, size }
  })
  return { alt: tidyText(alt), credit: tidyText(credit), files }
}

function inline(markdown: string): RailJson['briefs'][number]['text'] {
  return { html: inlineHtml(markdown), text: inlineText(markdown) }
}
