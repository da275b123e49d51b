/** What falls due: told to whoever asks, and let out by the desk itself where its channel says so. */
import { channelsInUse } from '../../core/channels.ts'
import { addDays, localTime } from '../../core/clock.ts'
import type { Input, Output } from '../../core/contract.ts'
import type { EmbargoNote } from '../../core/contract/embargo.ts'
import { dueDays, fallenDue, goesByItself, later, type Due } from '../../core/due.ts'
import { dayOfHome, homes, type RecordId } from '../../core/ids.ts'
import { placeHome } from '../../core/model/brief.ts'
import type { Channel } from '../../core/model/channel.ts'
import { rowOf, type BriefRow } from '../../core/rail.ts'
import { ofKind, readTarget } from '../../core/records.ts'
import { heldReason, noChoices, type HeldReason } from '../../core/held.ts'
import { resultOf } from '../failure.ts'
import { channelOf, type DeskContext, type RailName } from './context.ts'
import { boardOf, loadDay, loadReadable } from './day.ts'
import { editingElsewhere } from './launching.ts'

/** The rails on which a brief may be under embargo or have fallen due: of late, and all that come. */
async function railsAhead({ library, now }: DeskContext): Promise<RailName[]> {
  const rails: RailName[] = []
  for (const { key, zone } of channelsInUse(library.records.values())) {
    const from = addDays(localTime(now(), zone).day, -dueDays)
    for (const day of (await library.days(key)).filter((one) => one >= from)) {
      if (await loadReadable(library, homes.day(key, day))) rails.push({ channel: key, day })
    }
  }
  return rails
}

function rowsWithEmbargo({ library }: DeskContext, { channel, day }: RailName): BriefRow[] {
  return library.placed(homes.day(channel, day)).flatMap((id) => {
    const record = library.records.get(id)
    const row = record && rowOf(record)
    return row?.brief.embargo === undefined ? [] : [row]
  })
}

/** What of a rail has fallen due and is not launched. Its board is looked at only where an embargo has ended. */
async function fallenOn(context: DeskContext, rail: RailName, editing: ReadonlySet<RecordId>): Promise<Due[]> {
  const ended = rowsWithEmbargo(context, rail).some(({ brief }) => brief.embargo !== undefined && brief.embargo <= context.now())
  if (!ended) return []
  const state = await loadDay(context, rail)
  return fallenDue(boardOf(context, state), state.base, { ...noChoices, editing }, context.now())
}

/**
 * What comes in all channels, and what has fallen due and is not launched. `editing`: what is being edited elsewhere;
 * `isGoing`: what the desk is about to let out.
 */
export async function embargoesOf(
  context: DeskContext,
  editing: ReadonlySet<RecordId>,
  isGoing: Attending['isGoing'] = () => false,
): Promise<EmbargoNote[]> {
  const notes: EmbargoNote[] = []
  const note = (rail: RailName, { row: { id, brief }, embargo, held }: Due, state: EmbargoNote['state']): void => {
    const kicker = brief.kicker.trim()
    notes.push({ ...rail, record: id, kicker, embargo, state, ...(held === undefined ? {} : { held }) })
  }
  for (const rail of await railsAhead(context)) {
    for (const due of await fallenOn(context, rail, editing)) note(rail, due, isGoing(due.row, due.held) ? 'going' : 'fallen')
    for (const row of later(rowsWithEmbargo(context, rail), context.now())) {
      const embargo = row.brief.embargo ?? ''
      note(rail, { row, embargo, held: heldReason(row, embargo, noChoices) }, 'ahead')
    }
  }
  return notes.sort((a, b) => (a.embargo < b.embargo ? -1 : a.embargo > b.embargo ? 1 : 0))
}

/** The targets to which a channel's launches go by themselves. */
function targetsOf({ library }: DeskContext, channel: Channel): RecordId[] {
  if (channel.sample) return []
  const targets = ofKind(library.records.values(), 'target').map(readTarget)
  return targets.filter((target) => target.channel === channel.key && !target.removed).map(({ id }) => id)
}

const keyOf = ({ id, brief }: BriefRow): string => `${id} ${brief.embargo ?? ''}`

type Launch = (input: Input<'launch'>) => Promise<Output<'launch'>>

export interface Attending {
  /** Whether a brief that has fallen due is about to go out by itself. */
  readonly isGoing: (row: BriefRow, held?: HeldReason) => boolean
  /** Ends it, once a launch under way has been made. */
  close(): Promise<void>
}

/** A little after the minute begins, so that a timer that comes early does not find the minute before. */
const slack = 50

/**
 * Looks at the beginning of every minute what has fallen due, and lets out what goes by itself. The clock is read
 * anew each time, so that neither a laptop's sleep nor a clock that is set makes anything go out late.
 */
export function attendDue(context: DeskContext, launch: Launch): Attending {
  const { now, emit, library } = context
  const since = now()
  /** What was tried, by record and embargo: what did not go out then is a person's to launch. */
  const tried = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let looking = Promise.resolve()

  /** Whether a brief is about to go out by itself, where nothing (else) holds it back. */
  function isGoing(row: BriefRow, held?: HeldReason): boolean {
    const { embargo } = row.brief
    const home = dayOfHome(placeHome(row.brief.place) ?? '')
    if (embargo === undefined || home === undefined || closed || tried.has(keyOf(row))) return false
    const channel = channelOf(library.records, home.channel)
    // A day that has not begun is a person's to begin.
    if (home.day > localTime(now(), channel.zone).day) return false
    return goesByItself({ embargo, held }, channel, since, now())
  }

  async function look(): Promise<void> {
    for (const rail of await railsAhead(context)) {
      // A rail is looked at only for what fell due just now.
      if (!rowsWithEmbargo(context, rail).some((row) => isGoing(row))) continue
      const fallen = await fallenOn(context, rail, editingElsewhere(context, ''))
      const records = fallen.filter(({ row, held }) => isGoing(row, held)).map(({ row }) => row.id)
      for (const { row } of fallen) tried.add(keyOf(row))
      if (records.length > 0) await letOut(rail, records)
    }
  }

  async function letOut(rail: RailName, records: RecordId[]): Promise<void> {
    const targets = targetsOf(context, channelOf(library.records, rail.channel))
    const input: Input<'launch'> = { ...rail, unticked: [], taken: [], only: records, targets }
    const outcome = await resultOf(async () => (await launch(input)).edition)
    emit({ kind: 'due', ...rail, records, outcome })
  }

  function wait(): void {
    timer = setTimeout(
      () => {
        looking = look()
          // What cannot be read is told by whatever reads it for a person; the next minute looks again.
          .catch(() => undefined)
          .finally(() => {
            if (!closed) wait()
          })
      },
      60_000 - (Date.parse(now()) % 60_000) + slack,
    )
    timer.unref()
  }

  wait()
  return {
    isGoing,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await looking
    },
  }
}
