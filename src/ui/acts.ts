/** What acts do in this window: a registry that keys, menus, palette and tooltips run acts through. */
import { onScopeDispose, shallowReactive } from 'vue'
import type { Act } from '../core/keys.ts'

export interface Doing {
  /** Whether it can be done now; always where left out. */
  readonly enabled?: () => boolean
  readonly run: () => unknown
}

/** By act, the newest last: what is open over the board may take an act over while it is. */
const doings = shallowReactive(new Map<Act, readonly Doing[]>())

/** Says what acts do, as long as the calling component lives. */
export function provideActs(table: Partial<Record<Act, Doing>>): void {
  const entries = Object.entries(table) as [Act, Doing][]
  for (const [act, doing] of entries) doings.set(act, [...(doings.get(act) ?? []), doing])
  onScopeDispose(() => {
    for (const [act, doing] of entries)
      doings.set(
        act,
        (doings.get(act) ?? []).filter((one) => one !== doing),
      )
  })
}

export function canDo(act: Act): boolean {
  const doing = doings.get(act)?.at(-1)
  return doing !== undefined && (doing.enabled?.() ?? true)
}

/** Does it where it can be done; answers whether it was. */
export function doAct(act: Act): boolean {
  if (!canDo(act)) return false
  doings.get(act)?.at(-1)?.run()
  return true
}
