/** What a row of the review says that readers will see anew, field by field and word by word. */
import { diffWords } from 'diff'
import { assertNever } from '../../../core/assert.ts'
import { same } from '../../../core/change.ts'
import type { FrozenBrief, FrozenImage, FrozenLead, Page } from '../../../core/edition.ts'
import type { Json } from '../../../core/model/field.ts'
import { filesOf, outputsOf } from '../../../core/model/outputs.ts'
import type { ReviewRow } from '../../../core/review.ts'
import { bodyText, inlineText } from '../../../core/text.ts'

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const channelFields = ['railTitle', 'title', 'language', 'zone', 'site', 'accent'] as const
const discussionFields = ['prompt', 'emptyState'] as const
/** What became of an image, which is told in a word. */
export type ImageChange = 'imageAdded' | 'imageChanged' | 'imageRemoved'
type DifferenceField =
  | 'at'
  | 'kicker'
  | 'headline'
  | 'text'
  | 'corrections'
  | 'link'
  | 'source'
  | 'tags'
  | ImageChange
  | 'imageAlt'
  | 'imageCredit'
  | 'pinned'
  | 'unpinned'
  | 'standfirst'
  | 'body'
  | (typeof channelFields)[number]
  | 'outputs'
  | (typeof discussionFields)[number]
  | 'state'

export interface Difference {
  readonly field: DifferenceField
  readonly pieces: readonly Piece[]
}

/** Beyond so many changed words two texts have too little in common to be shown as one. */
const mostEdits = 1000

function whole(before: string, after: string): Piece[] {
  const both: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return both.filter((piece) => piece.text !== '')
}

