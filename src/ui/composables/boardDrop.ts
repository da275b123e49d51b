/** Dropping a dragged brief on the board: where it would come to stand, and putting it there. */
import { shallowRef, type Ref } from 'vue'
import { moveAbove, toRail } from '../../core/acts.ts'
import { homes, type RecordId } from '../../core/ids.ts'
import type { BriefRow } from '../../core/rail.ts'
import { useDropZone } from '../drag.ts'
import { useRail } from '../stores/rail.ts'
import { useSelection } from '../stores/selection.ts'
import type { BriefActs } from './briefActs.ts'
import { instantNow } from './now.ts'
import { inTurn } from './turns.ts'

interface Place {
  readonly row: BriefRow
  readonly start: number
  readonly end: number
}

export interface BoardDrop {
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  /** Where each brief lies, in pixels from the top of the list. */
  readonly places: () => readonly Place[]
  readonly acts: BriefActs
}

/** Answers where the line is drawn at which a dragged brief would land. */
export function useBoardDrop({ scroller, places, acts }: BoardDrop): Readonly<Ref<{ top: number } | undefined>> {
  const rail = useRail()
  const selection = useSelection()
  const landing = shallowRef<{ top: number }>()

  useDropZone({
    element: () => scroller.value,
    over: (row, y) => {
      // Pinned ones stay among the pinned, carried ones where they are.
      const group = places().filter((place) => place.row.carried === undefined && place.row.pinned === row.pinned)
      const element = scroller.value
      const at = y - (element?.getBoundingClientRect().top ?? 0) + (element?.scrollTop ?? 0)
      const next = group.find((place) => at < (place.start + place.end) / 2)
      const top = next?.start ?? group.at(-1)?.end
      landing.value = top === undefined ? undefined : { top }
      return () => void inTurn(() => put(row, next?.row.id))
    },
    leave: () => {
      landing.value = undefined
    },
  })

  async function put(row: BriefRow, above: RecordId | undefined): Promise<void> {
    const { own } = rail.board
    const index = own.findIndex(({ id }) => id === row.id)
    if (above === row.id || (index >= 0 && own[index + 1]?.id === above)) return
    if (index >= 0) return acts.moveTo(row, above)
    const { key } = rail.channel
    const timed = toRail(row.record, key, rail.day, instantNow()).filter((set) => set.field !== 'place')
    if (await rail.act([...timed, ...moveAbove(row.record, homes.day(key, rail.day), above)])) selection.goTo(row.id)
  }

  return landing
}
