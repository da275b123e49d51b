import { randomBytes } from 'node:crypto'
import { channelKeyFor, channelsOf, newChannel } from '../../core/channels.ts'
import { command, UsageError, type CommonValues } from './command.ts'
import { withDesk } from './desk.ts'
import { print, printJson, table } from './output.ts'

const options = {
  language: { type: 'string', value: 'TAG', does: 'add: the language of its words; else that of the first channel' },
  zone: { type: 'string', value: 'ZONE', does: 'add: its time zone; else that of the first channel' },
  site: { type: 'string', value: 'ADDRESS', does: 'add: where its bundle will be served; may be set later' },
} as const

interface Given extends CommonValues {
  readonly language?: string
  readonly zone?: string
  readonly site?: string
}

export const channels = command({
  name: 'channels',
  words: '[add TITLE]',
  does: 'lists the channels of a library, or adds one',
  options,
  example: 'newsrail channels add "العالم" --language ar --zone Asia/Beirut',
  takes: [0, 2],
  act({ values, words: [what, title] }) {
    if (what === undefined) return list(values)
    if (what === 'add' && title !== undefined) return add(values, title)
    throw new UsageError('Usage: newsrail channels, or newsrail channels add TITLE')
  },
})

async function list(values: CommonValues): Promise<number> {
  const { records } = await withDesk(values, 'read', (desk) => desk.ask('view', {}))
  const listed = channelsOf(records).map(({ key, title, language, zone, site, archived }) => ({
    key,
    title,
    language,
    zone,
    site,
    archived,
  }))
  if (values.json === true) printJson(listed)
  else
    print(table(listed.map(({ key, title, language, zone, archived }) => [key, language, zone, archived ? `${title} (archived)` : title])))
  return 0
}

async function add(values: Given, title: string): Promise<number> {
  const made = await withDesk(values, 'write', async (desk) => {
    const { records } = await desk.ask('view', {})
    const [first] = channelsOf(records)
    const key = channelKeyFor(title, randomBytes(2).toString('hex'))
    const { language = first?.language ?? 'en', zone = first?.zone ?? 'UTC', site = '' } = values
    const known = new Map(records.map((record) => [record.id, record]))
    await desk.ask('edit', { step: `channel-${key}`, sets: newChannel(known, key, { title, railTitle: title, language, zone, site }) })
    return { key, title, language, zone, site }
  })
  if (values.json === true) printJson(made)
  else print(`The channel "${made.title}" is ${made.key}.`)
  return 0
}
