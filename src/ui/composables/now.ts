/** The clock of the window, by the minute. */
import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'
import type { Instant } from '../../core/ids.ts'

export function instantNow(): Instant {
  return new Date().toISOString()
}

const now = shallowRef(instantNow())
let users = 0
let timer: ReturnType<typeof setTimeout> | undefined

function tick(): void {
  now.value = instantNow()
  timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 5)
}

/** The present minute; changes when the next begins. */
export function useNow(): Readonly<Ref<Instant>> {
  if (users++ === 0) tick()
  onScopeDispose(() => {
    if (--users === 0) clearTimeout(timer)
  })
  return readonly(now)
}
