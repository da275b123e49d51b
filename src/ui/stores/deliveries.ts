/** Editions on their way to targets, in the background. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { DeliveryState } from '../../core/contract.ts'
import type { RecordId } from '../../core/ids.ts'
import { useConnection } from '../connection.ts'

export const useDeliveries = defineStore('deliveries', () => {
  const { call, on } = useConnection()
  const byTarget = shallowRef<ReadonlyMap<RecordId, DeliveryState>>(new Map())

  on((heard) => {
    if (heard.kind === 'delivery') byTarget.value = new Map(byTarget.value).set(heard.delivery.target, heard.delivery)
  })

  return {
    byTarget,
    all: computed(() => [...byTarget.value.values()]),
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
