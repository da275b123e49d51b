/** Whether rows are to slide to their new places: for a moment after a move, never while the list is scrolled. */
import { onScopeDispose, readonly, shallowRef, watch, type Ref } from 'vue'
import { useRows } from '../stores/rows.ts'

const moment = 250

export function useSliding(): Readonly<Ref<boolean>> {
  const rows = useRows()
  const sliding = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => rows.keys,
    (keys, before) => {
      if (keys.length === before.length && keys.every((key, index) => key === before[index])) return
      sliding.value = true
      clearTimeout(timer)
      timer = setTimeout(() => (sliding.value = false), moment)
    },
  )
  onScopeDispose(() => clearTimeout(timer))
  return readonly(sliding)
}
