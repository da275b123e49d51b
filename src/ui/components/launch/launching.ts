/** A launch under way: what is ticked and taken, where it goes, and what became of it. */
import { computed, shallowRef, watch } from 'vue'
import type { Output } from '../../../core/contract.ts'
import type { Stands } from '../../../core/contract/delivery.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { RecordId } from '../../../core/ids.ts'
import { useNow } from '../../composables/now.ts'
import { useConnection } from '../../connection.ts'
import { t } from '../../i18n.ts'
import { useRail } from '../../stores/rail.ts'
import { useSaving } from '../../stores/saving.ts'
import { allBut, listing } from './listing.ts'

export type Launched = Output<'launch'> & { readonly targets: readonly RecordId[] }
/** What a target holds, as far as it is known. */
export type Looked = Result<Stands> | undefined

export function useLaunching() {
  const { call } = useConnection()
  const rail = useRail()
  const saving = useSaving()
  const now = useNow()

  const unticked = shallowRef<ReadonlySet<RecordId>>(new Set())
  const taken = shallowRef<ReadonlySet<RecordId>>(new Set())
  /** Targets that the edition is not sent to, and those it is sent to over what stands there. */
  const left = shallowRef<ReadonlySet<RecordId>>(new Set())
  const over = shallowRef<ReadonlySet<RecordId>>(new Set())
  const looked = shallowRef<ReadonlyMap<RecordId, Result<Stands>>>(new Map())
  const busy = shallowRef(false)
  const problem = shallowRef<string>()
  const launched = shallowRef<Launched>()

  const list = computed(() =>
    listing(rail.board, rail.view?.base, { unticked: unticked.value, taken: taken.value, editing: rail.editing }, now.value),
  )
  const targets = computed(() => (rail.channel.sample ? [] : rail.targets))

  // Targets are looked at meanwhile; only one that disagrees has anything to ask.
  watch(
    () => targets.value.map((target) => target.id).join(' '),
    () => {
      for (const { id } of targets.value) if (!looked.value.has(id)) void look(id)
    },
    { immediate: true },
  )

  // Another rail is another launch.
  watch([() => rail.channel.key, () => rail.day], () => {
    again()
    looked.value = new Map()
    for (const { id } of targets.value) void look(id)
  })

  async function look(target: RecordId): Promise<void> {
    const result = await call('lookAtTarget', { target, day: rail.day })
    looked.value = new Map(looked.value).set(target, result)
  }

  function disagrees(target: RecordId): boolean {
    const found = looked.value.get(target)
    return found?.ok === true && (found.value.kind === 'other' || found.value.kind === 'unreadable')
  }

  const isSent = (target: RecordId): boolean => (disagrees(target) ? over.value.has(target) : !left.value.has(target))

  async function launch(): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    await saving.flush()
    await rail.settled()
    const chosen = targets.value.map((target) => target.id).filter(isSent)
    const anyway = chosen.filter(disagrees)
    const result = await call('launch', {
      channel: rail.channel.key,
      day: rail.day,
      unticked: [...list.value.unticked],
      taken: [...taken.value],
      targets: chosen.filter((target) => !anyway.includes(target)),
    })
    busy.value = false
    if (!result.ok) {
      problem.value = t('launch.failed', { message: result.error.message })
      return
    }
    const { id, day } = result.value.edition
    for (const target of anyway) void call('deliver', { target, edition: id, day, anyway: true })
    launched.value = { ...result.value, targets: chosen }
  }

  /** Back to the review, for the next launch. */
  function again(): void {
    launched.value = undefined
    unticked.value = new Set()
    taken.value = new Set()
  }

  const toggled = (set: ReadonlySet<RecordId>, id: RecordId, on: boolean): Set<RecordId> => {
    const next = new Set(set)
    if (on) next.add(id)
    else next.delete(id)
    return next
  }

  return {
    list,
    targets,
    looked,
    busy,
    problem,
    launched,
    disagrees,
    isSent,
    launch,
    again,
    tick: (id: RecordId, on: boolean) => (unticked.value = toggled(unticked.value, id, !on)),
    tickAll: () => (unticked.value = new Set()),
    tickOnly: (ids: Iterable<RecordId>) => (unticked.value = allBut(list.value.rows, new Set(ids))),
    take: (id: RecordId) => (taken.value = toggled(taken.value, id, true)),
    sendTo: (target: RecordId, on: boolean): void => {
      left.value = toggled(left.value, target, !on)
      over.value = toggled(over.value, target, on && disagrees(target))
    },
  }
}

export type Launching = ReturnType<typeof useLaunching>
