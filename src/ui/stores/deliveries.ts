/** Editions on their way to targets, in the background. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { DeliveryState } from '../../core/contract/delivery.ts'
import type { RecordId } from '../../core/ids.ts'
import { useConnection } from '../connection.ts'
import { useRail } from './rail.ts'

export const useDeliveries = defineStore('deliveries', () => {
  const { call, on } = useConnection()
  const rail = useRail()
  const byTarget = shallowRef<ReadonlyMap<RecordId, DeliveryState>>(new Map())

  on((heard) => {
    if (heard.kind === 'delivery') byTarget.value = new Map(byTarget.value).set(heard.delivery.target, heard.delivery)
  })

  /** Begun before this window came, by a desk that ended over it: offered again. */
  const unfinished = computed(() =>
    rail.targets.flatMap(({ id, sending }): DeliveryState[] =>
      sending === undefined || byTarget.value.has(id)
        ? []
        : [{ target: id, edition: sending.edition, day: sending.day, state: 'cancelled', done: 0, total: 0 }],
    ),
  )

  return {
    byTarget,
    /** On their way, or ended short of it. */
    open: computed(() => [...[...byTarget.value.values()].filter(({ state }) => state !== 'sent'), ...unfinished.value]),
    /** Sends the edition again; `anyway` over what a person has seen stands there. */
    retry: ({ target, edition, day }: DeliveryState, anyway = false) => call('deliver', { target, edition, day, anyway }),
    cancel: (target: RecordId) => call('cancelDelivery', { target }),
    /** Takes a delivery that ended off the list. */
    forget(target: RecordId): void {
      const next = new Map(byTarget.value)
      next.delete(target)
      byTarget.value = next
    },
  }
})
