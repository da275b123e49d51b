/** Whether everything is recorded: one word that is always true. */
import { defineStore } from 'pinia'
import { computed, shallowRef, triggerRef } from 'vue'
import type { Failure } from '../../core/contract/failure.ts'
import type { Instant, RecordId } from '../../core/ids.ts'
import { instantNow } from '../composables/now.ts'
import type { Writer } from '../writer.ts'

/** A field that holds words not yet acknowledged. */
export interface Held {
  readonly writer: Writer
  /** Recorded only when it is left, such as a time: nothing to tell of while it is typed. */
  readonly quiet: boolean
}

export const useSaving = defineStore('saving', () => {
  const underWay = shallowRef(0)
  /** By `<record> <field>`. They outlive the card they were typed in. */
  const held = shallowRef(new Map<string, Held>())
  /** Why the last edit was refused, until one is accepted. */
  const failure = shallowRef<Failure>()
  const savedAt = shallowRef<Instant>()

  /** Why words that are held could not be recorded. */
  const stuck = computed(
    () => [...held.value.values()].find(({ quiet, writer }) => !quiet && writer.problem.value !== undefined)?.writer.problem.value,
  )

  return {
    failure,
    savedAt,
    /** What is wrong, in words for people; undefined where all is well. */
    wrong: computed(() => stuck.value ?? failure.value?.message),
    saving: computed(() => underWay.value > 0 || [...held.value.values()].some(({ quiet }) => !quiet)),
    /** The records with words that could not be recorded so far. */
    unsaved: computed(
      () => new Set(failure.value === undefined ? [] : [...held.value.keys()].map((key) => key.slice(0, key.indexOf(' ')))),
    ),
    begin(): void {
      underWay.value += 1
    },
    end(failed: Failure | undefined): void {
      underWay.value -= 1
      failure.value = failed
      if (failed === undefined) savedAt.value = instantNow()
    },
    heldBy: (key: string): Writer | undefined => held.value.get(key)?.writer,
    /** The writers of a record's fields that hold words not recorded. */
    heldOf: (record: RecordId): Writer[] => [...held.value].filter(([key]) => key.startsWith(`${record} `)).map(([, { writer }]) => writer),
    hold(key: string, words: Held): void {
      held.value.set(key, words)
      triggerRef(held)
    },
    release(key: string): void {
      if (!held.value.delete(key)) return
      triggerRef(held)
      // Nothing is left that could not be recorded.
      if (stuck.value === undefined) failure.value = undefined
    },
    /** What was refused was told elsewhere. */
    forget(): void {
      failure.value = undefined
    },
    /** Records everything now; afterwards `failure` says whether it could. `last`: no later call will arrive. */
    async flush(last = false): Promise<void> {
      await Promise.all([...held.value.values()].map(({ writer }) => writer.flush(last)))
    },
  }
})