/** Two texts as one, word by word: `same` and `added` together read as the new text. */
export function wordDiff(before: string, after: string, language: string): Piece[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const found = diffWords(before, after, { intlSegmenter, maxEditLength: mostEdits })
  const pieces = found?.map(({ added, removed, value }): Piece => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
  // Where nothing but spaces differ the words are all the same, and the texts are shown whole.
  const told = pieces?.some((piece) => piece.kind !== 'same') === true || before === after
  return told && pieces !== undefined ? pieces : whole(before, after)
}

/** Leaves out the middle of what is long and the same on both sides; the ends stay as context, in characters. */
export function shorten(pieces: readonly Piece[], context = 60): Piece[] {
  return pieces.map((piece, index) => {
    const [first, last] = [index === 0, index === pieces.length - 1]
    const keep = (first ? 0 : context) + (last ? 0 : context)
    if (piece.kind !== 'same' || piece.text.length <= keep + context || (first && last)) return piece
    const head = first ? '' : piece.text.slice(0, context).replace(/\S*$/, '')
    const tail = last ? '' : piece.text.slice(-context).replace(/^\S*/, '')
    return { kind: 'same', text: `${head}…${tail}` }
  })
}

/** One field's words on both sides; none where they are equal. */
function differ(field: DifferenceField, before: string, after: string, language: string): Difference[] {
  return before === after ? [] : [{ field, pieces: shorten(wordDiff(before, after, language)) }]
}

/** One field's two values, each whole: what is no text is read at once, not word by word. */
function replaced(field: DifferenceField, before: string, after: string): Difference[] {
  return before === after ? [] : [{ field, pieces: whole(before, after) }]
}

/** Markdown as readers see it, or as it is kept where only its marks and addresses differ. */
function read(before: string, after: string, text: (markdown: string) => string): [string, string] {
  const seen: [string, string] = [text(before), text(after)]
  return seen[0] === seen[1] ? [before, after] : seen
}

function briefDifferences(before: FrozenBrief, after: FrozenBrief, language: string): Difference[] {
  const time = (one: FrozenBrief): string => (before.date === after.date ? one.label : `${one.date} ${one.label}`)
  const notes = (one: FrozenBrief): string => one.corrections.map((correction) => correction.note).join('\n')
  return [
    ...replaced('at', time(before), time(after)),
    ...differ('kicker', before.kicker, after.kicker, language),
    ...differ('headline', before.headline, after.headline, language),
    ...differ('text', ...read(before.text, after.text, inlineText), language),
    ...differ('corrections', ...read(notes(before), notes(after), inlineText), language),
    ...replaced('link', before.link, after.link),
    ...differ('source', before.source, after.source, language),
    ...replaced('tags', before.tags.join(', '), after.tags.join(', ')),
    ...imageDifferences(before.image, after.image, language),
    ...pinning(before.pinned, after.pinned),
  ]
}

export function imageChange(before: Json | undefined, after: Json | undefined): ImageChange | undefined {
  if (same(before, after)) return undefined
  return before === undefined ? 'imageAdded' : after === undefined ? 'imageRemoved' : 'imageChanged'
}

function imageDifferences(before: FrozenImage | undefined, after: FrozenImage | undefined, language: string): Difference[] {
  const change = imageChange(before?.crops, after?.crops)
  return [
    ...(change === undefined ? [] : [{ field: change, pieces: [] }]),
    // The words of one that is taken off go with it.
    ...(after === undefined ? [] : differ('imageAlt', before?.alt ?? '', after.alt, language)),
    ...(after === undefined ? [] : differ('imageCredit', before?.credit ?? '', after.credit, language)),
  ]
}

function pinning(before: boolean, after: boolean): Difference[] {
  return before === after ? [] : [{ field: after ? 'pinned' : 'unpinned', pieces: [] }]
}

const plainBody = (markdown: string): string => bodyText(markdown).join('\n')
/** So much of a body that is wholly new is shown, in characters. */
const mostOfBody = 240

/** Words that were not there before, as they are. */
function newWords(texts: readonly string[]): Difference[] {
  return texts.filter((text) => text !== '').map((text) => ({ field: 'text', pieces: [{ kind: 'same', text }] }))
}

/** A lead that was not there before, in its own words. */
function newLead({ headline, standfirst, body }: FrozenLead): Difference[] {
  const text = plainBody(body)
  const start = text.length > mostOfBody ? `${text.slice(0, mostOfBody).replace(/\S*$/, '')}…` : text
  return newWords([headline, inlineText(standfirst), start])
}

function leadDifferences(before: FrozenLead, after: FrozenLead, language: string): Difference[] {
  return [
    ...differ('headline', before.headline, after.headline, language),
    ...differ('standfirst', ...read(before.standfirst, after.standfirst, inlineText), language),
    ...differ('body', ...read(before.body, after.body, plainBody), language),
    ...replaced('link', before.link, after.link),
    ...imageDifferences(before.image, after.image, language),
  ]
}

/** What differs between the two sides of a row. What is moved or goes off the site is the same words. */
export function differences(row: ReviewRow, language: string): Difference[] {
  switch (row.kind) {
    case 'retracted':
      return row.after === undefined ? [] : newWords([row.after.retracted?.notice ?? ''])
    case 'removed':
    case 'cut':
    case 'moved':
      return []
    case 'added':
      return [...newWords([inlineText(row.after.text)]), ...imageDifferences(undefined, row.after.image, language)]
    case 'reworded':
    case 'retimed':
      return briefDifferences(row.before, row.after, language)
    case 'lead':
      if (row.after === undefined) return []
      return row.before === undefined
        ? [...newLead(row.after), ...imageDifferences(undefined, row.after.image, language)]
        : leadDifferences(row.before, row.after, language)
    case 'discussion':
      if (row.before === undefined) return newWords([row.after.prompt, row.after.emptyState])
      return [
        ...discussionFields.flatMap((field) => differ(field, row.before?.[field] ?? '', row.after[field], language)),
        ...replaced('state', row.before.state, row.after.state),
      ]
    case 'channel':
      return [
        ...channelFields.flatMap((field) => replaced(field, row.before?.[field] ?? '', row.after[field])),
        ...replaced('outputs', filesIn(row.before), filesIn(row.after)),
      ]
    default:
      return assertNever(row)
  }
}

function filesIn(channel: Page['channel'] | undefined): string {
  return channel === undefined ? '' : filesOf(outputsOf(channel.outputs)).join(', ')
}
