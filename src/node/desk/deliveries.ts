/** Sending editions to targets, in the background: looked at first, recorded, cancellable, offered again when unfinished. */
import { unzipBundle } from '../../core/bundle/bundle.ts'
import type { DeliveryState, Stands } from '../../core/contract/delivery.ts'
import { setField } from '../../core/acts.ts'
import { editionId, type Edition } from '../../core/edition.ts'
import { acceptEdit, type EditSet } from '../../core/edit.ts'
import type { Day, RecordId } from '../../core/ids.ts'
import type { Json } from '../../core/model/field.ts'
import type { Target } from '../../core/model/target.ts'
import { DeskError, failureOf } from '../failure.ts'
import { readManifest, sendToFolder } from '../publish/folder.ts'
import { mustLieOutside } from '../publish/outside.ts'
import { bundleOf } from './bundles.ts'
import { record, targetOf, type DeskContext } from './context.ts'
import { refuseTakenDown } from './taken-down.ts'

/** Where in a target a day's bundle goes: the newest launched day to its root, older ones to a folder of their own. */
async function placeFor({ library }: DeskContext, target: Target, day: Day): Promise<string> {
  const notes = await library.editions.list(target.channel)
  return notes.some((note) => note.day > day) ? day : ''
}

async function folderFor(context: DeskContext, target: Target): Promise<string> {
  const folder = await context.folderOf(target.id)
  if (folder !== undefined) {
    await mustLieOutside(context.library.folder, folder)
    return folder
  }
  throw new DeskError(
    'refused',
    `The target "${target.name}" was set up on another computer. Set it up here to send to it; the edition itself is safe.`,
    {
      field: 'target',
    },
  )
}

/** Whose bundle stands where a day's would go, or in another place of the target. */
export async function lookAt(context: DeskContext, id: RecordId, day: Day, where?: string): Promise<Stands> {
  const target = targetOf(context.library.records, id)
  const place = where ?? (await placeFor(context, target, day))
  const manifest = await readManifest(await folderFor(context, target), place)
  if (manifest === 'none') return { kind: 'empty' }
  if (manifest === 'unreadable') {
    return { kind: 'unreadable', message: `The manifest in "${target.name}" cannot be read, so it is not known whose page stands there.` }
  }
  const known = [target.sent[place]?.edition, target.sending?.edition]
  if (known.includes(manifest.edition.id)) return { kind: 'ours' }
  return { kind: 'other', edition: manifest.edition.id, title: manifest.channel.title, at: manifest.edition.at }
}

/** How a delivery ended, or that it has not. */
type Told = (state: DeliveryState['state'], more?: Partial<DeliveryState>) => DeliveryState

export interface Send {
  /** Over what stands there. */
  readonly anyway: boolean
  /** Another place in the target than the one for the edition's day. */
  readonly place?: string
}

/** Deliveries under way, one a target. */
export class Deliveries {
  readonly #context: DeskContext
  readonly #running = new Map<RecordId, { readonly aborts: readonly AbortController[]; readonly done: Promise<void> }>()

  constructor(context: DeskContext) {
    this.#context = context
  }

  /** Begins to send; what becomes of it is told by events. One under way to the same target ends first. */
  start(target: RecordId, edition: Edition, anyway: boolean): void {
    this.cancel(target)
    void this.send(target, edition, { anyway })
  }

  /** Sends once what is under way to the same target has ended, and answers how it went. */
  async send(target: RecordId, edition: Edition, how: Send): Promise<DeliveryState> {
    const abort = new AbortController()
    const before = this.#running.get(target)
    const sending = (before?.done ?? Promise.resolve()).then(() => this.#send(target, edition, how, abort.signal))
    const aborts = [...(before?.aborts ?? []), abort]
    const done = sending.then(() => {
      if (this.#running.get(target)?.aborts === aborts) this.#running.delete(target)
    })
    this.#running.set(target, { aborts, done })
    return sending
  }

  /** What is being sent, and what waits for that. */
  cancel(target: RecordId): void {
    for (const abort of this.#running.get(target)?.aborts ?? []) abort.abort()
  }

  /** Cancels all and waits: each target is left as a cancelled delivery leaves it. */
  async close(): Promise<void> {
    for (const target of this.#running.keys()) this.cancel(target)
    await Promise.all([...this.#running.values()].map((delivery) => delivery.done))
  }

  async #send(id: RecordId, edition: Edition, { anyway, place: where }: Send, signal: AbortSignal): Promise<DeliveryState> {
    const tell: Told = (state, more = {}) => {
      const delivery: DeliveryState = { target: id, edition: editionId(edition), day: edition.day, state, done: 0, total: 0, ...more }
      this.#context.emit({ kind: 'delivery', delivery })
      return delivery
    }
    try {
      tell('sending')
      const target = targetOf(this.#context.library.records, id)
      if (target.channel !== edition.channel.key)
        throw new DeskError('refused', 'A target belongs to one channel, and this edition is of another.')
      const folder = await folderFor(this.#context, target)
      const place = where ?? (await placeFor(this.#context, target, edition.day))
      const stands = await lookAt(this.#context, id, edition.day, place)
      if (!anyway && (stands.kind === 'other' || stands.kind === 'unreadable')) return tell('disagrees', { stands })
      return await this.#carry(id, edition, { folder, place, anyway, signal, tell })
    } catch (error) {
      return signal.aborted ? tell('cancelled') : tell('failed', { message: failureOf(error).message })
    }
  }

  async #carry(
    id: RecordId,
    edition: Edition,
    to: {
      folder: string
      place: string
      anyway: boolean
      signal: AbortSignal
      tell: Told
    },
  ): Promise<DeliveryState> {
    const { now } = this.#context
    const delivery = { edition: editionId(edition), day: edition.day, at: now() }
    const zip = await bundleOf(this.#context, edition)
    await this.#note(id, () => ({ sending: { ...delivery, place: to.place } }))
    // After the note: whoever takes something down from here on finds that this is on its way.
    await refuseTakenDown(this.#context, edition).catch(async (error: unknown) => {
      await this.#note(id, () => ({ sending: undefined }))
      throw error
    })
    let total = 0
    await sendToFolder({
      folder: to.folder,
      place: to.place,
      anyway: to.anyway,
      files: unzipBundle(zip),
      signal: to.signal,
      onProgress: (done, of) => {
        total = of
        to.tell('sending', { done, total: of })
      },
    })
    await this.#note(id, (target) => ({ sending: undefined, sent: { ...target.sent, [to.place]: delivery } }))
    return to.tell('sent', { done: total, total })
  }

  /** Records how far a delivery is, in the target's own fields. */
  async #note(id: RecordId, fields: (target: Target) => Partial<Pick<Target, 'sent' | 'sending'>>): Promise<void> {
    await record(this.#context, (records, placed) => {
      const sets = Object.entries(fields(targetOf(records, id))).map(([field, to]): EditSet =>
        setField(records.get(id), id, field, to as Json | undefined),
      )
      return acceptEdit(records, placed, sets)
    })
  }
}
