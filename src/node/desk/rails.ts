/** Launching one change on all rails that show it, each to the targets where it stands, as one act with one report. */
import { channelsOf } from '../../core/channels.ts'
import type { Output } from '../../core/contract.ts'
import { homeOf, libraryHome, type RecordId } from '../../core/ids.ts'
import { takeDown } from '../../core/takedown.ts'
import { acceptEdit } from '../../core/edit.ts'
import { failureOf } from '../failure.ts'
import { record, type DeskContext, type RailName } from './context.ts'
import type { Deliveries } from './deliveries.ts'
import { stillAt } from './elsewhere.ts'
import { editionOf, type Launched, type LaunchInput } from './launching.ts'
import type { Pages, Stand } from './pages.ts'

type Report = Output<'launchRails'>['rails'][number]

export interface Rails {
  readonly context: DeskContext
  readonly pages: Pages
  readonly deliveries: Deliveries
  /** Launches when its turn comes. */
  readonly launch: (input: LaunchInput) => Promise<Launched>
  /** Once launches under way are made. */
  readonly settled: () => Promise<void>
}

/** Launches these records alone, on each rail; all else stays as the site has it. */
export async function launchRails(
  rails: Rails,
  { rails: names, only }: { readonly rails: readonly RailName[]; readonly only: readonly RecordId[] },
): Promise<Report[]> {
  const records = new Set(only)
  const stands = await rails.pages.readable(records)
  const reports: Report[] = []
  for (const name of names) reports.push(await launchRail(rails, name, records, stands))
  return reports
}

async function launchRail(rails: Rails, name: RailName, only: ReadonlySet<RecordId>, stands: readonly Stand[]): Promise<Report> {
  const report: Report = { channel: name.channel, day: name.day, again: false, held: [], sent: [] }
  try {
    const {
      edition: note,
      again,
      held,
    } = await rails.launch({ channel: name.channel, day: name.day, unticked: [], taken: [], only: [...only] })
    const edition = await editionOf(rails.context, { channel: name.channel, day: note.day, edition: note.id })
    const theirs = stands.filter(({ target, day }) => target.channel === name.channel && day === name.day)
    for (const { target, place } of theirs) {
      const { state, message, stands: there } = await rails.deliveries.send(target.id, edition, { anyway: false, place })
      report.sent.push({ target: target.id, name: target.name, place, state, ...(message && { message }), ...(there && { stands: there }) })
    }
    const back = held.filter(({ id }) => only.has(id)).map(({ id, reason }) => ({ record: id, reason }))
    return { ...report, edition: note, again, held: back }
  } catch (error) {
    return { ...report, failure: failureOf(error) }
  }
}

/**
 * Takes briefs down: records why, then launches that alone on every rail whose newest edition shows them, past days
 * and other channels included, and sends it to every place of a target where they can be read. Asked again, it
 * tries again where they can still be.
 */
export async function takeDownBriefs(
  rails: Rails,
  { records: ids, reason, notice }: { readonly records: readonly RecordId[]; readonly reason: string; readonly notice: string },
): Promise<Output<'takeDown'>> {
  const { context, pages } = rails
  const { library, now } = context
  await library.load([libraryHome, ...new Set(ids.map(homeOf))])
  await record(context, (records, placed) => {
    const how = { at: now(), reason, notice }
    const briefs = ids.flatMap((id) => records.get(id) ?? [])
    return acceptEdit(
      records,
      placed,
      briefs.flatMap((brief) => takeDown(brief, how)),
    )
  })
  // A review from before shows the words; what it makes is found below.
  await rails.settled()
  const down = new Set(ids)
  const names = new Map<string, RailName>()
  const add = (channel: string, day: string): void => void names.set(`${channel} ${day}`, { channel, day })
  for (const { key } of channelsOf(library.records.values())) for (const { day } of await pages.showing(key, down)) add(key, day)
  for (const { target, day } of await pages.readable(down)) add(target.channel, day)
  const newestFirst = [...names.values()].sort((a, b) => (a.day < b.day ? 1 : -1))
  const report = await launchRails(rails, { rails: newestFirst, only: ids })
  return { rails: report, readable: (await pages.readable(down)).map(stillAt) }
}
