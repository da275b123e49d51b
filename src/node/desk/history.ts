/** What became of a record, and a rail as it stood: read from the log alone, and nothing is changed by looking. */
import { at as stateAt, type Change } from '../../core/change.ts'
import type { RailThen } from '../../core/contract/view.ts'
import { homeOf, homes, libraryHome, type Home, type Instant, type RecordId } from '../../core/ids.ts'
import { changesOf, type RecordChange } from '../../core/history.ts'
import { placeHome, readPlace } from '../../core/model/brief.ts'
import { editionIdPattern, type Edition } from '../../core/edition.ts'
import { DeskError } from '../failure.ts'
import type { DeskContext, RailName } from './context.ts'
import { loadDay, loadReadable, pageOf, recordsOf, type DayState } from './day.ts'
import { editionOf } from './launching.ts'
import { logOfHomes } from './log.ts'

export async function historyOf({ library }: DeskContext, record: RecordId): Promise<RecordChange[]> {
  return changesOf(await library.history(homeOf(record)), record)
}

export interface RailAtInput extends RailName {
  /** An instant, or the id of one of the day's editions. */
  readonly at: string
}

/** @throws DeskError `not-found` where there is no such edition of the day */
export async function railAt(context: DeskContext, input: RailAtInput): Promise<RailThen> {
  const { library } = context
  const state = await loadDay(context, input)
  const launched = await launchedBy(context, state, input)
  const at = launched.at
  const there = await homesOfRail(context, state)
  const then = stateAt(await logOfHomes(library, there), at)
  const records = recordsOf(then.values(), state.homes).filter((record) => homeOf(record.id) !== libraryHome)
  const { earlier } = state
  const before = earlier !== undefined && earlier.at <= at ? pageOf(earlier) : undefined
  const base = launched.edition === undefined ? before : pageOf(launched.edition)
  return {
    at,
    records,
    now: records.flatMap((record) => library.records.get(record.id) ?? []),
    ...(base === undefined ? {} : { base }),
    ...(before === undefined ? {} : { earlier: before }),
  }
}

/** The instant that is meant, and the day's edition that stood on the site then. */
async function launchedBy(
  context: DeskContext,
  { channel, day }: DayState,
  { at }: RailAtInput,
): Promise<{ at: Instant; edition?: Edition }> {
  const name = { channel: channel.key, day }
  const notes = await context.library.editions.notes(channel.key, day)
  const asked = notes.find((note) => note.id === at)
  if (asked === undefined && editionIdPattern.test(at)) throw new DeskError('not-found', 'This day has no such edition.', { field: 'at' })
  const instant = asked?.at ?? at
  const note = asked ?? notes.findLast((one) => one.at <= instant)
  return { at: instant, ...(note === undefined ? {} : { edition: await editionOf(context, { ...name, edition: note.id }) }) }
}

/** The homes that the day's board is made of, and those of whatever stood on its rail at any time: some of it is elsewhere now. */
async function homesOfRail({ library }: DeskContext, { channel, day, homes: there }: DayState): Promise<Set<Home>> {
  const rail = homes.day(channel.key, day)
  const stood = (await library.history(rail)).flatMap((change: Change) => change.sets.filter(({ field }) => field === 'place'))
  const all = new Set(there)
  for (const { record, from, to } of stood) {
    const home = homeOf(record)
    if (all.has(home) || ![from, to].some((place) => placeHome(readPlace(place)) === rail)) continue
    if (await loadReadable(library, home)) all.add(home)
  }
  return all
}
