/** The desk over one open library: what answers the commands that need one. */
import type { CommandName, Output } from '../core/contract.ts'
import { checkInput } from '../core/contract.ts'
import { wishSchema, type EditSet } from '../core/edit.ts'
import { homeOf, libraryHome, recordIds, type Home } from '../core/ids.ts'
import { daysOf } from './desk/calendar.ts'
import { recordEdit, targetOf, type DeskContext } from './desk/context.ts'
import { loadDay, viewOf } from './desk/day.ts'
import { Deliveries, lookAt } from './desk/deliveries.ts'
import { editionOf, launchEdition, previewHtml } from './desk/launching.ts'
import { redo, undo } from './desk/undoing.ts'
import { DeskError } from './failure.ts'

type Checked<K extends CommandName> = Extract<ReturnType<typeof checkInput<K>>, { ok: true }>['value']
/** A command's act, on input that fits its schema. */
export type Handler<K extends CommandName> = (input: Checked<K>, client: string) => Promise<Output<K>>
export type Handlers<K extends CommandName = CommandName> = { readonly [N in K]: Handler<N> }

export const deskCommands = [
  'view',
  'days',
  'edit',
  'undo',
  'redo',
  'editing',
  'preview',
  'launch',
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

/** `eventNumber` tells the number of the last event that was emitted. */
export function createDesk(context: DeskContext, eventNumber: () => number): Desk {
  const { library, editing, emit } = context
  const deliveries = new Deliveries(context)
  const setEditing = (client: string, id: string | undefined): void => {
    if (editing.get(client) === id) return
    if (id === undefined) editing.delete(client)
    else editing.set(client, id)
    emit({ kind: 'editing', client, record: id })
  }
  const handlers: Handlers<DeskCommand> = {
    async view(input, client) {
      const state = await loadDay(context, input)
      return viewOf(context, state, client, eventNumber())
    },
    async days({ channel, month }) {
      return { days: await daysOf(context, channel, month) }
    },
    async edit({ step, sets }) {
      await loadForEdit(context, sets)
      return { change: await recordEdit(context, sets, { step }) }
    },
    undo: (input) => undo(context, input),
    redo: (input) => redo(context, input),
    async editing({ record: id }, client) {
      setEditing(client, id)
      return Promise.resolve({})
    },
    async preview(input, client) {
      return { html: await previewHtml(context, client, input) }
    },
    async launch(input, client) {
      for (const target of input.targets) targetOf(library.records, target)
      const launched = await launchEdition(context, client, input)
      const edition = await editionOf(context, { ...input, day: launched.edition.day, edition: launched.edition.id })
      for (const target of input.targets) deliveries.start(target, edition, false)
      return launched
    },
    async editions({ channel, day }) {
      return { editions: await library.editions.notes(channel, day) }
    },
    lookAtTarget: ({ target, day }) => lookAt(context, target, day),
    async deliver({ target, edition, day, anyway }) {
      const { channel } = targetOf(library.records, target)
      deliveries.start(target, await editionOf(context, { channel, day, edition }), anyway)
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
    close: () => deliveries.close(),
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
  const zone = sets.find((set) => set.field === 'zone')
  if (zone === undefined || !library.records.has(zone.record)) return
  const channel = zone.record.slice(recordIds.channel('').length)
  if ((await library.days(channel)).length > 0) {
    throw new DeskError('refused', 'The time zone is fixed once a channel has a brief: its days and times are those of the zone.', {
      field: 'zone',
    })
  }
}
