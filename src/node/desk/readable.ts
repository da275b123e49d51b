/** What targets still show of what was retracted and launched without: a delivery failed, or did not finish. */
import type { Readable } from '../../core/contract/delivery.ts'
import { homeOf, type RecordId } from '../../core/ids.ts'
import type { Delivery, Target } from '../../core/model/target.ts'
import { stillReadable } from '../../core/readable.ts'
import { ofKind, readBrief, readTarget } from '../../core/records.ts'
import type { DeskContext } from './context.ts'
import { loadReadable, newestOf } from './day.ts'

export async function readableOf(context: DeskContext): Promise<Readable[]> {
  const targets = ofKind(context.library.records.values(), 'target')
    .map(readTarget)
    .filter((target) => !target.removed)
  const found: Readable[] = []
  for (const target of targets) {
    for (const [place, sent] of Object.entries(target.sent)) found.push(...(await readableAt(context, target, place, sent)))
  }
  return found
}

/** At one place of a target: its root holds the newest launched day, a folder its own day. */
async function readableAt(context: DeskContext, { id, channel }: Target, place: string, { edition, day }: Delivery): Promise<Readable[]> {
  const { library } = context
  const names = (await library.editions.list(channel)).filter((name) => place === '' || name.day === place)
  const last = names.at(-1)
  if (last === undefined || last.id === edition) return []
  const sent = await newestOf(
    context,
    channel,
    names.filter((name) => name.id === edition && name.day === day),
  )
  const launched = await newestOf(context, channel, names)
  if (sent === undefined || launched === undefined) return []
  for (const { record } of sent.briefs) await loadReadable(library, homeOf(record))
  const still = stillReadable(sent, launched, ({ record }) => isRetracted(context, record))
  return still.map(({ record, kicker }) => ({ channel, target: id, edition: last.id, day: last.day, record, kicker }))
}

function isRetracted({ library }: DeskContext, id: RecordId): boolean {
  const record = library.records.get(id)
  return record !== undefined && readBrief(record).status === 'retracted'
}
