/** This machine, the person at it, and the library that is open. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../core/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import type { Hello } from '../../core/contract/hello.ts'
import type { Settings } from '../../core/contract/settings.ts'
import { useConnection } from '../connection.ts'

const before: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  textSize: 'normal',
  letters: true,
  name: '',
  leftPane: 208,
  rightPane: 440,
  leftOpen: true,
  rightOpen: true,
  notify: true,
}

export const useSession = defineStore('session', () => {
  const { call, on } = useConnection()
  const hello = shallowRef<Hello>()
  /** Why the desk could not be greeted. */
  const failure = shallowRef<Failure>()
  /** Whether the desk answers. */
  const reachable = shallowRef(true)

  async function greet(): Promise<void> {
    const result = await call('hello', {})
    failure.value = result.ok ? undefined : result.error
    if (result.ok) hello.value = result.value
  }

  on((heard) => {
    if (heard.kind === 'lost') reachable.value = false
    if (heard.kind === 'gap') reachable.value = true
    if (heard.kind === 'hello' || heard.kind === 'gap') void greet()
  })

  /** Chosen here and not yet on the disk: a greeting from before does not take it back. */
  const chosen = shallowRef<Partial<Settings>>({})

  async function saveSettings(changed: Input<'saveSettings'>): Promise<Result<Settings>> {
    const mine = changed as Partial<Settings>
    chosen.value = { ...chosen.value, ...mine }
    const result = await call('saveSettings', changed)
    if (!result.ok) return result
    if (hello.value !== undefined) hello.value = { ...hello.value, settings: result.value }
    const saved = (name: string, value: unknown): boolean => name in mine && mine[name as keyof Settings] === value
    chosen.value = Object.fromEntries(Object.entries(chosen.value).filter(([name, value]) => !saved(name, value)))
    return result
  }

  /** Runs one of the commands that open or close a library and greets the desk anew; answers whether one is open now. */
  async function opening(result: Promise<Result<{ opened?: boolean }>>): Promise<Result<{ opened?: boolean }>> {
    const answer = await result
    if (answer.ok && answer.value.opened !== false) await greet()
    return answer
  }

  return {
    hello,
    failure,
    reachable,
    settings: computed((): Settings => ({ ...(hello.value?.settings ?? before), ...chosen.value })),
    library: computed(() => hello.value?.library),
    recent: computed(() => hello.value?.recent ?? []),
    /** Why the library that was to be open is not. */
    refused: computed(() => hello.value?.refused),
    person: computed(() => hello.value?.person ?? ''),
    host: computed(() => hello.value?.host ?? 'web'),
    readOnly: computed(() => hello.value?.library?.readOnly !== undefined),
    greet,
    saveSettings,
    createLibrary: (input: Input<'createLibrary'>) => opening(call('createLibrary', input)),
    openLibrary: (input: Input<'openLibrary'>) => opening(call('openLibrary', input)),
    openSample: () => opening(call('openSample', {})),
    closeLibrary: () => opening(call('closeLibrary', {})),
  }
})
