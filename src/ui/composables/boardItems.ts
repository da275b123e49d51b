/** What the board draws, top to bottom, as one list. */
import { computed, type ComputedRef } from 'vue'
import type { BriefRow } from '../../core/rail.ts'
import { localTime } from '../../core/clock.ts'
import { shortDay } from '../format.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useNow } from './now.ts'

export type BoardItem =
  | { readonly kind: 'lead' | 'discussion'; readonly key: 'lead' | 'discussion'; readonly rowIndex: number }
  | { readonly kind: 'head'; readonly key: 'head'; readonly now: boolean }
  | {
      readonly kind: 'brief'
      readonly key: string
      readonly row: BriefRow
      readonly rowIndex: number
      readonly now: boolean
      readonly heading: string | undefined
      /** The page ends above it: so many briefs it shows. */
      readonly cut: number | undefined
    }

/** The items; the present stands above the first brief that has happened, on today's rail alone. */
export function useBoardItems(): ComputedRef<readonly BoardItem[]> {
  const rail = useRail()
  const rows = useRows()
  const now = useNow()

  const isToday = computed(() => rail.day !== '' && localTime(now.value, rail.channel.zone).day === rail.day)
  const nowAbove = computed(() => {
    if (!isToday.value) return undefined
    const own = rows.own.filter((row) => !row.pinned)
    const first = own.find((row) => row.at !== undefined && row.at <= now.value)
    // With nothing later above it, the line stands beside "New brief".
    return first === undefined || first === rows.own[0] ? 'head' : first.id
  })

  const cutAbove = computed(() => {
    const { cut } = rail.review
    return cut.size === 0 ? undefined : [...rows.own, ...rows.carried].find(({ id }) => cut.has(id))?.id
  })

  return computed(() => {
    const { own, carried } = rows
    const counts = new Map<string | undefined, number>()
    for (const row of carried) counts.set(row.carried, (counts.get(row.carried) ?? 0) + 1)
    const briefs = [...own, ...carried].map((row, index): BoardItem => {
      const from = carried[index - own.length - 1]?.carried === row.carried ? undefined : row.carried
      const heading = from === undefined ? undefined : t('board.carried', { day: shortDay(from), n: counts.get(from) ?? 0 })
      return {
        kind: 'brief',
        key: row.id,
        row,
        rowIndex: index + 2,
        now: nowAbove.value === row.id,
        heading,
        cut: row.id === cutAbove.value ? rail.channel.show : undefined,
      }
    })
    return [
      { kind: 'lead', key: 'lead', rowIndex: 1 },
      { kind: 'head', key: 'head', now: nowAbove.value === 'head' },
      ...briefs,
      { kind: 'discussion', key: 'discussion', rowIndex: briefs.length + 2 },
    ]
  })
}
