/** Launching: a review becomes a numbered edition with its bundle, and goes to targets. */
import { page } from '../../core/bundle/page.ts'
import { bundle, zipBundle } from '../../core/bundle/bundle.ts'
import type { Edition, EditionNote } from '../../core/edition.ts'
import { editionNumber } from '../../core/edition.ts'
import { sameWords } from '../../core/frozen.ts'
import { changeId, type RecordId } from '../../core/ids.ts'
import { noChoices, review, type Choices, type Review } from '../../core/review.ts'
import { DeskError } from '../failure.ts'
import type { DeskContext, RailName } from './context.ts'
import { boardOf, loadDay, noteOf, type DayState } from './day.ts'

export interface LaunchInput extends RailName {
  readonly unticked: readonly RecordId[]
  readonly taken: readonly RecordId[]
}

export interface Launched {
  readonly edition: EditionNote
  /** Nothing had changed: the last edition goes again. */
  readonly again: boolean
}

/** Makes the edition that readers will see. The edition file, in place after its bundle, is the launch. */
export async function launchEdition(context: DeskContext, client: string, input: LaunchInput): Promise<Launched> {
  const { library, now, person } = context
  const state = await loadDay(context, input)
  const reviewed = reviewOf(context, state, {
    unticked: new Set(input.unticked),
    taken: new Set(input.taken),
    editing: editingElsewhere(context, client),
  })
  const { base } = state
  if (!reviewed.changed && base !== undefined) return { edition: noteOf(base), again: true }
  const names = await library.editions.list(state.channel.key)
  const number = Math.max(0, ...names.map(({ id }) => editionNumber(id)))
  const previous = names.findLast(({ id }) => editionNumber(id) === number)?.id
  const edition: Edition = {
    ...reviewed.page,
    format: 1,
    number: number + 1,
    opening: library.opening,
    at: now(),
    by: person,
    ...(previous === undefined ? {} : { previous }),
    ...(library.highest === 0 ? {} : { upTo: changeId(library.highest, library.opening) }),
  }
  await library.editions.write(edition, zipBundle(bundle(edition), edition))
  context.emit({ kind: 'edition', channel: state.channel.key, day: state.day })
  return { edition: noteOf(edition), again: false }
}

function editingElsewhere({ editing }: DeskContext, client: string): Set<RecordId> {
  return new Set([...editing].filter(([other]) => other !== client).map(([, id]) => id))
}

export function reviewOf(context: DeskContext, state: DayState, choices: Choices): Review {
  return review(boardOf(context, state), state.base, choices, context.now())
}

/** The page's own HTML as it would be launched now; with drafts, what would not go out is outlined. */
export async function previewHtml(context: DeskContext, client: string, input: RailName & { drafts: boolean }): Promise<string> {
  const state = await loadDay(context, input)
  const next = reviewOf(context, state, { ...noChoices, editing: editingElsewhere(context, client) }).page
  if (!input.drafts) return page(next)
  const all = [...boardOf(context, state).own, ...boardOf(context, state).carried].map((row) => row.id)
  const taken = new Set([...all, boardOf(context, state).lead.id])
  const full = reviewOf(context, state, { ...noChoices, taken }).page
  const going = new Map(next.briefs.map((brief) => [brief.record, brief]))
  const outlined = new Set(full.briefs.filter((brief) => !sameWords(going.get(brief.record), brief)).map((brief) => brief.record))
  return page(full, { outlined })
}

/** An edition of the library by its note, for sending and exporting. */
export async function editionOf({ library }: DeskContext, { channel, day, edition }: RailName & { edition: string }): Promise<Edition> {
  const found = await library.editions.read(channel, day, edition)
  if (found === undefined) throw new DeskError('not-found', 'This library does not hold that edition.', { field: 'edition' })
  return found
}
