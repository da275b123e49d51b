/** The board's rows as they are drawn, and what is said of them. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Severity } from '../../core/checks/finding.ts'
import type { RecordId } from '../../core/ids.ts'
import { rowOf, type BriefRow } from '../../core/rail.ts'
import { folded } from '../../core/search/words.ts'
import { gapsBelow, outOfOrder } from '../../core/timeline.ts'
import { finds, heldInPlace, lacks, type Anchor } from '../order.ts'
import { useChecks } from './checks.ts'
import { useRail } from './rail.ts'
import { useSelection, type RowKey } from './selection.ts'
import { useUi } from './ui.ts'

const grave: ReadonlySet<Severity> = new Set(['error', 'warning'])
const any: ReadonlySet<Severity> = new Set([...grave, 'note'])

export const useRows = defineStore('rows', () => {
  const rail = useRail()
  const checks = useChecks()
  const selection = useSelection()
  const ui = useUi()

  const anchor = shallowRef<Anchor>()
  watch(
    () => selection.open?.row,
    (row) => {
      const { own } = rail.board
      const index = own.findIndex(({ id }) => id === row)
      anchor.value = row === undefined || index < 0 ? undefined : { id: row, below: own[index - 1]?.id }
    },
    { flush: 'sync' },
  )

  /** The open card's row, though somebody took it off the rail meanwhile: nobody's words go from under the caret. */
  const taken = computed(() => {
    const id = anchor.value?.id
    if (id === undefined || [...rail.board.own, ...rail.board.carried].some((row) => row.id === id)) return []
    const record = rail.records.get(id)
    return record === undefined ? [] : [rowOf(record)]
  })
  const own = computed(() => heldInPlace([...rail.board.own, ...taken.value], anchor.value))
  const carried = computed(() => rail.board.carried)
  const keys = computed<readonly RowKey[]>(() => ['lead', ...[...own.value, ...carried.value].map((row) => row.id), 'discussion'])
  const byId = computed(() => new Map<RecordId, BriefRow>([...own.value, ...carried.value].map((row) => [row.id, row])))
  const disordered = computed(() => outOfOrder(rail.board.own))
  const isProblem = (key: RowKey): boolean => {
    if (key === 'lead') return rail.board.lead.conflicts.length > 0
    if (key === 'discussion') return rail.board.discussion.conflicts.length > 0
    const row = byId.value.get(key)
    return row !== undefined && (row.conflicts.length > 0 || disordered.value.has(key) || lacks(row).length > 0)
  }
  const wants = (key: RowKey, severities: ReadonlySet<Severity>): boolean =>
    isProblem(key) || checks.of(selection.recordOf(key)).some(({ severity }) => severities.has(severity))
  const pressing = computed<readonly RowKey[]>(() => keys.value.filter((key) => wants(key, grave)))
  const conflicts = computed(
    () => [rail.board.lead, rail.board.discussion, ...byId.value.values()].filter((row) => row.conflicts.length > 0).length,
  )
  const found = computed<readonly RowKey[] | undefined>(() => {
    const wanted = folded(ui.find?.trim() ?? '')
    if (wanted === '') return undefined
    const { lead, discussion } = rail.board
    const words = {
      lead: [lead.lead.headline, lead.lead.standfirst, lead.lead.body],
      discussion: [discussion.prompt, discussion.emptyState],
    }
    return keys.value.filter((key) => {
      if (key === 'lead' || key === 'discussion') return words[key].some((text) => folded(text).includes(wanted))
      const row = byId.value.get(key)
      return row !== undefined && finds(row, wanted)
    })
  })

  return {
    own,
    carried,
    keys,
    disordered,
    gaps: computed(() => gapsBelow(rail.board.own)),
    /** Every row with something to look at. */
    problems: computed<readonly RowKey[]>(() => keys.value.filter((key) => wants(key, any))),
    /** Those with more than a note. */
    pressing,
    conflicts,
    /** Whether somebody took the open card's brief off the rail meanwhile. */
    isTaken: (id: RecordId): boolean => taken.value.some((row) => row.id === id),
    /** The rows that hold what find looks for; undefined where it looks for nothing. */
    found,
    foundSet: computed(() => (found.value === undefined ? undefined : new Set(found.value))),
    rowOf: (key: RowKey | undefined): BriefRow | undefined => (key === undefined ? undefined : byId.value.get(key)),
    /** The row so many below another, staying within the board. */
    beside(key: RowKey | undefined, by: number): RowKey | undefined {
      const index = key === undefined ? -1 : keys.value.indexOf(key)
      if (index < 0) return keys.value[0]
      return keys.value[Math.min(Math.max(index + by, 0), keys.value.length - 1)]
    },
  }
})
