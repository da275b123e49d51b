/** The sample day: a desk to try, dated today, of its own. */
import sample from '../../../resources/sample/day.json' with { type: 'json' }
import { newBrief, setField } from '../../core/acts.ts'
import { addDays, addMinutes, instantsOf, localTime, minutesBetween, wholeMinute } from '../../core/clock.ts'
import type { EditSet, Wish } from '../../core/edit.ts'
import { homes, recordIds, type Day, type Instant } from '../../core/ids.ts'
import type { Json } from '../../core/model/field.ts'
import { recordEdit, type DeskContext } from '../desk/context.ts'
import { addChannel } from './founding.ts'

/** The newest brief of the sample happened so many minutes ago: none lies ahead, whenever it is tried. */
const newestMinutesAgo = 9

const ownFields = ['kicker', 'text', 'status', 'link', 'source', 'tags', 'note', 'pinned'] as const
type SampleBrief = Partial<Record<(typeof ownFields)[number], Json>>

/** Fills an empty library with the sample channel and its days. */
export async function foundSample(context: DeskContext, newKey: () => string): Promise<void> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const now = context.now()
  const channel = await addChannel(context, { ...sample.channel, zone, sample: true }, newKey())
  const today = localTime(now, zone).day
  const dayOf = (offset: number): Day => addDays(today, offset)
  await context.library.load([homes.shelf(channel), homes.day(channel, dayOf(0)), homes.day(channel, dayOf(-1))])
  const written = sample.briefs.map((brief) => ({ ...brief, at: instantsOf(dayOf(brief.day), brief.time, zone)[0] ?? now }))
  const newest = written.reduce<Instant>((latest, { at }) => (at > latest ? at : latest), '')
  const ahead = Math.max(0, minutesBetween(now, newest) + newestMinutesAgo)
  for (const { at, day, ...fields } of written) {
    await recordEdit(context, briefSets(channel, dayOf(day), newKey(), fields, { at: wholeMinute(addMinutes(at, -ahead)), now }))
  }
  for (const brief of sample.shelf) {
    await recordEdit(context, briefSets(channel, today, newKey(), brief, { now, where: { shelf: homes.shelf(channel), where: 'end' } }))
  }
  await recordEdit(
    context,
    recordSets(recordIds.lead(channel, dayOf(sample.lead.day)), sample.lead, ['headline', 'standfirst', 'body', 'status']),
  )
  await recordEdit(context, recordSets(recordIds.rail(channel, dayOf(sample.discussion.day)), sample.discussion, ['prompt', 'emptyState']))
}

function briefSets(
  channel: string,
  day: Day,
  key: string,
  fields: SampleBrief,
  { now, ...start }: { at?: Instant; where?: Wish; now: Instant },
): EditSet[] {
  const id = recordIds.brief(homes.day(channel, day), key)
  return [...newBrief(channel, day, key, start, now), ...recordSets(id, fields, ownFields)]
}

function recordSets<F extends string>(id: string, from: Readonly<Partial<Record<F, Json>>>, fields: readonly F[]): EditSet[] {
  return fields.flatMap((field) => (from[field] === undefined ? [] : [setField(undefined, id, field, from[field])]))
}
