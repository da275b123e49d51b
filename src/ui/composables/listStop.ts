/** A list of one tab stop, gone about by the arrow keys. */
import { computed, nextTick, shallowRef, type ComputedRef } from 'vue'

export interface ListStop {
  /** The option that the tab stop is at. */
  readonly at: ComputedRef<number>
  readonly go: (index: number) => Promise<void>
  /** Says that an option has the focus. */
  readonly stand: (index: number) => void
  /** What the keys that go about it do. */
  readonly keys: Readonly<Record<'ArrowDown' | 'ArrowUp' | 'Home' | 'End', () => unknown>>
}

/** `options` are the list's elements as they are drawn. */
export function useListStop(count: () => number, options: () => ArrayLike<HTMLElement> | undefined): ListStop {
  const current = shallowRef(0)
  const at = computed(() => Math.min(current.value, count() - 1))
  async function go(index: number): Promise<void> {
    current.value = Math.min(Math.max(index, 0), count() - 1)
    await nextTick()
    options()?.[current.value]?.focus()
  }
  return {
    at,
    go,
    stand: (index) => {
      current.value = index
    },
    keys: {
      ArrowDown: () => go(at.value + 1),
      ArrowUp: () => go(at.value - 1),
      Home: () => go(0),
      End: () => go(count() - 1),
    },
  }
}
