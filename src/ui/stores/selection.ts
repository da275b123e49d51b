/** Which row of the board is selected, and which is open for editing. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { recordIds, type RecordId } from '../../core/ids.ts'
import { useConnection } from '../connection.ts'
import { newKey } from '../random.ts'
import { useRail } from './rail.ts'

/** A row of the board: `lead`, `discussion`, or a brief by its record's id. */
export type RowKey = string

/** Where the caret goes when a card opens. */
export type CardField =
  | 'at'
  | 'kicker'
  | 'text'
  | 'headline'
  | 'standfirst'
  | 'body'
  | 'prompt'
  | 'emptyState'
  | 'link'
  | 'embargo'
  | 'note'
  | 'image'
  | 'imageAlt'
  | 'imageCredit'
  | 'corrections'

export interface OpenCard {
  readonly row: RowKey
  readonly field: CardField
  /** Joins all edits of this visit into one step. */
  readonly step: string
  /** Made in this visit: left empty, it leaves nothing behind. */
  readonly isNew: boolean
  /** Where on the screen it was pressed to open. */
  readonly point?: Point | undefined
}

export interface Point {
  readonly x: number
  readonly y: number
}

export const useSelection = defineStore('selection', () => {
  const { call, on } = useConnection()
  const rail = useRail()
  const selected = shallowRef<RowKey>()
  const open = shallowRef<OpenCard>()
  /** The row that the focus is wanted on, as soon as it is there. */
  const wanted = shallowRef<RowKey>()

  // The desk forgets a window that it loses.
  on((heard) => {
    if (heard.kind === 'gap' && open.value !== undefined) void call('editing', { record: recordOf(open.value.row) })
  })

  /** The record that a row shows. */
  function recordOf(row: RowKey): RecordId {
    if (row === 'lead') return rail.board.lead.id
    return row === 'discussion' ? recordIds.rail(rail.channel.key, rail.day) : row
  }

  function select(row: RowKey | undefined): void {
    selected.value = row
  }

  /** Selects a row and brings the focus there. */
  function goTo(row: RowKey | undefined): void {
    selected.value = row
    wanted.value = row
  }

  function openCard(row: RowKey, field: CardField, isNew = false, step: string = newKey(), point?: Point): void {
    if (open.value?.row === row) return
    selected.value = row
    open.value = { row, field, step, isNew, point }
    // So that a launch elsewhere holds it back meanwhile.
    void call('editing', { record: recordOf(row) })
  }

  function closeCard(): void {
    if (open.value === undefined) return
    open.value = undefined
    void call('editing', {})
  }

  return {
    selected,
    open,
    wanted,
    /** The record in question: of the selected row. */
    record: computed(() => (selected.value === undefined ? undefined : recordOf(selected.value))),
    recordOf,
    select,
    goTo,
    openCard,
    closeCard,
  }
})
