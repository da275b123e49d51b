import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setField } from '../../core/acts.ts'
import type { RecordState } from '../../core/change.ts'
import { editionNumber } from '../../core/edition.ts'
import { recordIds } from '../../core/ids.ts'
import type { Target } from '../../core/model/target.ts'
import { ofKind, readTarget } from '../../core/records.ts'
import { DeskError } from '../failure.ts'
import { mustLieOutside } from '../publish/outside.ts'
import { openMachine } from '../settings.ts'
import { command, UsageError, type CommonValues } from './command.ts'
import { ownSettings, withDesk } from './desk.ts'
import { print, printJson, table } from './output.ts'
import { channelNamed } from './rail.ts'

export const targets = command({
  name: 'targets',
  words: 'add NAME DIR | list',
  does: 'where bundles are sent: sets a folder up, or lists what is set up',
  options: {},
  example: 'newsrail targets add website /srv/site/rail',
  takes: [1, 3],
  act({ values, words: [what, name, folder, ...more] }) {
    if (what === 'add' && name !== undefined && folder !== undefined && more.length === 0) return add(values, name, resolve(folder))
    if (what === 'list' && name === undefined) return list(values)
    throw new UsageError('Usage: newsrail targets add NAME DIR, or newsrail targets list')
  },
})

/** The targets of a channel that are in use. */
export function targetsOf(records: Iterable<RecordState>, channel: string): Target[] {
  return ofKind(records, 'target')
    .map(readTarget)
    .filter((target) => target.channel === channel && !target.removed)
}

/** Sets a folder target up, or says where the one of this name lies on this machine. */
async function add(values: CommonValues, name: string, folder: string): Promise<number> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) {
    throw new DeskError('not-found', `There is no folder ${folder}. Make it first: the site serves it, and Newsrail only writes into it.`)
  }
  const target = await withDesk(values, 'write', async (desk) => {
    await mustLieOutside(desk.folder, folder)
    const { records } = await desk.ask('view', {})
    const channel = channelNamed(records, values.channel)
    const known = targetsOf(records, channel.key).find((one) => one.name === name)
    const id = known?.id ?? recordIds.target(randomBytes(10).toString('hex'))
    // The folder first: a target that is listed can be sent to.
    await desk.host.bindTarget(id, folder)
    if (known === undefined) {
      const fields = Object.entries({ channel: channel.key, name, kind: 'folder' })
      await desk.ask('edit', { step: `target-${id}`.slice(0, 60), sets: fields.map(([field, to]) => setField(undefined, id, field, to)) })
    }
    return { id, name, folder, channel: channel.key }
  })
  if (values.json === true) printJson(target)
  else print(`The target "${name}" is ${folder}. Send to it with: newsrail launch --target ${name}`)
  return 0
}

async function list(values: CommonValues): Promise<number> {
  const { records, channel } = await withDesk(values, 'read', async (desk) => {
    const { records } = await desk.ask('view', {})
    return { records, channel: channelNamed(records, values.channel) }
  })
  const folders = (await openMachine(ownSettings(), () => '0').read()).targets
  const listed = targetsOf(records, channel.key).map(({ id, name, sent }) => ({
    id,
    name,
    folder: folders[id] ?? null,
    sent: sent['']?.edition ?? null,
  }))
  if (values.json === true) printJson(listed)
  else if (listed.length === 0) print('No targets yet. Set one up: newsrail targets add website /srv/site/rail')
  else {
    const row = ({ name, folder, sent }: (typeof listed)[number]): string[] => [
      name,
      sent === null ? 'nothing sent yet' : `edition ${editionNumber(sent)}`,
      folder ?? 'not set up on this computer',
    ]
    print(table(listed.map(row)))
  }
  return 0
}
