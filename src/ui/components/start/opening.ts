/** Opening a library, and what is offered where that fails. */
import { shallowRef } from 'vue'
import type { Input } from '../../../core/contract.ts'
import type { Failure } from '../../../core/contract/failure.ts'
import { useSession } from '../../stores/session.ts'

type Asked = Input<'openLibrary'>

export interface Refused {
  readonly asked: Asked
  readonly failure: Failure
  /** What may be tried instead. */
  readonly offers: readonly ('read' | 'anyway')[]
}

/** What a failure to open leaves open: a library that somebody has open can be read; one that another machine had may be no longer. */
export function offersFor({ code }: Pick<Failure, 'code'>): Refused['offers'] {
  if (code === 'locked') return ['read']
  return code === 'other-machine' ? ['read', 'anyway'] : []
}

export function useOpening() {
  const session = useSession()
  const busy = shallowRef(false)
  const atStart = session.refused
  const refused = shallowRef<Refused | undefined>(
    atStart && {
      asked: atStart.recent === undefined ? {} : { recent: atStart.recent },
      failure: atStart.failure,
      offers: atStart.recent === undefined ? [] : offersFor(atStart.failure),
    },
  )

  async function open(asked: Asked): Promise<void> {
    busy.value = true
    refused.value = undefined
    const result = await session.openLibrary(asked)
    busy.value = false
    if (!result.ok) refused.value = { asked, failure: result.error, offers: offersFor(result.error) }
  }

  return {
    busy,
    refused,
    open,
    openToRead: (before: Refused) => open({ ...before.asked, readOnly: true }),
    openAnyway: (before: Refused) => open({ ...before.asked, anyway: true }),
  }
}
