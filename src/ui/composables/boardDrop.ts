/** Dropping a dragged brief on the board: where it would come to stand, and putting it there. */
import { shallowRef, type Ref } from 'vue'
import type { RecordId } from '../../core/ids.ts'
import type { BriefRow } from '../../core/rail.ts'
import { ontoRail } from '../../core/shelf.ts'
import { useDropZone } from '../drag.ts'
import { newKey } from '../random.ts'
import { useRail } from '../stores/rail.ts'
import { useSelection } from '../stores/selection.ts'
import { useSeveral } from '../stores/several.ts'
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

export interface Landing {
  /** Where the line is drawn at which something would land. */
  readonly line: Readonly<Ref<{ top: number } | undefined>>
  /** Draws it for what comes from outside; answers the brief that it would stand above, undefined for the end. */
  readonly at: (y: number) => RecordId | undefined
  readonly clear: () => void
}

export function useBoardDrop({ scroller, places, acts }: BoardDrop): Landing {
  const rail = useRail()
  const selection = useSelection()
  const several = useSeveral()
  const line = shallowRef<{ top: number }>()

  useDropZone({
    element: () => scroller.value,
    over: (row, y) => {
      const above = draw(y, row.pinned)
      return () => void inTurn(() => put(row, above))
    },
    leave: clear,
  })

  /** Pinned ones stay among the pinned, carried ones where they are. */
  function draw(y: number, pinned: boolean): RecordId | undefined {
    const group = places().filter((place) => place.row.carried === undefined && place.row.pinned === pinned)
    const element = scroller.value
    const at = y - (element?.getBoundingClientRect().top ?? 0) + (element?.scrollTop ?? 0)
    const next = group.find((place) => at < (place.start + place.end) / 2)
    const top = next?.start ?? group.at(-1)?.end
    line.value = top === undefined ? undefined : { top }
    return next?.row.id
  }

  function clear(): void {
    line.value = undefined
  }

  async function put(row: BriefRow, above: RecordId | undefined): Promise<void> {
    const { own } = rail.board
    const index = own.findIndex(({ id }) => id === row.id)
    if (above === row.id || (index >= 0 && own[index + 1]?.id === above)) return
    // A brief of the selection takes the others along.
    const together = several.ids.has(row.id) ? several.rows.filter((one) => one.carried === undefined && one.pinned === row.pinned) : [row]
    if (index >= 0) return acts.moveTo(together, above)
    const { id, sets } = ontoRail(row.record, { channel: rail.channel.key, day: rail.day }, instantNow(), newKey(), above ?? 'end')
    if (await rail.act(sets)) selection.goTo(id)
  }

  return { line, at: (y) => draw(y, false), clear }
}
