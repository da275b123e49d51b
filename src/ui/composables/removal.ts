/** Taking briefs off the rail: discarded, shelved, retracted, or a carried one off this rail alone. */
import { discard, setStatus, takeOff, toShelf } from '../../core/acts.ts'
import type { EditSet } from '../../core/edit.ts'
import type { RecordId } from '../../core/ids.ts'
import type { BriefRow } from '../../core/rail.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type RowKey } from '../stores/selection.ts'
import { useUi } from '../stores/ui.ts'
import { inTurn } from './turns.ts'

export interface Removal {
  /** At once, or asking how where readers see it. */
  readonly remove: (row: BriefRow) => void
  readonly removeLead: () => Promise<void>
  readonly retract: (row: BriefRow) => Promise<void>
  readonly discardNow: (row: BriefRow) => Promise<void>
  readonly takeOffNow: (id: RecordId, name: string) => Promise<void>
  readonly shelve: (row: BriefRow) => Promise<void>
}

/** What a brief is called where it is spoken of. */
export function nameOf({ brief }: BriefRow): string {
  return brief.kicker.trim() || t('board.noKicker')
}

/** `undo` takes back the latest act: each of these offers it rather than asking first. */
export function useRemoval(undo: () => void): Removal {
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const ui = useUi()

  async function done(sets: readonly EditSet[], text: string, next: RowKey | undefined): Promise<void> {
    if (!(await rail.act(sets))) return
    ui.say(text, { action: { label: t('did.undo'), run: undo } })
    if (next !== undefined) selection.goTo(next)
  }

  function neighbour(row: BriefRow): RowKey | undefined {
    const next = rows.beside(row.id, 1)
    return next === 'discussion' ? rows.beside(row.id, -1) : next
  }

  const discardNow = (row: BriefRow): Promise<void> =>
    done(discard(row.record), t('did.discarded', { kicker: nameOf(row) }), neighbour(row))
  const takeOffNow = (id: RecordId, name: string): Promise<void> =>
    done(takeOff(rail.records, rail.channel.key, rail.day, id), t('did.takenOff', { kicker: name }), rows.beside(id, -1))

  return {
    discardNow,
    takeOffNow,
    remove(row) {
      if (rail.base.has(row.id)) ui.discarding = row.id
      else void inTurn(() => (row.carried === undefined ? discardNow(row) : takeOffNow(row.id, nameOf(row))))
    },
    /** A carried lead is taken off this rail, its own retracted. */
    removeLead() {
      const { id, record, lead, carried } = rail.board.lead
      const kicker = lead.headline.trim() || t('board.lead')
      return carried === undefined
        ? done(setStatus(record, id, 'retracted'), t('did.retracted', { kicker }), 'lead')
        : done(takeOff(rail.records, rail.channel.key, rail.day, id), t('did.takenOff', { kicker }), 'lead')
    },
    retract: (row) => done(setStatus(row.record, row.id, 'retracted'), t('did.retracted', { kicker: nameOf(row) }), row.id),
    shelve: (row) => done(toShelf(row.record, rail.channel.key), t('did.shelved', { kicker: nameOf(row) }), neighbour(row)),
  }
}
