import { join, resolve } from 'node:path'
import type { Manifest } from '../../core/bundle/manifest.ts'
import type { DeliveryState } from '../../core/contract/delivery.ts'
import { editionNumber, type EditionNote } from '../../core/edition.ts'
import type { Target } from '../../core/model/target.ts'
import { noChoices } from '../../core/held.ts'
import { review, type Review } from '../../core/review.ts'
import { DeskError } from '../failure.ts'
import { realDisk } from '../library/disk.ts'
import { editionFiles } from '../library/layout.ts'
import { mustLieOutside } from '../publish/outside.ts'
import { command, UsageError } from './command.ts'
import { withDesk, type CliDesk } from './desk.ts'
import { launchDue } from './due.ts'
import { endsOf } from './ends.ts'
import { isZip, outFor, writeOut } from './out.ts'
import { print, printJson } from './output.ts'
import { railNamed, type Rail } from './rail.ts'
import { shownReview } from './review.ts'
import { targetsOf } from './targets.ts'

export const launch = command({
  name: 'launch',
  does: 'makes the rail live: a new edition, and its bundle where you say',
  options: {
    out: { type: 'string', value: 'DIR|FILE.zip', does: 'write the bundle into a folder, or as a zip' },
    target: { type: 'string', value: 'NAME', does: 'send it to a target of the channel' },
    'dry-run': { type: 'boolean', does: 'only show what would change on the site, and what is held back' },
    due: { type: 'boolean', does: 'launch only what has fallen due, in all channels or the one named, to their targets' },
    anyway: { type: 'boolean', does: 'write over what another library, or another program, put there; launch an empty page' },
  },
  example: 'newsrail launch --out /srv/site/rail',
  act({ values }) {
    const { out, target, anyway = false, json = false } = values
    if (values.due === true) return launchDue(values)
    if (values['dry-run'] === true) return dryRun(values, json)
    if ((out === undefined) === (target === undefined)) {
      throw new UsageError('Say where the bundle goes: --out DIR, --out FILE.zip or --target NAME. To look first: --dry-run')
    }
    return withDesk(values, 'write', async (desk) => {
      const rail = await railNamed(desk, values)
      if (rail.channel.sample && !isZip(out ?? '')) {
        throw new DeskError('refused', 'This is the sample, which launches to a zip only: --out FILE.zip. Nothing was launched.')
      }
      const done = out === undefined ? await toTarget(desk, rail, target ?? '', anyway) : await toOut(desk, rail, resolve(out), anyway)
      tell(rail, done, json)
      return 0
    })
  },
})

async function dryRun(values: Parameters<typeof withDesk>[0], json: boolean): Promise<number> {
  const rail = await withDesk(values, 'read', (desk) => railNamed(desk, values))
  const found = reviewOf(rail)
  if (json) printJson({ channel: rail.channel.key, day: rail.day, changed: found.changed, rows: found.rows, held: found.held })
  else print(shownReview(found, rail))
  return 0
}

function reviewOf(rail: Rail): Review {
  return review(rail.board, rail.view.base, { ...noChoices, editing: new Set(rail.view.editing) }, rail.now)
}

function refuseEmpty({ page, held }: Review): void {
  if (page.briefs.length > 0 || page.lead !== undefined) return
  const back = held.length === 0 ? '' : ` ${String(held.length)} held back: newsrail launch --dry-run shows why.`
  throw new DeskError('refused', `The page would be empty, so nothing was launched.${back} Launch it empty with --anyway.`)
}

interface Done {
  readonly edition: EditionNote
  readonly again: boolean
  readonly lost: readonly string[]
  /** Where the bundle is now. */
  readonly where: string
}

function tell({ channel }: Rail, { edition, again, lost, where }: Done, json: boolean): void {
  const number = editionNumber(edition.id)
  if (json) printJson({ channel: channel.key, day: edition.day, edition: edition.id, number, again, lost, where })
  else if (again) print(`Nothing had changed: edition ${number} of ${channel.title}, ${edition.day}, went to ${where} again.`)
  else print(`Edition ${number} of ${channel.title}, ${edition.day}, is in ${where}.`)
  if (lost.length > 0 && !json) print(`Images went missing from the library, so these went out without one: ${lost.join(', ')}.`)
}

async function launchRail(desk: CliDesk, rail: Rail, targets: readonly string[], anyway: boolean): Promise<Omit<Done, 'where'>> {
  if (!anyway) refuseEmpty(reviewOf(rail))
  return desk.ask('launch', { channel: rail.channel.key, day: rail.day, unticked: [], taken: [], targets: [...targets] })
}

async function toOut(desk: CliDesk, rail: Rail, path: string, anyway: boolean): Promise<Done> {
  const channel = rail.channel.key
  await mustLieOutside(desk.folder, path)
  const isOurs = async ({ channel: theirs, edition: { day, id } }: Manifest): Promise<boolean> =>
    theirs.key === channel && (await desk.ask('editions', { channel, day })).editions.some((edition) => edition.id === id)
  const out = await outFor(path, channel, rail.day, isOurs, anyway)
  const launched = await launchRail(desk, rail, [], anyway)
  const { edition } = launched
  const zip = await realDisk.read(join(desk.folder, editionFiles(channel, edition.day, edition.id).bundle))
  if (zip === undefined)
    throw new DeskError('damaged', 'The bundle of this edition is missing from the library. Launch again to make a new one.')
  await writeOut(out, zip, anyway)
  return { ...launched, where: out.place === '' ? path : join(path, out.place) }
}

async function toTarget(desk: CliDesk, rail: Rail, name: string, anyway: boolean): Promise<Done> {
  const target = targetNamed(rail, name)
  const stands = await desk.ask('lookAtTarget', { target: target.id, day: rail.day })
  if (!anyway) refuseOther(stands, name)
  const ends = endsOf(desk, target)
  // What stands there was looked at: only then is it sent over.
  const launched = await launchRail(desk, rail, anyway ? [] : [target.id], anyway)
  const { edition } = launched
  if (anyway) await desk.ask('deliver', { target: target.id, edition: edition.id, day: edition.day, anyway })
  const delivery = await ends(edition.id)
  if (delivery === 'gone')
    throw new DeskError('unreachable', 'The desk was closed while it sent. It offers the rest again when it is next opened.')
  if (delivery.state === 'sent') return { ...launched, where: `the target "${name}"` }
  if (delivery.stands !== undefined) refuseOther(delivery.stands, name)
  throw new DeskError(
    'refused',
    `Edition ${editionNumber(edition.id)} is launched in the library, but did not get to "${name}": ${delivery.message ?? delivery.state}`,
  )
}

function targetNamed({ channel, records }: Rail, name: string): Target {
  const targets = targetsOf(records.values(), channel.key)
  const target = targets.find((one) => one.name === name)
  if (target !== undefined) return target
  const known = targets.map((one) => one.name).join(', ')
  throw new UsageError(
    known === ''
      ? `"${channel.title}" has no targets yet. Set one up: newsrail targets add ${name} DIR`
      : `"${channel.title}" has no target "${name}". It has: ${known}`,
  )
}

function refuseOther(stands: NonNullable<DeliveryState['stands']>, name: string): void {
  if (stands.kind === 'unreadable') throw new DeskError('refused', `${stands.message} Nothing was sent. Send over it with --anyway.`)
  if (stands.kind !== 'other') return
  throw new DeskError(
    'refused',
    `In "${name}" stands edition ${editionNumber(stands.edition)} of "${stands.title}", launched at ${stands.at}, which is not what was last sent ` +
      'from here. Nothing was sent. Send over it with --anyway.',
  )
}
