/** Keeps the window's address to what it shows, and begins with what the address asks for. */
import { onScopeDispose, watch } from 'vue'
import { hashOf, shownIn } from '../address.ts'
import { useRail } from '../stores/rail.ts'

/** Answers how to show what a window begins with: what its address asked for at first, else the first channel's today. */
export function usePlace(): () => Promise<void> {
  const rail = useRail()
  let asked = shownIn(location.hash)

  watch(
    () => rail.view,
    (view) => {
      if (view !== undefined) history.replaceState(undefined, '', hashOf(view))
    },
  )

  function turned(): void {
    const shown = shownIn(location.hash)
    if (shown !== undefined && rail.view !== undefined) void rail.show(shown.channel, shown.day)
  }
  window.addEventListener('hashchange', turned)
  onScopeDispose(() => window.removeEventListener('hashchange', turned))

  return async () => {
    const first = asked
    asked = undefined
    if (first !== undefined) await rail.show(first.channel, first.day)
    // The address may be of another library, or of a channel that is no more.
    if (first === undefined || rail.failure?.code === 'not-found') await rail.show()
  }
}
