import { setTimeout } from 'node:timers/promises'
import { isDay, localTime } from '../../core/clock.ts'
import type { Input, Output } from '../../core/contract.ts'
import { searchStates, type Hit } from '../../core/contract/found.ts'
import { kindOf, recordIds, type RecordId } from '../../core/ids.ts'
import type { RecordState } from '../../core/change.ts'
import { ofKind, readChannel, readPerson } from '../../core/records.ts'
import { command, UsageError } from './command.ts'
import { withDesk, type CliDesk } from './desk.ts'
import { excerpt, print, printJson, remark, table } from './output.ts'
import { channelNamed } from './rail.ts'

const common = 50

/** Asks until the whole library can be found. */
async function answerOf(desk: CliDesk, question: Input<'search'>): Promise<Output<'search'>> {
  for (let told = false; ; told = true) {
    const answer = await desk.ask('search', question)
    if (answer.indexing === undefined) return answer
    if (!told) remark('The search index is being made; this happens once.')
    await setTimeout(100)
  }
}

function personNamed(records: readonly RecordState[], name: string): RecordId {
  const persons = ofKind(records, 'person').map(readPerson)
  const found = persons.find((person) => person.name.toLowerCase() === name.toLowerCase() || person.id === recordIds.person(name))
  if (found !== undefined) return found.id
  throw new UsageError(`Nobody called "${name}" has written in this library. It knows: ${persons.map((person) => person.name).join(', ')}`)
}

function dayNamed(day: string | undefined): string | undefined {
  if (day === undefined || isDay(day)) return day
  throw new UsageError(`"${String(day)}" is no day. Write it as 2026-04-15.`)
}

function stateNamed(name: string | undefined): Input<'search'>['state'] {
  const state = searchStates.find((one) => one === name)
  if (name === undefined || state !== undefined) return state
  throw new UsageError(`There is no state "${name}". The states are: ${searchStates.join(', ')}`)
}

/** Leaves out what was not said. */
function said<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as ReturnType<typeof said<T>>
}

function row(hit: Hit, records: readonly RecordState[]): string[] {
  const channel = ofKind(records, 'channel')
    .map(readChannel)
    .find(({ key }) => key === hit.channel)
  const local = hit.at === undefined || channel === undefined ? undefined : localTime(hit.at, channel.zone)
  const kind = kindOf(hit.record)
  return [
    [hit.day ?? local?.day ?? '', local?.label ?? ''].join(' ').trim(),
    channel?.title ?? hit.channel,
    kind === 'brief' ? hit.state : kind === 'lead' ? `lead, ${hit.state}` : 'discussion',
    hit.kicker.text,
    excerpt(hit.excerpt.text),
  ]
}

export const search = command({
  name: 'search',
  words: 'TEXT',
  does: 'finds briefs in the whole library by the beginnings of their words',
  takes: [0, 50],
  options: {
    from: { type: 'string', value: 'YYYY-MM-DD', does: 'the first day' },
    to: { type: 'string', value: 'YYYY-MM-DD', does: 'the last day' },
    state: { type: 'string', value: 'STATE', does: searchStates.join(', ') },
    person: { type: 'string', value: 'NAME', does: 'one of those who wrote on it' },
    kicker: { type: 'string', value: 'KICKER', does: 'with this kicker' },
    tag: { type: 'string', value: 'TAG', does: 'with this tag' },
    limit: { type: 'string', value: 'N', does: `at most so many, the newest; ${common} where nothing is said, 500 at most` },
  },
  example: 'newsrail search tariff talks --from 2026-04-01 --state ready',
  async act({ values, words }) {
    const limit = Number(values.limit ?? common)
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new UsageError('--limit is a number from 1 to 500.')
    const [from, to, day] = [values.from, values.to, values.day].map(dayNamed)
    const state = stateNamed(values.state)
    const { answer, records } = await withDesk(values, 'read', async (desk) => {
      const { records } = await desk.ask('view', {})
      const channel = values.channel === undefined ? undefined : channelNamed(records, values.channel).key
      const person = values.person === undefined ? undefined : personNamed(records, values.person)
      const filters = said({ channel, from: from ?? day, to: to ?? day, state, person, kicker: values.kicker, tag: values.tag })
      return { answer: await answerOf(desk, { text: words.join(' '), limit, ...filters }), records }
    })
    const { hits, total, more } = answer
    if (values.json === true) printJson({ total, more, hits })
    else {
      print(
        total === 0
          ? 'Nothing found.'
          : `${more ? 'More than ' : ''}${total} found${hits.length < total ? `, the newest ${hits.length} of them` : ''}`,
      )
      if (hits.length > 0) print(table(hits.map((hit) => row(hit, records))))
    }
    return 0
  },
})
