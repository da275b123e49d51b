/** The desk over one open library: what answers the commands that need one. */
import type { CommandName, Output } from '../core/contract.ts'
import { checkInput } from '../core/contract.ts'
import { wishSchema, type EditSet } from '../core/edit.ts'
import { homeOf, keyOf, kindOf, libraryHome, type Home } from '../core/ids.ts'
import { bundleOf } from './desk/bundles.ts'
import { daysOf } from './desk/calendar.ts'
import { keepAChannel } from './desk/channels.ts'
import { channelOf, recordEdit, refuseSample, targetOf, type DeskContext } from './desk/context.ts'
import { loadDay, viewOf } from './desk/day.ts'
import { Deliveries, lookAt } from './desk/deliveries.ts'
import { attendDue, embargoesOf } from './desk/due.ts'
import { kickersOf } from './desk/kickers.ts'
import { historyOf, railAt } from './desk/history.ts'
import { addMedia, mustHoldMedia } from './desk/media.ts'
import { find } from './desk/finding.ts'
import { editingElsewhere, editionOf, launchEdition, previewHtml } from './desk/launching.ts'
import { readableOf } from './desk/readable.ts'
import { redo, undo } from './desk/undoing.ts'
import { Elsewhere } from './desk/elsewhere.ts'
import { Pages } from './desk/pages.ts'
import { launchRails, takeDownBriefs, type Rails } from './desk/rails.ts'
import { refuseTakenDown } from './desk/taken-down.ts'
import { DeskError } from './failure.ts'
import { inTurns } from './library/turns.ts'
import { Search } from './search/search.ts'

type Checked<K extends CommandName> = Extract<ReturnType<typeof checkInput<K>>, { ok: true }>['value']
/** A command's act, on input that fits its schema. */
export type Handler<K extends CommandName> = (input: Checked<K>, client: string) => Promise<Output<K>>
export type Handlers<K extends CommandName = CommandName> = { readonly [N in K]: Handler<N> }

export const deskCommands = [
  'view',
  'days',
  'edit',
  'addMedia',
  'search',
  'kickers',
  'history',
  'railAt',
  'undo',
  'redo',
  'editing',
  'preview',
  'launch',
  'elsewhere',
  'launchRails',
  'takeDown',
  'embargoes',
  'readable',
  'editions',
  'lookAtTarget',
  'deliver',
  'cancelDelivery',
] as const satisfies readonly CommandName[]
export type DeskCommand = (typeof deskCommands)[number]

export interface Desk {
  readonly handlers: Handlers<DeskCommand>
  /** A window is gone: it edits nothing more. */
  drop(client: string): void
  /** Ends deliveries, leaving each as a cancelled one, to be offered again. */
  close(): Promise<void>
}

/** The desk's own name where it acts by itself. */
const ownClient = 'desk'

