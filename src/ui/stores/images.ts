/** Images on their way into the library, a record each: they come in beside what is typed, and can be given up. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { setCrops, setField, setImage } from '../../core/acts.ts'
import { valueOf, type RecordState } from '../../core/change.ts'
import type { EditSet } from '../../core/edit.ts'
import { kindOf, type RecordId } from '../../core/ids.ts'
import { imageFieldNames, type Focus, type Illustrated, type Image, type ImageFormat } from '../../core/model/image.ts'
import { readBrief, readLead } from '../../core/records.ts'
import { useConnection } from '../connection.ts'
import { base64Of, cutAnew, ImageRefused, takeImage, type Keep } from '../image.ts'
import { t } from '../i18n.ts'
import { useRail } from './rail.ts'
import { useSaving } from './saving.ts'
import { useSelection } from './selection.ts'
import { useUi } from './ui.ts'

/** What is being done for a record. */
type Doing =
  | { readonly kind: 'reading'; readonly name: string; readonly abort: AbortController }
  | { readonly kind: 'cropping'; readonly focus: Focus; readonly abort: AbortController }

/** That, or why it was not done. */
export type Adding = Doing | { readonly kind: 'problem'; readonly text: string }

/** The edit that records an image, and what is said once it is made. */
interface Made {
  readonly sets: EditSet[]
  readonly says?: string
}

export const useImages = defineStore('images', () => {
  const { call } = useConnection()
  const rail = useRail()
  const saving = useSaving()
  const selection = useSelection()
  const ui = useUi()
  const adding = shallowRef<ReadonlyMap<RecordId, Adding>>(new Map())

  function note(record: RecordId, now: Adding | undefined): void {
    const next = new Map(adding.value)
    if (now === undefined) next.delete(record)
    else next.set(record, now)
    adding.value = next
  }

  /** Whether its card shows what is being done. */
  const isOpen = (record: RecordId): boolean => selection.open !== undefined && selection.recordOf(selection.open.row) === record

  const keep: Keep = async (file) => {
    const result = await call('addMedia', { data: await base64Of(file) })
    if (result.ok) return result.value
    throw new ImageRefused(t('image.failed', { message: result.error.message }))
  }

  /** Gives up what is being done for a record. */
  function giveUp(record: RecordId): void {
    const before = adding.value.get(record)
    if (before !== undefined && before.kind !== 'problem') before.abort.abort()
    note(record, undefined)
  }

  /** Makes an image and records it, unless that is given up meanwhile or another takes its place; answers whether it was recorded. */
  async function run(record: RecordId, doing: Doing, make: () => Promise<Made>, step?: string): Promise<boolean> {
    giveUp(record)
    note(record, doing)
    const stands = (): boolean => adding.value.get(record) === doing
    try {
      const { sets, says } = await make()
      if (!stands()) return false
      const before = rail.records.get(record)
      const made = await rail.act(sets, step)
      if (stands()) note(record, undefined)
      if (made && says !== undefined) sayUndoable(says, before, record, step)
      return made
    } catch (error) {
      if (!stands()) return false
      const text = error instanceof Error ? error.message : String(error)
      note(record, isOpen(record) ? { kind: 'problem', text } : undefined)
      if (!isOpen(record)) ui.say(text, { bad: true })
      return false
    }
  }

  const formatOf = (record: RecordId): ImageFormat => (kindOf(record) === 'lead' ? 'lead' : 'brief')

  function illustrated(record: RecordId): Illustrated | undefined {
    const state = rail.records.get(record)
    if (kindOf(record) === 'lead') return readLead(state, record)
    return state && readBrief(state)
  }

  /** Undo here takes back this alone, and not the words of the visit to the card that it was done in. */
  function sayUndoable(text: string, before: RecordState | undefined, record: RecordId, step: string | undefined): void {
    const back = (): EditSet[] => imageFieldNames.map((field) => setField(rail.records.get(record), record, field, valueOf(before, field)))
    const run = (): void => {
      ui.hush()
      void rail.act(back(), step)
    }
    ui.say(text, { action: { label: t('did.undo'), run } })
  }

  /** Records what is typed beside an image, so that it belongs to the one that is there now. */
  async function settled(): Promise<void> {
    await saving.flush()
    await rail.settled()
  }

  /** Gives a record the image in a file; answers whether it has it now. */
  function add(record: RecordId, file: File, step?: string): Promise<boolean> {
    const abort = new AbortController()
    if (!isOpen(record)) ui.say(t('image.reading', { name: file.name }))
    const make = async (): Promise<Made> => {
      const { image, still } = await takeImage(file, formatOf(record), keep, abort.signal)
      await settled()
      const says = still ? `${t('image.added')} ${t('image.still')}` : t('image.added')
      return { sets: setImage(rail.records.get(record), record, image), says }
    }
    return run(record, { kind: 'reading', name: file.name, abort }, make, step)
  }

  async function refocus(record: RecordId, image: Image, focus: Focus, step?: string): Promise<void> {
    const abort = new AbortController()
    const make = async (): Promise<Made> => {
      const cut = await cutAnew(image, formatOf(record), focus, keep, abort.signal)
      await rail.settled()
      // Another image, set in another window meanwhile, has a focal point of its own.
      const same = illustrated(record)?.image?.master.hash === cut.master.hash
      return { sets: same ? setCrops(rail.records.get(record), record, cut) : [] }
    }
    await run(record, { kind: 'cropping', focus, abort }, make, step)
  }

  async function remove(record: RecordId, step?: string): Promise<void> {
    giveUp(record)
    await settled()
    const before = rail.records.get(record)
    if (await rail.act(setImage(before, record, undefined), step)) sayUndoable(t('image.removed'), before, record, step)
  }

  return {
    add,
    refocus,
    remove,
    of: (record: RecordId): Adding | undefined => adding.value.get(record),
    cancel(record: RecordId): void {
      giveUp(record)
      ui.say(t('image.cancelled'))
    },
  }
})
