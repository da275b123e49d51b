/** Acts on the selected brief. */
import { duplicate, moveAbove, retimeInPlace, setPinned, setStatus, sortBack } from '../../core/acts.ts'
import { homes, recordIds, type Instant, type RecordId } from '../../core/ids.ts'
import { hasWords, type BriefRow } from '../../core/rail.ts'
import { timeToFit } from '../../core/timeline.ts'
import { provideActs } from '../acts.ts'
import { timeLabel } from '../format.ts'
import { t } from '../i18n.ts'
import { newKey } from '../random.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import { announce } from './announce.ts'
import { instantNow } from './now.ts'
import { nameOf, useRemoval, type Removal } from './removal.ts'
import { inTurn } from './turns.ts'

export interface BriefActs extends Removal {
  /** Moves to stand directly above another brief, or at the end. */
  readonly moveTo: (row: BriefRow, above: RecordId | undefined) => Promise<void>
}

export function useBriefActs(undo: () => void): BriefActs {
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()

  const removal = useRemoval(undo)

  const selected = (): BriefRow | undefined => rows.rowOf(selection.selected)
  const may =
    (fits: (row: BriefRow) => boolean = () => true) =>
    (): boolean => {
      const row = selected()
      return !session.readOnly && row !== undefined && fits(row)
    }
  const own = (row: BriefRow): boolean => row.carried === undefined

  /** Runs an act on the selected brief as it is when its turn comes. */
  function onSelected(act: (row: BriefRow) => unknown): () => void {
    return () => {
      const id = selection.selected
      void inTurn(() => {
        const row = rows.rowOf(id)
        return row === undefined ? undefined : act(row)
      })
    }
  }

  async function status(row: BriefRow): Promise<void> {
    const to = row.brief.status === 'draft' ? 'ready' : 'draft'
    if (await rail.act(setStatus(row.record, row.id, to))) announce(t(`did.${to}`, { kicker: nameOf(row) }))
  }

  async function leadStatus(): Promise<void> {
    const { id, record, lead } = rail.board.lead
    await rail.act(setStatus(record, id, lead.status === 'draft' ? 'ready' : 'draft'))
  }

  async function pin(row: BriefRow): Promise<void> {
    const pinned = !row.brief.pinned
    if (!(await rail.act(setPinned(row.record, pinned)))) return
    announce(t(pinned ? 'did.pinned' : 'did.unpinned', { kicker: nameOf(row) }))
    selection.goTo(row.id)
  }

  async function moveTo(row: BriefRow, above: RecordId | undefined): Promise<void> {
    if (!(await rail.act(moveAbove(row.record, homes.day(rail.channel.key, rail.day), above)))) return
    const at = rail.board.own.findIndex(({ id }) => id === row.id) + 1
    announce(t('did.moved', { kicker: nameOf(row), at, n: rail.board.own.length }))
    selection.goTo(row.id)
  }

  /** One up or down among the briefs of its group. */
  async function move(row: BriefRow, by: 1 | -1): Promise<void> {
    if (!own(row)) {
      announce(t('did.carriedStays'))
      return
    }
    const group = rail.board.own.filter(({ pinned }) => pinned === row.pinned)
    const index = group.findIndex(({ id }) => id === row.id)
    const to = index + by
    if (to < 0 || to >= group.length) {
      announce(t(by < 0 ? 'did.atTop' : 'did.atEnd'))
      return
    }
    await moveTo(row, group[by < 0 ? to : to + 1]?.id)
  }

  async function fit(row: BriefRow): Promise<void> {
    const label = (at: Instant): string => timeLabel(at, rail.channel.zone, rail.day)
    if (!rows.disordered.has(row.id)) {
      ui.say(t('did.fits'))
      return
    }
    const found = timeToFit(rail.board.own, row.id)
    switch (found.kind) {
      case 'alone':
        ui.say(t('did.alone'))
        break
      case 'no-minute':
        ui.say(t('did.noMinute', { below: label(found.below), above: label(found.above) }))
        break
      case 'fits':
        if (!(await rail.act(retimeInPlace(row.record, found.at, instantNow())))) return
        announce(t('did.retimed', { kicker: nameOf(row), time: label(found.at) }))
    }
  }

  async function copy(row: BriefRow): Promise<void> {
    const key = newKey()
    if (!(await rail.act(duplicate(row.record, rail.channel.key, rail.day, key)))) return
    announce(t('did.duplicated', { kicker: nameOf(row) }))
    selection.goTo(recordIds.brief(homes.day(rail.channel.key, rail.day), key))
  }

  async function moveBack(row: BriefRow): Promise<void> {
    if (await rail.act(sortBack(row.record))) selection.goTo(row.id)
  }

  provideActs({
    readyOrDraft: {
      enabled: () => !session.readOnly && (selected() !== undefined || selection.selected === 'lead'),
      run: () => (selection.selected === 'lead' ? void inTurn(leadStatus) : onSelected(status)()),
    },
    pin: { enabled: may(own), run: onSelected(pin) },
    moveUp: { enabled: may(), run: onSelected((row) => move(row, -1)) },
    moveDown: { enabled: may(), run: onSelected((row) => move(row, 1)) },
    shelf: { enabled: may(own), run: onSelected(removal.shelve) },
    duplicate: { enabled: may(), run: onSelected(copy) },
    discard: {
      enabled: () => may()() || (!session.readOnly && selection.selected === 'lead' && hasWords(rail.board.lead.lead)),
      run: () => (selection.selected === 'lead' ? void inTurn(removal.removeLead) : onSelected(removal.remove)()),
    },
    retimeToFit: { enabled: may(own), run: onSelected(fit) },
    sortBack: {
      enabled: may((row) => own(row) && rows.disordered.has(row.id)),
      run: onSelected(moveBack),
    },
  })

  return { ...removal, moveTo }
}
