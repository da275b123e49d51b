/** Opening and closing of cards. */
import { discard, setField, setStatus } from '../../core/acts.ts'
import { valueOf } from '../../core/change.ts'
import type { RecordId } from '../../core/ids.ts'
import { readBrief } from '../../core/records.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSaving } from '../stores/saving.ts'
import { useSelection, type CardField, type RowKey } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import { t } from '../i18n.ts'
import { isWordless } from '../order.ts'

export interface Cards {
  readonly open: (row: RowKey, field?: CardField) => Promise<void>
  /** Closes the open card and keeps the words. Answers whether it closed: a field that cannot be recorded keeps it open once. */
  readonly close: (focus?: boolean) => Promise<boolean>
  readonly readyAndClose: () => Promise<void>
}

export function useCards(): Cards {
  const rail = useRail()
  const rows = useRows()
  const saving = useSaving()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()
  /** A visit whose close was refused once: the second time it closes, dropping what is not valid. */
  let refused: string | undefined

  async function open(row: RowKey, field?: CardField): Promise<void> {
    if (session.readOnly) {
      ui.say(t('did.readOnly'))
      return
    }
    if (selection.open?.row === row || !(await close(false))) return
    selection.openCard(row, field ?? firstField(row))
  }

  async function close(focus = true): Promise<boolean> {
    const card = selection.open
    if (card === undefined) return true
    const id = selection.recordOf(card.row)
    await saving.flush()
    await rail.settled()
    const stuck = saving.heldOf(id)
    if (stuck.length > 0 && refused !== card.step) {
      refused = card.step
      const invalid = document.querySelector<HTMLInputElement>('[data-card] [aria-invalid=true]')
      invalid?.focus()
      invalid?.select()
      return false
    }
    for (const writer of stuck) if (saving.wrong === undefined) writer.drop()
    const next = rows.beside(card.row, 1)
    if (selection.open?.step === card.step) selection.closeCard()
    if (card.isNew && isEmpty(id)) {
      await leaveNothing(id, card.step)
      selection.goTo(next)
    } else if (focus) selection.goTo(card.row)
    return true
  }

  /** Without words of its own a new brief was but a try. */
  function isEmpty(id: RecordId): boolean {
    const record = rail.records.get(id)
    return record !== undefined && isWordless(readBrief(record))
  }

  async function leaveNothing(id: RecordId, step: string): Promise<void> {
    const record = rail.records.get(id)
    if (record === undefined) return
    // Back to nothing at all, so that the visit comes to nothing for undo as well.
    const fields = Object.keys(record.fields).filter((field) => field !== 'place' && valueOf(record, field) !== undefined)
    await rail.act([...discard(record), ...fields.map((field) => setField(record, id, field, undefined))], step)
  }

  async function readyAndClose(): Promise<void> {
    const card = selection.open
    if (card === undefined) return
    await saving.flush()
    await rail.settled()
    const id = selection.recordOf(card.row)
    const record = rail.records.get(id)
    const empty = card.row !== 'lead' && card.row !== 'discussion' && isEmpty(id)
    if (card.row !== 'discussion' && !empty && valueOf(record, 'status') !== 'ready')
      await rail.act(setStatus(record, id, 'ready'), card.step)
    await close()
  }

  return { open, close, readyAndClose }
}

function firstField(row: RowKey): CardField {
  if (row === 'lead') return 'headline'
  return row === 'discussion' ? 'prompt' : 'text'
}
