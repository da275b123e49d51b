/** `launch --due`: what has fallen due and nothing else, for timers such as cron. */
import { addMinutes, localTime } from '../../core/clock.ts'
import type { DeliveryState } from '../../core/contract/delivery.ts'
import type { EmbargoNote } from '../../core/contract/embargo.ts'
import { editionNumber, type EditionNote } from '../../core/edition.ts'
import type { Channel } from '../../core/model/channel.ts'
import { ofKind, readChannel } from '../../core/records.ts'
import { failureOf } from '../failure.ts'
import { UsageError, type CommonValues } from './command.ts'
import { withDesk, type CliDesk } from './desk.ts'
import { endsOf } from './ends.ts'
import { print, printJson, remark } from './output.ts'
import { channelNamed } from './rail.ts'
import { reasons } from './review.ts'
import { targetsOf } from './targets.ts'

/** What fell due longer ago, in minutes, is a person's to launch: it is told, and not done that late. */
const tooLate = 1440

interface DueValues extends CommonValues {
  readonly out?: string
  readonly target?: string
  readonly 'dry-run'?: boolean
}

/** What fell due on one rail and went out, and how it got to each target. */
interface Out {
  readonly channel: Channel
  readonly day: string
  readonly notes: readonly EmbargoNote[]
  readonly edition: EditionNote
  readonly sent: readonly { readonly name: string; readonly state: DeliveryState['state'] | 'gone'; readonly message: string | undefined }[]
}

/** Answers the exit code: 1 only where a launch or a delivery failed. */
export async function launchDue(values: DueValues): Promise<number> {
  if (values.out !== undefined || values.target !== undefined || values.day !== undefined) {
    throw new UsageError(
      'What has fallen due goes to the targets of its channel, whatever its day: --due takes no --out, --target or --day.',
    )
  }
  const dry = values['dry-run'] === true
  return withDesk(values, dry ? 'read' : 'write', async (desk) => {
    const { records } = await desk.ask('view', {})
    const channels = values.channel === undefined ? ofKind(records, 'channel').map(readChannel) : [channelNamed(records, values.channel)]
    const fallen = (await desk.ask('embargoes', {})).embargoes.filter(
      ({ state, channel }) => state !== 'ahead' && channels.some(({ key }) => key === channel),
    )
    const from = addMinutes(new Date().toISOString(), -tooLate)
    const goes = fallen.filter(({ held, embargo }) => held === undefined && embargo >= from)
    const stays = fallen.filter((note) => !goes.includes(note))
    const { out, failed } = dry ? { out: [], failed: false } : await launchAll(desk, channels, goes)
    if (values.json === true) printJson({ due: goes, launched: out.map(asJson), held: stays })
    else tell(channels, { fallen, goes, stays, out, dry })
    return failed || out.some(({ sent }) => sent.some(({ state }) => state !== 'sent')) ? 1 : 0
  })
}

/** A rail that fails does not keep the others waiting; its reason is told. */
async function launchAll(
  desk: CliDesk,
  channels: readonly Channel[],
  goes: readonly EmbargoNote[],
): Promise<{ out: Out[]; failed: boolean }> {
  const out: Out[] = []
  let failed = false
  for (const channel of channels) {
    const own = goes.filter((note) => note.channel === channel.key)
    for (const day of new Set(own.map((note) => note.day))) {
      try {
        const notes = own.filter((note) => note.day === day)
        out.push({ channel, day, notes, ...(await launchOnly(desk, channel, day, notes)) })
      } catch (error) {
        failed = true
        remark(`${channel.title}, ${day}: ${failureOf(error).message}`)
      }
    }
  }
  return { out, failed }
}

async function launchOnly(
  desk: CliDesk,
  channel: Channel,
  day: string,
  notes: readonly EmbargoNote[],
): Promise<Pick<Out, 'edition' | 'sent'>> {
  const { records } = await desk.ask('view', { channel: channel.key, day })
  const targets = channel.sample ? [] : targetsOf(records, channel.key)
  const ends = targets.map((target) => endsOf(desk, target))
  const { edition } = await desk.ask('launch', {
    channel: channel.key,
    day,
    unticked: [],
    taken: [],
    only: notes.map(({ record }) => record),
    targets: targets.map(({ id }) => id),
  })
  const ended = await Promise.all(ends.map((end) => end(edition.id)))
  const sent = ended.map((end, index) => {
    const name = targets[index]?.name ?? ''
    return end === 'gone' ? { name, state: end, message: undefined } : { name, state: end.state, message: end.message }
  })
  return { edition, sent }
}

function asJson({ channel, day, notes, edition, sent }: Out) {
  const records = notes.map(({ record }) => record)
  return { channel: channel.key, day, edition: edition.id, number: editionNumber(edition.id), records, sent }
}

interface Told {
  readonly fallen: readonly EmbargoNote[]
  readonly goes: readonly EmbargoNote[]
  readonly stays: readonly EmbargoNote[]
  readonly out: readonly Out[]
  readonly dry: boolean
}

function tell(channels: readonly Channel[], { fallen, goes, stays, out, dry }: Told): void {
  if (fallen.length === 0) print('Nothing has fallen due.')
  if (dry) for (const note of goes) print(`${nameOf(note, channels)}: would be launched`)
  for (const { channel, day, notes, edition, sent } of out) {
    const names = notes.map((note) => nameOf(note, channels)).join(', ')
    const where = sent.length === 0 ? 'the library; the channel has no target' : sent.map(({ name }) => `"${name}"`).join(', ')
    print(`Edition ${editionNumber(edition.id)} of ${channel.title}, ${day}, with ${names}, is for ${where}.`)
    for (const { name, state, message } of sent) if (state !== 'sent') remark(`It did not get to "${name}": ${message ?? state}`)
  }
  for (const note of stays) {
    const why = note.held === undefined ? `too long ago; launch it with --day ${note.day}` : reasons[note.held]
    print(`${nameOf(note, channels)}: not launched, ${why}`)
  }
}

/** Its kicker, and when it fell due on the channel's clock. */
function nameOf({ channel, kicker, embargo }: EmbargoNote, channels: readonly Channel[]): string {
  const { day, label } = localTime(embargo, channels.find(({ key }) => key === channel)?.zone ?? 'UTC')
  return `${kicker === '' ? 'No kicker' : kicker} (due ${day} ${label})`
}
