/** Launching what has fallen due and nothing else, to all targets of its channel. */
import type { EmbargoNote } from '../../core/contract/embargo.ts'
import { editionNumber } from '../../core/edition.ts'
import { ofKind, readTarget } from '../../core/records.ts'
import { useConnection } from '../connection.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { useSaving } from '../stores/saving.ts'
import { useUi } from '../stores/ui.ts'
import { kickerOf } from './alertWords.ts'
import { inTurn } from './turns.ts'

export function useLaunchDue(): (note: EmbargoNote) => void {
  const { call } = useConnection()
  const rail = useRail()
  const saving = useSaving()
  const ui = useUi()

  async function launch(note: EmbargoNote): Promise<void> {
    const { channel, day, record } = note
    await saving.flush()
    await rail.settled()
    const sample = rail.channels.find(({ key }) => key === channel)?.sample === true
    const targets = ofKind(rail.records.values(), 'target')
      .map(readTarget)
      .filter((target) => target.channel === channel && !target.removed && !sample)
      .map(({ id }) => id)
    const result = await call('launch', { channel, day, unticked: [], taken: [], only: [record], targets })
    if (result.ok) ui.say(t('alerts.launched', { kicker: kickerOf(note), number: editionNumber(result.value.edition.id) }))
    else ui.say(t('launch.failed', { message: result.error.message }), { bad: true })
  }

  return (note) => void inTurn(() => launch(note))
}
