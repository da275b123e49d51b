/** What comes in the library's channels, and what has fallen due and is not launched: as the desk knows it, by the minute. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { setsByRecord, valueOf, type Change } from '../../core/change.ts'
import { useAnswer } from '../composables/answer.ts'
import { useNow } from '../composables/now.ts'
import { useConnection } from '../connection.ts'
import { useRail } from './rail.ts'
import { useSession } from './session.ts'

/** What a brief's note is made of besides its embargo. */
const told: readonly string[] = ['kicker', 'status', 'place', 'at', 'text']

export const useEmbargoes = defineStore('embargoes', () => {
  const { on } = useConnection()
  const rail = useRail()
  const session = useSession()
  const now = useNow()
  /** Counts what was heard that may change the answer. */
  const heardOf = shallowRef(0)
  const { answer } = useAnswer(
    'embargoes',
    () => (session.library === undefined ? undefined : {}),
    () => [session.library?.id, now.value, heardOf.value],
  )
  const notes = computed(() => answer.value?.embargoes ?? [])

  function concerns(change: Change): boolean {
    return [...setsByRecord(change)].some(([id, sets]) => {
      const known = notes.value.some(({ record }) => record === id) || valueOf(rail.records.get(id), 'embargo') !== undefined
      return sets.some(({ field }) => field === 'embargo' || (known && told.includes(field)))
    })
  }

  on((heard) => {
    const matters = heard.kind === 'change' ? concerns(heard.change) : ['edition', 'due', 'gap'].includes(heard.kind)
    if (matters) heardOf.value += 1
  })

  return {
    notes,
    /** Those of the channel in view that come, the next first. */
    later: computed(() => notes.value.filter(({ state, channel }) => state !== 'fallen' && channel === rail.channel.key)),
  }
})