/** `eventNumber` tells the number of the last event that was emitted. Only an `attended` desk lets things out by itself and makes ready for searches. */
export function createDesk(context: DeskContext, eventNumber: () => number, { attended }: { readonly attended: boolean }): Desk {
  const { library, editing, emit } = context
  const deliveries = new Deliveries(context)
  const search = new Search(library)
  // Ready before somebody searches. Whoever does is told where it cannot be.
  if (attended) search.start().catch(() => undefined)
  const inTurn = inTurns()
  const pages = new Pages(library)
  const elsewhere = new Elsewhere(context, pages)
  const railsFor = (client: string): Rails => ({
    context,
    pages,
    deliveries,
    launch: (input) => inTurn(() => launchEdition(context, client, input)),
    settled: () => inTurn(() => Promise.resolve()),
  })
  const setEditing = (client: string, id: string | undefined): void => {
    if (editing.get(client) === id) return
    if (id === undefined) editing.delete(client)
    else editing.set(client, id)
    emit({ kind: 'editing', client, record: id })
  }
  const launch: Handler<'launch'> = async (input, client) => {
    for (const target of input.targets) refuseSample(channelOf(library.records, targetOf(library.records, target).channel))
    const launched = await inTurn(() => launchEdition(context, client, input))
    const edition = await editionOf(context, { ...input, day: launched.edition.day, edition: launched.edition.id })
    // The same edition again needs its bundle again, should that have got lost.
    if (launched.again) await bundleOf(context, edition)
    for (const target of input.targets) deliveries.start(target, edition, false)
    return { ...launched, lost: [...launched.lost] }
  }
  const due = attended && library.readOnly === undefined ? attendDue(context, (input) => launch(input, ownClient)) : undefined
  const handlers: Handlers<DeskCommand> = {
    async view(input, client) {
      // Read first: an event that comes while the day is loaded is heard again, which does no harm.
      const n = eventNumber()
      return viewOf(context, await loadDay(context, input), client, n)
    },
    async days({ channel, month }) {
      return { days: await daysOf(context, channel, month) }
    },
    async edit({ step, sets }) {
      await loadForEdit(context, sets)
      keepAChannel(library.records, sets)
      await mustHoldMedia(context, sets)
      return { change: await recordEdit(context, sets, { step }) }
    },
    addMedia: ({ data }) => addMedia(context, data),
    search: (input) => find(context, search, input),
    async kickers({ channel, day }) {
      return { kickers: await kickersOf(context, channel, day) }
    },
    async history({ record }) {
      return { changes: await historyOf(context, record) }
    },
    railAt: (input) => railAt(context, input),
    undo: (input) => undo(context, input),
    redo: (input) => redo(context, input),
    async editing({ record: id }, client) {
      setEditing(client, id)
      return Promise.resolve({})
    },
    async preview(input, client) {
      return { html: await previewHtml(context, client, input) }
    },
    launch,
    async embargoes(_, client) {
      return { embargoes: await embargoesOf(context, editingElsewhere(context, client), due?.isGoing) }
    },
    async readable() {
      return { readable: await readableOf(context) }
    },
    elsewhere: ({ record }) => elsewhere.of(record),
    async launchRails(input, client) {
      return { rails: await launchRails(railsFor(client), input) }
    },
    takeDown: (input, client) => takeDownBriefs(railsFor(client), input),
    async editions({ channel, day }) {
      return { editions: await library.editions.notes(channel, day) }
    },
    lookAtTarget: ({ target, day }) => lookAt(context, target, day),
    async deliver({ target, edition, day, anyway }) {
      const { channel } = targetOf(library.records, target)
      refuseSample(channelOf(library.records, channel))
      const found = await editionOf(context, { channel, day, edition })
      await refuseTakenDown(context, found)
      deliveries.start(target, found, anyway)
      return {}
    },
    async cancelDelivery({ target }) {
      deliveries.cancel(target)
      return Promise.resolve({})
    },
  }
  return {
    handlers,
    drop: (client) => {
      setEditing(client, undefined)
    },
    close: async () => {
      await due?.close()
      await Promise.all([deliveries.close(), search.close()])
    },
  }
}

/** Loads the homes of the records an edit sets and of the rails and shelves it places them on. */
async function loadForEdit({ library }: DeskContext, sets: readonly EditSet[]): Promise<void> {
  const there = new Set<Home>([libraryHome])
  for (const set of sets) {
    there.add(homeOf(set.record))
    const wish = set.field === 'place' ? wishSchema.safeParse(set.to).data : undefined
    if (wish !== undefined) there.add('rail' in wish ? wish.rail : wish.shelf)
  }
  await library.load([...there])
  for (const { record, field } of sets) {
    if (field !== 'zone' || kindOf(record) !== 'channel' || !library.records.has(record)) continue
    if ((await library.days(keyOf(record))).length === 0) continue
    throw new DeskError('refused', 'The time zone is fixed once a channel has a brief: its days and times are those of the zone.', {
      field: 'zone',
    })
  }
}
