/** What the desk answers to a question that a component keeps asking. */
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { CommandName, Input, Output } from '../../core/contract.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { useConnection } from '../connection.ts'

export interface Answer<T> {
  /** Of the question as it is now; the last one stays while it is asked anew. */
  readonly answer: ComputedRef<T | undefined>
  readonly failure: Readonly<Ref<Failure | undefined>>
}

/** Asks whenever the question changes, or what its answer follows from. No question has no answer. */
export function useAnswer<K extends CommandName>(name: K, question: () => Input<K> | undefined, follows: () => unknown): Answer<Output<K>> {
  const { call } = useConnection()
  const key = (): string => JSON.stringify(question() ?? null)
  const last = shallowRef<{ readonly key: string; readonly value: Output<K> }>()
  const failure = shallowRef<Failure>()
  let turn = 0

  async function ask(): Promise<void> {
    const mine = ++turn
    const input = question()
    failure.value = undefined
    if (input === undefined) return
    const asked = key()
    const result = await call(name, input)
    // The latest question's answer counts.
    if (mine !== turn) return
    if (result.ok) last.value = { key: asked, value: result.value }
    else failure.value = result.error
  }

  watch([key, follows], () => void ask(), { immediate: true })
  return { answer: computed(() => (last.value?.key === key() ? last.value.value : undefined)), failure }
}
