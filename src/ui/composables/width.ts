/** How much room the window has: which panes stand beside the board, and which come over it. */
import { onScopeDispose, readonly, shallowRef, watch, type Ref } from 'vue'
import { useSession } from '../stores/session.ts'

/** `wide`: both panes; `middle`: the right one is a drawer; `narrow`: both are; `slim`: one column. */
export type Room = 'wide' | 'middle' | 'narrow' | 'slim'

/** From how many pixels on, where text has its normal size. */
const limits: readonly (readonly [Room, number])[] = [
  ['wide', 1200],
  ['middle', 900],
  ['narrow', 720],
]

/** How much larger text is than normal: it takes so much more room. */
function textScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}

export function useRoom(): Readonly<Ref<Room>> {
  const session = useSession()
  const find = (): Room => limits.find(([, least]) => window.innerWidth >= least * textScale())?.[0] ?? 'slim'
  const room = shallowRef(find())
  const update = (): void => {
    room.value = find()
  }
  window.addEventListener('resize', update)
  watch(() => session.settings.textSize, update, { flush: 'post' })
  onScopeDispose(() => {
    window.removeEventListener('resize', update)
  })
  return readonly(room)
}
