/** The briefs that acts are on together, apart from the row that is selected. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { RecordId } from '../../core/ids.ts'
import type { BriefRow } from '../../core/rail.ts'
import { useRail } from './rail.ts'
import { useRows } from './rows.ts'
import { useSelection, type RowKey } from './selection.ts'

const none: ReadonlySet<RecordId> = new Set()

export const useSeveral = defineStore('several', () => {
  const rail = useRail()
  const board = useRows()
  const selection = useSelection()
  const ids = shallowRef(none)
  /** A run of rows that Shift draws out, over what was in the selection before. */
  let run: { readonly from: RowKey; readonly to: RowKey; readonly over: ReadonlySet<RecordId> } | undefined

  const all = computed(() => [...board.own, ...board.carried])
  /** In the order of the board; none where acts are on the selected row alone. */
  const rows = computed<readonly BriefRow[]>(() => (ids.value.size === 0 ? [] : all.value.filter(({ id }) => ids.value.has(id))))
  /** What acts are on: the selection where there is one, else the selected row's brief. */
  const chosen = computed<readonly BriefRow[]>(() => {
    if (rows.value.length > 0) return rows.value
    const row = board.rowOf(selection.selected)
    return row === undefined ? [] : [row]
  })

  function clear(): void {
    run = undefined
    ids.value = none
  }

  function toggle(id: RecordId): void {
    run = undefined
    const next = new Set(ids.value)
    if (!next.delete(id)) next.add(id)
    ids.value = next
  }

  /** Selects all from where the run began to here, instead of what the run held before. */
  function extend(from: RowKey | undefined, to: RowKey): void {
    if (from === undefined || board.rowOf(to) === undefined) return
    const began = run?.to === from ? run : { from, over: ids.value }
    const keys = all.value.map(({ id }) => id)
    const [a, b] = [keys.indexOf(began.from), keys.indexOf(to)].sort((one, other) => one - other)
    run = { from: began.from, to, over: began.over }
    ids.value = new Set([...began.over, ...keys.slice(Math.max(a ?? 0, 0), (b ?? 0) + 1)])
  }

  function selectAll(): void {
    run = undefined
    ids.value = new Set(all.value.map(({ id }) => id))
  }

  watch([() => selection.open, () => rail.channel.key, () => rail.day], clear, { flush: 'sync' })

  return { ids, rows, chosen, clear, toggle, extend, selectAll }
})
