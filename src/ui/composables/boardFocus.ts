/** Bringing the focus to rows of the board, of which only those in sight are drawn. */
import { nextTick, onBeforeUnmount, onMounted, onUpdated, watch } from 'vue'
import { useRows } from '../stores/rows.ts'
import { useSelection } from '../stores/selection.ts'

/** `root` is what the rows are drawn in; `reveal` scrolls a row into sight. */
export function useBoardFocus(root: () => HTMLElement | null, reveal: (key: string) => void): void {
  const rows = useRows()
  const selection = useSelection()
  /** The row that is to get the focus as soon as it is drawn. */
  let coming: string | undefined

  // The row that the focus is wanted on may come to the board later than the wish.
  watch(
    [() => selection.wanted, () => rows.keys],
    ([key, keys]) => {
      if (key === undefined || !keys.includes(key)) return
      selection.select(key)
      selection.wanted = undefined
      coming = key
      void nextTick(() => {
        reveal(key)
        focusComing()
      })
    },
    { immediate: true, flush: 'sync' },
  )
  onMounted(focusComing)
  onUpdated(focusComing)

  // A row that is moved among the others loses the focus to the page itself, though nobody took it away.
  let here = false
  const noteFocus = ({ target }: FocusEvent): void => {
    here = target instanceof Node && root()?.contains(target) === true
  }
  onMounted(() => {
    document.addEventListener('focusin', noteFocus)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('focusin', noteFocus)
  })
  onUpdated(() => {
    const { selected, open, wanted } = selection
    if (here && selected !== undefined && open === undefined && wanted === undefined && document.activeElement === document.body) {
      selection.goTo(selected)
    }
  })

  function focusComing(): void {
    const row = coming === undefined ? null : root()?.querySelector<HTMLElement>(`[data-row="${CSS.escape(coming)}"]`)
    if (row == null) return
    coming = undefined
    row.focus({ preventScroll: true })
  }

  // An opened card comes into sight whole, where there is room.
  watch(
    () => selection.open?.step,
    async () => {
      await nextTick()
      if (selection.open !== undefined) reveal(selection.open.row)
    },
  )

  // A row that was taken away gives its selection, and its focus, to the one in its place.
  watch(
    () => rows.keys,
    (keys, before) => {
      const { selected } = selection
      if (selected === undefined || keys.includes(selected)) return
      const next = keys[Math.min(before.indexOf(selected), keys.length - 1)]
      if (selection.open?.row === selected) selection.closeCard()
      if (selection.wanted === undefined && root()?.contains(document.activeElement) === true) selection.goTo(next)
      else selection.select(next)
    },
  )
}
