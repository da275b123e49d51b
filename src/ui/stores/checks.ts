/** What the checks find on the rail in view, worked out when the window has a moment. */
import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { check, likeTexts } from '../../core/checks/checks.ts'
import type { Finding } from '../../core/checks/finding.ts'
import { createLikenesses } from '../../core/checks/likeness.ts'
import type { RecordId } from '../../core/ids.ts'
import { useNow } from '../composables/now.ts'
import { budget, whenIdle } from '../idle.ts'
import { useRail } from './rail.ts'

const none: readonly Finding[] = []

export const useChecks = defineStore('checks', () => {
  const rail = useRail()
  const now = useNow()
  const findings = shallowRef<readonly Finding[]>([])
  /** Whether this rail was looked at whole; what is written since is looked at in a moment. */
  const looked = shallowRef(false)
  const likenesses = createLikenesses()
  let cancel: (() => void) | undefined

  function later(): void {
    cancel ??= whenIdle(look)
  }

  /** Takes in texts for as long as a frame allows, and goes on when there is time again. */
  function look(): void {
    cancel = undefined
    if (rail.view === undefined) return
    const done = likenesses.update(likeTexts(rail.board), budget())
    if (!done) {
      later()
      return
    }
    findings.value = check(rail.board, now.value, likenesses.pairs())
    looked.value = true
  }

  watch([() => (rail.view === undefined ? undefined : rail.board), now], later, { immediate: true })
  // Another rail begins with nothing found.
  watch(
    () => `${rail.channel.key} ${rail.day}`,
    () => {
      findings.value = []
      looked.value = false
    },
    { flush: 'sync' },
  )
  onScopeDispose(() => cancel?.())

  const byRecord = computed(() => {
    const found = new Map<RecordId, Finding[]>()
    for (const one of findings.value) found.set(one.record, [...(found.get(one.record) ?? []), one])
    return found
  })

  return {
    findings,
    looked,
    of: (record: RecordId): readonly Finding[] => byRecord.value.get(record) ?? none,
    /** A finding as it is of the board at this moment; undefined where it no longer holds. Its mend is fit to be made. */
    now({ check: name, record, field }: Finding): Finding | undefined {
      const found = check(rail.board, now.value, likenesses.pairs())
      return found.find((one) => one.check === name && one.record === record && one.field === field)
    },
  }
})
