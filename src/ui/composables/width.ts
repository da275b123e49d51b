/** How much room the window has: which panes stand beside the board, and which come over it. */
import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'

/** `wide`: both panes; `middle`: the right one is a drawer; `narrow`: both are; `slim`: one column. */
export type Room = 'wide' | 'middle' | 'narrow' | 'slim'

const limits: readonly (readonly [Room, string])[] = [
  ['wide', '(min-width: 1200px)'],
  ['middle', '(min-width: 900px)'],
  ['narrow', '(min-width: 720px)'],
]

export function useRoom(): Readonly<Ref<Room>> {
  const queries = limits.map(([room, query]) => [room, matchMedia(query)] as const)
  const find = (): Room => queries.find(([, query]) => query.matches)?.[0] ?? 'slim'
  const room = shallowRef(find())
  const update = (): void => {
    room.value = find()
  }
  for (const [, query] of queries) query.addEventListener('change', update)
  onScopeDispose(() => {
    for (const [, query] of queries) query.removeEventListener('change', update)
  })
  return readonly(room)
}
