/** Correcting, taking down and reinstating, and where else a brief stands: acts that go beyond the rail in view. */
import { watch } from 'vue'
import type { RecordId } from '../../core/ids.ts'
import { same } from '../../core/change.ts'
import { reinstate } from '../../core/takedown.ts'
import type { Brief } from '../../core/model/brief.ts'
import type { BriefRow } from '../../core/rail.ts'
import { provideActs } from '../acts.ts'
import { useConnection } from '../connection.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import { announce } from './announce.ts'
import type { Cards } from './cards.ts'
import { nameOf } from './removal.ts'
import { inTurn } from './turns.ts'

export function useStandingActs(cards: Cards): void {
  const { call } = useConnection()
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()

  const selected = (): BriefRow | undefined => rows.rowOf(selection.selected)
  const may =
    (fits: (row: BriefRow) => boolean = () => true) =>
    (): boolean => {
      const row = selected()
      return !session.readOnly && row !== undefined && fits(row)
    }

  /** Lists beside the board where else a brief stands, where it does; the focus stays where it is. */
  async function lookElsewhere(id: RecordId): Promise<void> {
    const result = await call('elsewhere', { record: id })
    if (!result.ok) return
    const others = result.value.places.filter(({ why }) => why !== 'itself').length
    if (others === 0 && result.value.readable.length === 0) return
    ui.tab = 'elsewhere'
    announce(t('elsewhere.said', { name: rail.kickerOf(id) || t('board.noKicker') }, others))
  }

  /** What makes it worth looking elsewhere: what readers were told of it, and whether they are to see it. */
  const told = ({ corrections, status }: Brief) => ({
    corrections: corrections.map((one) => ({ ...one })),
    retracted: status === 'retracted',
  })

  // After a card in which a correction was written has closed, and after a retraction.
  let before: { readonly id: RecordId; readonly told: ReturnType<typeof told> } | undefined
  watch(
    [() => selection.selected, () => selection.open?.row, () => (selection.open === undefined ? rail.records : undefined)],
    ([id, open]) => {
      const brief = rows.rowOf(id)?.brief
      if (open !== undefined) return
      const now = id === undefined || brief === undefined ? undefined : { id, told: told(brief) }
      if (now !== undefined && before?.id === now.id) {
        const added = now.told.corrections.some((one) => before?.told.corrections.every((known) => !same(known, one)) === true)
        if (added || (now.told.retracted && !before.told.retracted && brief?.takenDown === undefined)) void lookElsewhere(now.id)
      }
      before = now
    },
    { flush: 'post' },
  )

  function correct(): void {
    void inTurn(async () => {
      const row = selected()
      if (row === undefined) return
      if (rail.base.has(row.id)) await cards.open(row.id, 'corrections')
      else ui.say(t('corrections.notLive', { kicker: nameOf(row) }))
    })
  }

  function takeDown(): void {
    void inTurn(async () => {
      const row = selected()
      if (row !== undefined && (await cards.close(false))) ui.openTakeDown(row.id)
    })
  }

  function bringBack(): void {
    void inTurn(async () => {
      const row = selected()
      if (row?.brief.takenDown === undefined) return
      if (await rail.act(reinstate(row.record))) ui.say(t('did.reinstated', { kicker: nameOf(row) }))
    })
  }

  provideActs({
    correct: { enabled: may((row) => row.brief.takenDown === undefined), run: correct },
    takeDown: { enabled: may(), run: takeDown },
    reinstate: { enabled: may((row) => row.brief.takenDown !== undefined), run: bringBack },
  })
}
