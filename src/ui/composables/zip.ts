/** An edition's zip, by the host's dialog or as a download of the browser's. */
import type { EditionNote } from '../../core/edition.ts'
import { useConnection } from '../connection.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { follow } from './download.ts'

export interface Zipped {
  /** Whether the zip is on its way or saved; not where the dialog was cancelled. */
  readonly done: boolean
  /** The file's name, where the host saved it. */
  readonly name?: string
  /** The kickers of what was retracted since and is not in it. */
  readonly withheld?: readonly string[]
  readonly problem?: string
}

/** Saves the zip of an edition of the channel in view. */
export function useZip(): (edition: Pick<EditionNote, 'id' | 'day'>) => Promise<Zipped> {
  const { call } = useConnection()
  const rail = useRail()
  return async ({ id, day }) => {
    const result = await call('exportEdition', { channel: rail.channel.key, day, edition: id })
    if (!result.ok) return { done: false, problem: t('launch.exportFailed', { message: result.error.message }) }
    switch (result.value.kind) {
      case 'saved':
        return { done: true, name: result.value.name, withheld: result.value.withheld }
      case 'download':
        follow(result.value.address)
        return { done: true, withheld: result.value.withheld }
      case 'cancelled':
        return { done: false }
    }
  }
}
