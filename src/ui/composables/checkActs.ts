/** What an editor does about a finding: goes to it, mends it, silences it, or sends it anyway. */
import { nextTick } from 'vue'
import { holdAgain, sendAnyway, silence, tellAgain } from '../../core/checks/answers.ts'
import type { CheckName, Finding } from '../../core/checks/finding.ts'
import type { EditSet } from '../../core/edit.ts'
import type { RecordState } from '../../core/change.ts'
import { recordIds, type RecordId } from '../../core/ids.ts'
import { provideActs } from '../acts.ts'
import { fieldsIn } from '../fields.ts'
import { findingWords, nameOfRecord } from '../findings.ts'
import { t } from '../i18n.ts'
import { useChecks } from '../stores/checks.ts'
import { useRail } from '../stores/rail.ts'
import { useSelection, type RowKey } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { inTurn } from './turns.ts'

export interface CheckActs {
  readonly goTo: (finding: Finding) => void
  readonly mend: (finding: Finding) => void
  readonly silence: (finding: Finding) => void
  readonly tellAgain: (record: RecordId, check: CheckName) => void
  readonly sendAnyway: (finding: Finding, reason: string) => void
  readonly holdAgain: (finding: Finding) => void
}

export function useCheckActs(cards: Cards): CheckActs {
  const checks = useChecks()
  const rail = useRail()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()

  function rowOf({ record }: Finding): RowKey {
    if (record === rail.board.lead.id) return 'lead'
    return record === recordIds.rail(rail.channel.key, rail.day) ? 'discussion' : record
  }

  async function open(finding: Finding): Promise<void> {
    const row = rowOf(finding)
    ui.drawer = undefined
    if (session.readOnly) {
      selection.goTo(row)
      return
    }
    if (selection.open?.row !== row) {
      await cards.open(row, finding.field)
      return
    }
    await nextTick()
    fieldsIn(document.querySelector(`[data-card] [data-field="${finding.field ?? ''}"]`))[0]?.focus()
  }

  /** Makes an edit of a finding as it is once words under way are recorded: an edit of older words would be a conflict. */
  function answer(finding: Finding, sets: (now: Finding, record: RecordState) => readonly EditSet[], text: string): void {
    void inTurn(async () => {
      if (!(await cards.close(false))) return
      const [now, record] = [checks.now(finding), rail.records.get(finding.record)]
      if (now === undefined || record === undefined) {
        ui.say(t('checks.changed'))
        return
      }
      if (!(await rail.act(sets(now, record)))) return
      ui.say(text, { undo: true })
    })
  }

  const acts: CheckActs = {
    goTo: (finding) => void inTurn(() => open(finding)),
    mend: (finding) => {
      answer(finding, ({ mend }) => mend?.sets ?? [], t('checks.mended', { what: findingWords(finding) }))
    },
    silence: (finding) => {
      const text = t('checks.silenced', { name: nameOfRecord(rail.board, finding.record) })
      answer(finding, ({ check }, record) => silence(record, check), text)
    },
    tellAgain: (id, check) => {
      void inTurn(async () => {
        const record = rail.records.get(id)
        if (record === undefined || !(await rail.act(tellAgain(record, check)))) return
        ui.say(t('checks.toldAgain', { name: nameOfRecord(rail.board, id) }), { undo: true })
      })
    },
    sendAnyway: (finding, reason) => {
      answer(finding, ({ check }, record) => sendAnyway(record, check, reason), t('checks.sentAnyway', { reason }))
    },
    holdAgain: (finding) => {
      answer(finding, ({ check }, record) => holdAgain(record, check), findingWords({ ...finding, sentAnyway: undefined }))
    },
  }

  const first = (): Finding | undefined => {
    const record = selection.record
    return record === undefined ? undefined : checks.of(record).find(({ mend }) => mend !== undefined)
  }
  provideActs({
    mend: {
      enabled: () => !session.readOnly && first() !== undefined,
      run: () => {
        const finding = first()
        if (finding?.mend !== undefined) acts.mend(finding)
      },
    },
  })
  return acts
}
