/** Acts on the selected brief, or on all of the selection. */
import { moveAbove, retimeInPlace, setStatus, sortBack } from '../../core/acts.ts'
import { homes, recordIds, type Instant, type RecordId } from '../../core/ids.ts'
import { hasWords, type BriefRow } from '../../core/rail.ts'
import { besideBlock, duplicateAll, pinOrUnpin, readyOrDraft } from '../../core/several.ts'
import { timeToFit } from '../../core/timeline.ts'
import { provideActs } from '../acts.ts'
import { timeLabel } from '../format.ts'
import { t } from '../i18n.ts'
import { keyOfAct } from '../keys.ts'
import { newKey } from '../random.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useSeveral } from '../stores/several.ts'
import { useUi } from '../stores/ui.ts'
import { announce } from './announce.ts'
import { instantNow } from './now.ts'
import { didTo, nameOf, useRemoval, type Removal } from './removal.ts'
import { inTurn } from './turns.ts'

export interface BriefActs extends Removal {
  /** Moves to stand directly above another brief, or at the end; several in their order. */
  readonly moveTo: (rows: readonly BriefRow[], above: RecordId | undefined) => Promise<void>
}

export function useBriefActs(): BriefActs {
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const several = useSeveral()
  const ui = useUi()

  const removal = useRemoval()

  const any = (): boolean => true
  /** Whether there is a brief that an act fits. */
  const may =
    (fits: (row: BriefRow) => boolean = any) =>
    (): boolean =>
      !session.readOnly && several.chosen.some(fits)
  const own = (row: BriefRow): boolean => row.carried === undefined
  const astray = (row: BriefRow): boolean => own(row) && rows.disordered.has(row.id)

  /** Runs an act on those that are selected now and that it fits, as they are when its turn comes. */
  function onChosen(act: (rows: readonly BriefRow[]) => unknown, fits: (row: BriefRow) => boolean = any): () => void {
    return () => {
      const ids = several.chosen.map(({ id }) => id)
      void inTurn(() => {
        const there = ids.flatMap((id) => rows.rowOf(id) ?? []).filter(fits)
        return there.length === 0 ? undefined : act(there)
      })
    }
  }

  async function status(there: readonly BriefRow[]): Promise<void> {
    const standing = there.filter((row) => row.brief.takenDown === undefined)
    const [down] = there
    if (standing.length === 0 && down !== undefined) {
      ui.say(t('did.staysDown', { kicker: nameOf(down), keys: keyOfAct('reinstate') }))
      return
    }
    const { to, sets } = readyOrDraft(standing)
    if (await rail.act(sets)) announce(didTo(to, standing))
  }

  async function leadStatus(): Promise<void> {
    const { id, record, lead } = rail.board.lead
    await rail.act(setStatus(record, id, lead.status === 'draft' ? 'ready' : 'draft'))
  }

  async function pin(there: readonly BriefRow[]): Promise<void> {
    const { to, sets } = pinOrUnpin(there)
    if (!(await rail.act(sets))) return
    announce(didTo(to, there))
    selection.goTo(selection.selected)
  }

  async function moveTo(there: readonly BriefRow[], above: RecordId | undefined): Promise<void> {
    const home = homes.day(rail.channel.key, rail.day)
    const [first] = there
    if (first === undefined || !(await rail.act(there.flatMap((row) => moveAbove(row.record, home, above))))) return
    const at = rail.board.own.findIndex(({ id }) => id === first.id) + 1
    const [n, kicker] = [rail.board.own.length, nameOf(first)]
    announce(there.length === 1 ? t('did.moved', { kicker, at, n }) : t('did.briefs.moved', { n: there.length, at }))
    selection.goTo(there.some(({ id }) => id === selection.selected) ? selection.selected : first.id)
  }

  /** One up or down among the briefs of its group; several as a block. */
  async function move(there: readonly BriefRow[], by: 1 | -1): Promise<void> {
    const [first] = there.filter(own)
    if (first === undefined) {
      announce(t('did.carriedStays'))
      return
    }
    const block = there.filter((row) => own(row) && row.pinned === first.pinned)
    const group = rail.board.own.filter(({ pinned }) => pinned === first.pinned)
    const to = besideBlock(group, new Set(block.map(({ id }) => id)), by)
    if (to === undefined) announce(t(by < 0 ? 'did.atTop' : 'did.atEnd'))
    else await moveTo(block, to.above)
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

  async function copy(there: readonly BriefRow[]): Promise<void> {
    const keys = there.map(newKey)
    if (!(await rail.act(duplicateAll(there, rail.channel.key, rail.day, keys)))) return
    announce(didTo('duplicated', there))
    selection.goTo(recordIds.brief(homes.day(rail.channel.key, rail.day), keys[0] ?? ''))
  }

  async function moveBack(there: readonly BriefRow[]): Promise<void> {
    if (await rail.act(there.flatMap((row) => sortBack(row.record)))) selection.goTo(selection.selected)
  }

  /** Whether acts are on the lead rather than on briefs. */
  const onLead = (): boolean => selection.selected === 'lead' && several.rows.length === 0

  provideActs({
    readyOrDraft: {
      enabled: () => may()() || (!session.readOnly && onLead()),
      run: () => (onLead() ? void inTurn(leadStatus) : onChosen(status)()),
    },
    pin: { enabled: may(own), run: onChosen(pin, own) },
    moveUp: { enabled: may(), run: onChosen((there) => move(there, -1)) },
    moveDown: { enabled: may(), run: onChosen((there) => move(there, 1)) },
    shelf: { enabled: may(own), run: onChosen((there) => removal.shelve(there), own) },
    duplicate: { enabled: may(), run: onChosen(copy) },
    discard: {
      enabled: () => may()() || (!session.readOnly && onLead() && hasWords(rail.board.lead.lead)),
      run: () => (onLead() ? void inTurn(removal.removeLead) : onChosen(removal.remove)()),
    },
    // Of several each would fit the others' old times: it is for the selected row alone.
    retimeToFit: { enabled: () => several.chosen.length === 1 && may(own)(), run: onChosen(([row]) => row && fit(row)) },
    sortBack: { enabled: may(astray), run: onChosen(moveBack, astray) },
  })

  return { ...removal, moveTo }
}
