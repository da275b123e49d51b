/** A channel's day as the desk holds it: what a window is given, and what a launch and the preview are made of. */
import { addDays, localTime } from '../../core/clock.ts'
import type { RecordState } from '../../core/change.ts'
import { firstChannel } from '../../core/channels.ts'
import type { View } from '../../core/contract/view.ts'
import { editionId, type Edition, type EditionNote, type Page } from '../../core/edition.ts'
import { homeOf, homes, kindOf, libraryHome, type ChannelKey, type Day, type Home } from '../../core/ids.ts'
import type { Channel } from '../../core/model/channel.ts'
import { placeHome } from '../../core/model/brief.ts'
import { board, byPlace, carriedRows, rowOf, type Board, type BoardContext } from '../../core/rail.ts'
import { channelOf, type DeskContext } from './context.ts'
import { DeskError } from '../failure.ts'
import type { EditionName } from '../library/editions.ts'
import { LibraryError } from '../library/library-error.ts'
import type { Library } from '../library/library.ts'

/** So many earlier days are looked through, at most, for briefs to carry. */
const farthest = 31

export interface DayState {
  readonly channel: Channel
  readonly day: Day
  readonly homes: ReadonlySet<Home>
  readonly base: Edition | undefined
  readonly earlier: Edition | undefined
  /** What the site's page shows: the newest edition of the newest launched day. */
  readonly site: Edition | undefined
  readonly boardContext: BoardContext
}

/** Loads what a channel's day shows. Without a channel the first, without a day today in its zone. */
export async function loadDay(context: DeskContext, asked: { channel?: string | undefined; day?: Day | undefined }): Promise<DayState> {
  const { library, now } = context
  await library.load([libraryHome])
  const key = asked.channel ?? firstChannel(library.records.values())?.key
  if (key === undefined) throw new DeskError('not-found', 'This library has no channel yet.', { field: 'channel' })
  const channel = channelOf(library.records, key)
  const day = asked.day ?? localTime(now(), channel.zone).day
  const editions = await library.editions.list(key)
  const own = await newestOf(
    context,
    key,
    editions.filter((edition) => edition.day === day),
  )
  const earlier = await newestOf(
    context,
    key,
    editions.filter((edition) => edition.day < day),
  )
  const later = await newestOf(
    context,
    key,
    editions.filter((edition) => edition.day > day),
  )
  const base = own ?? earlier
  const boardContext: BoardContext = { channel, day, now: now(), base, earlier }
  const there = new Set<Home>([libraryHome, homes.shelf(key), homes.day(key, day)])
  await library.load([...there])
  // What the checks compare with.
  const before = homes.day(key, addDays(day, -1))
  if (await loadReadable(library, before)) there.add(before)
  const carried = [earlier?.lead?.record, ...Object.values(earlier?.discussion.from ?? {})].flatMap((id) =>
    id === undefined ? [] : [homeOf(id)],
  )
  for (const home of new Set(carried)) if (await loadReadable(library, home)) there.add(home)
  await loadCarried(context, boardContext, there)
  return { channel, day, homes: there, base, earlier, site: later ?? base, boardContext }
}

/** Loads a home unless it is damaged beyond rebuilding: the library reports that, and the day in view goes on without it. */
export async function loadReadable(library: Library, home: Home): Promise<boolean> {
  try {
    await library.load([home])
    return true
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'damaged') return false
    throw error
  }
}

/** Loads earlier days, newest first, until they could fill the rail by themselves, should its own briefs go. */
async function loadCarried({ library }: DeskContext, boardContext: BoardContext, there: Set<Home>): Promise<void> {
  const { channel, day } = boardContext
  if (channel.keep === 0) return
  const earlier = (await library.days(channel.key)).filter((one) => one < day).slice(-farthest)
  for (const from of earlier.reverse()) {
    const rails = byPlace(recordsOf(library.records.values(), there))
    rails.delete(homes.day(channel.key, day))
    if (carriedRows(rails, boardContext).length >= channel.keep) return
    if (await loadReadable(library, homes.day(channel.key, from))) there.add(homes.day(channel.key, from))
  }
}

/** The last of a channel's editions, as they are listed, that can be read; damaged ones are reported by the library. */
export async function newestOf(
  { library }: DeskContext,
  channel: ChannelKey,
  editions: readonly EditionName[],
): Promise<Edition | undefined> {
  for (const { day, id } of [...editions].reverse()) {
    try {
      return await library.editions.read(channel, day, id)
    } catch (error) {
      if (!(error instanceof LibraryError) || error.code !== 'damaged') throw error
    }
  }
  return undefined
}

/** The records whose home is, or who stand on a rail or shelf that is, among these. */
export function recordsOf(records: Iterable<RecordState>, there: ReadonlySet<Home>): RecordState[] {
  return [...records].filter((record) => there.has(homeOf(record.id)) || there.has(placeOf(record)))
}

function placeOf(record: RecordState): Home {
  return kindOf(record.id) === 'brief' ? (placeHome(rowOf(record).brief.place) ?? '') : ''
}

/** The board of a loaded day. */
export function boardOf({ library, now }: DeskContext, state: DayState): Board {
  const records = recordsOf(library.records.values(), state.homes)
  return board(new Map(records.map((record) => [record.id, record])), { ...state.boardContext, now: now() })
}

/** What readers saw of an edition. */
export function pageOf({ channel, day, lead, briefs, discussion }: Edition): Page {
  return { channel, day, ...(lead === undefined ? {} : { lead }), briefs, discussion }
}

/** What is told of an edition. */
export function noteOf(edition: Edition): EditionNote {
  return { id: editionId(edition), day: edition.day, at: edition.at, by: edition.by }
}

/** What a window is given to show a day. `n` is the number of the last event it holds. */
export function viewOf(context: DeskContext, state: DayState, client: string, n: number): View {
  const { channel, day, base, earlier, site } = state
  const editing = [...context.editing].filter(([other]) => other !== client).map(([, id]) => id)
  return {
    n,
    channel: channel.key,
    day,
    records: recordsOf(context.library.records.values(), state.homes),
    ...(base === undefined ? {} : { base }),
    ...(earlier === undefined ? {} : { earlier: pageOf(earlier) }),
    ...(site === undefined ? {} : { site: noteOf(site) }),
    editing,
  }
}
