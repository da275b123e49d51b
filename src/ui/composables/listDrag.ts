/** Reordering a short list with the mouse: a line shows where the dragged item would land. */
import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'

/** The pointer moves so far before it drags rather than clicks. */
const threshold = 6

export interface ListDrag {
  /** The place above which it would land, from 0 to the number of items; undefined while nothing is dragged. */
  readonly landing: Readonly<Ref<number | undefined>>
  readonly begin: (event: PointerEvent, from: number) => void
}

/** `items` are the list's, in order; `drop` is told where one came from and above which it is to stand. */
export function useListDrag(items: () => readonly Element[], drop: (from: number, to: number) => void): ListDrag {
  const landing = shallowRef<number>()
  let stop = (): void => undefined
  onScopeDispose(() => stop())

  function placeAt(y: number): number {
    const boxes = items().map((item) => item.getBoundingClientRect())
    const below = boxes.findIndex(({ top, height }) => y < top + height / 2)
    return below < 0 ? boxes.length : below
  }

  function begin(event: PointerEvent, from: number): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const listening = new AbortController()
    const { signal } = listening
    stop = () => {
      listening.abort()
      landing.value = undefined
    }
    const move = ({ clientY }: PointerEvent): void => {
      if (landing.value !== undefined || Math.abs(clientY - event.clientY) >= threshold) landing.value = placeAt(clientY)
    }
    const up = (): void => {
      const to = landing.value
      stop()
      if (to === undefined) return
      // The click that ends a drag goes nowhere.
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, true))
      drop(from, to)
    }
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape' || landing.value === undefined) return
      pressed.preventDefault()
      pressed.stopPropagation()
      stop()
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', up, { signal })
    window.addEventListener('pointercancel', () => stop(), { signal })
    window.addEventListener('keydown', key, { signal, capture: true })
  }

  return { landing: readonly(landing), begin }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
