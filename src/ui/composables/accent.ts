/** The channel's accent, readable on the paper of the theme in force. */
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import { readable } from '../accent.ts'
import { useRail } from '../stores/rail.ts'
import { useSession } from '../stores/session.ts'

const paper = { light: '#ffffff', dark: '#1a1c20' } as const

export function useAccent(): ComputedRef<string> {
  const rail = useRail()
  const session = useSession()
  const query = matchMedia('(prefers-color-scheme: dark)')
  const prefersDark = shallowRef(query.matches)
  const update = (): void => {
    prefersDark.value = query.matches
  }
  query.addEventListener('change', update)
  onScopeDispose(() => query.removeEventListener('change', update))

  return computed(() => {
    const { theme } = session.settings
    const dark = theme === 'dark' || (theme === 'system' && prefersDark.value)
    return readable(rail.channel.accent, dark ? paper.dark : paper.light) ?? 'var(--accent)'
  })
}
