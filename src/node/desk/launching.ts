/** Launching: a review becomes a numbered edition with its bundle, and goes to targets. */
import { page } from '../../core/bundle/page.ts'
import { bundle, zipBundle } from '../../core/bundle/bundle.ts'
import type { Edition, EditionNote } from '../../core/edition.ts'
import { editionNumber } from '../../core/edition.ts'
import { same } from '../../core/change.ts'
import { sameWords, undated } from '../../core/frozen.ts'
import type { RecordId } from '../../core/ids.ts'
import { noChoices, type Choices, type Held } from '../../core/held.ts'
import { review } from '../../core/review.ts'
import { DeskError } from '../failure.ts'
import type { DeskContext, RailName } from './context.ts'
import { boardOf, loadDay, noteOf } from './day.ts'
import { withMedia } from './media.ts'

export interface LaunchInput extends RailName {
  readonly unticked: readonly RecordId[]
  readonly taken: readonly RecordId[]
  readonly only?: readonly RecordId[] | undefined
}

export interface Launched {
  readonly edition: EditionNote
  /** Nothing had changed: the last edition goes again. */
  readonly again: boolean
  /** What went out without its image, which the library has lost. */
  readonly lost: readonly RecordId[]
  readonly held: readonly Held[]
}

/** Makes the edition that readers will see. The edition file, in place after its bundle, is the launch. */
export async function launchEdition(context: DeskContext, client: string, input: LaunchInput): Promise<Launched> {
  const { library, now, person } = context
  const state = await loadDay(context, input)
  const choices: Choices = {
    unticked: new Set(input.unticked),
    taken: new Set(input.taken),
    editing: editingElsewhere(context, client),
    only: input.only === undefined ? undefined : new Set(input.only),
  }
  const reviewed = review(boardOf(context, state), state.base, choices, now())
  const { base } = state
  const { held } = reviewed
  if (!reviewed.changed && base !== undefined) return { edition: noteOf(base), again: true, lost: [], held }
  const names = await library.editions.list(state.channel.key)
  const number = Math.max(0, ...names.map(({ id }) => editionNumber(id)))
  const previous = names.findLast(({ id }) => editionNumber(id) === number)?.id
  const { page: whole, media, lost } = await withMedia(context, reviewed.page)
  const edition: Edition = {
    ...whole,
    format: 1,
    number: number + 1,
    opening: library.opening,
    at: now(),
    by: person,
    ...(previous === undefined ? {} : { previous }),
  }
  await library.editions.write(edition, zipBundle(bundle(edition, media), edition))
  context.emit({ kind: 'edition', channel: state.channel.key, day: state.day })
  return { edition: noteOf(edition), again: false, lost, held }
}

/** What other windows than this one are editing now. */
export function editingElsewhere({ editing }: DeskContext, client: string): Set<RecordId> {
  return new Set([...editing].filter(([other]) => other !== client).map(([, id]) => id))
}

/** The page's own HTML as it would be launched now; with drafts, what would not go out as it stands is outlined. */
export async function previewHtml(context: DeskContext, client: string, input: RailName & { drafts: boolean }): Promise<string> {
  const state = await loadDay(context, input)
  const board = boardOf(context, state)
  const choices = { ...noChoices, editing: editingElsewhere(context, client) }
  const next = review(board, state.base, choices, context.now()).page
  if (!input.drafts) return page(next, { files: '/' })
  const { own, carried, lead } = board
  const taken = new Set([...own, ...carried].map((row) => row.id).concat(lead.id))
  const full = review(board, state.base, { ...choices, taken }, context.now()).page
  const going = new Map(next.briefs.map((brief) => [brief.record, brief]))
  const outlined = new Set(full.briefs.filter((brief) => !sameWords(going.get(brief.record), brief)).map((brief) => brief.record))
  const { lead: shown } = full
  if (shown !== undefined && (next.lead === undefined || !same(undated(shown), undated(next.lead)))) outlined.add(shown.record)
  return page(full, { outlined, files: '/' })
}

/** An edition of the library by its note, for sending and exporting. */
export async function editionOf({ library }: DeskContext, { channel, day, edition }: RailName & { edition: string }): Promise<Edition> {
  const found = await library.editions.read(channel, day, edition)
  if (found === undefined) throw new DeskError('not-found', 'This library does not hold that edition.', { field: 'edition' })
  return found
}
