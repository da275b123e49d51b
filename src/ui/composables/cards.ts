/** Opening and closing of cards. */
import { discard, setField, setStatus } from '../../core/acts.ts'
import { valueOf } from '../../core/change.ts'
import type { RecordId } from '../../core/ids.ts'
import { isWordless } from '../../core/model/brief.ts'
import { readBrief } from '../../core/records.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSaving } from '../stores/saving.ts'
import { useSelection, type CardField, type Point, type RowKey } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import { t } from '../i18n.ts'
import { inTurn } from './turns.ts'

export interface Cards {
  readonly open: (row: RowKey, field?: CardField, point?: Point) => Promise<void>
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

  async function open(row: RowKey, field?: CardField, point?: Point): Promise<void> {
    if (session.readOnly) {
      ui.say(t('did.readOnly'))
      return
    }
    if (selection.open?.row === row || !(await close(false))) return
    selection.openCard(row, field ?? firstField(row), false, undefined, point)
  }

  /** The card closes at once, so that what is typed next goes where it is meant; its words are recorded behind it. */
  async function close(focus = true): Promise<boolean> {
    const card = selection.open
    if (card === undefined) return true
    const id = selection.recordOf(card.row)
    const invalid = saving.heldOf(id).filter((writer) => !writer.valid())
    if (invalid.length > 0 && refused !== card.step) {
      refused = card.step
      await saving.flush()
      const field = document.querySelector<HTMLElement>('[data-card] [aria-invalid=true]')
      field?.focus()
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select()
      return false
    }
    for (const writer of invalid) writer.drop()
    const nothing = card.isNew && isEmpty(id)
    const next = nothing ? rows.beside(card.row, 1) : card.row
    const recorded = saving.flush()
    selection.closeCard()
    if (focus || nothing) selection.goTo(next)
    await recorded
    await rail.settled()
    if (nothing) await leaveNothing(id, card.step)
    return true
  }

  /** Without words of its own, recorded or not, a new brief was but a try. */
  function isEmpty(id: RecordId): boolean {
    const record = rail.records.get(id)
    return record !== undefined && isWordless(readBrief(record)) && saving.heldOf(id).every((writer) => writer.text.value.trim() === '')
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
    const id = selection.recordOf(card.row)
    const leaves = card.row === 'discussion' || (card.row !== 'lead' && isEmpty(id))
    const closing = close()
    await inTurn(async () => {
      if (!(await closing) || leaves) return
      const record = rail.records.get(id)
      if (valueOf(record, 'status') !== 'ready') await rail.act(setStatus(record, id, 'ready'), card.step)
    })
  }

  return { open, close, readyAndClose }
}

function firstField(row: RowKey): CardField {
  if (row === 'lead') return 'headline'
  return row === 'discussion' ? 'prompt' : 'text'
}
