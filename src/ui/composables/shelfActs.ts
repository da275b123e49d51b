/** Acts on briefs that stand on no rail: on the shelf, or discarded. */
import { discard, moveAbove } from '../../core/acts.ts'
import { localTime } from '../../core/clock.ts'
import type { EditSet } from '../../core/edit.ts'
import { homes, type RecordId } from '../../core/ids.ts'
import type { BriefRow } from '../../core/rail.ts'
import { allToShelf, besideBlock } from '../../core/several.ts'
import { isTemplate, ontoRail, setKeep } from '../../core/shelf.ts'
import { t } from '../i18n.ts'
import { newKey } from '../random.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useSeveral } from '../stores/several.ts'
import { useUi } from '../stores/ui.ts'
import { announce } from './announce.ts'
import type { BriefActs } from './briefActs.ts'
import { instantNow } from './now.ts'
import { nameOf } from './removal.ts'
import { inTurn } from './turns.ts'

export interface ShelfActs {
  readonly toRail: (row: BriefRow) => void
  readonly toShelf: (row: BriefRow) => void
  readonly discard: (row: BriefRow) => void
  /** Makes it a template, or no longer. */
  readonly keep: (row: BriefRow) => void
  /** One up or down on the shelf; settles when it stands there. */
  readonly move: (row: BriefRow, by: 1 | -1) => Promise<void>
  /** A dragged brief comes to stand above another of the shelf, or at its end. */
  readonly drop: (row: BriefRow, above: RecordId | undefined) => void
}

export function useShelfActs(acts: BriefActs): ShelfActs {
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const several = useSeveral()
  const ui = useUi()
  const shelf = (): string => homes.shelf(rail.channel.key)

  async function done(sets: readonly EditSet[], text: string): Promise<boolean> {
    if (session.readOnly || !(await rail.act(sets))) return false
    ui.say(text, { undo: true })
    return true
  }

  async function toRail(row: BriefRow): Promise<void> {
    const now = instantNow()
    const kept = isTemplate(row.record)
    const time = localTime(kept ? now : (row.at ?? now), rail.channel.zone).label
    const { id, sets } = ontoRail(row.record, { channel: rail.channel.key, day: rail.day }, now, newKey())
    const text = t(kept ? 'did.templateOnRail' : 'did.onRail', { kicker: nameOf(row), time })
    if (await done(sets, text)) selection.goTo(id)
  }

  async function move(row: BriefRow, by: 1 | -1): Promise<void> {
    const group = rail.shelf.filter(({ pinned }) => pinned === row.pinned)
    const to = besideBlock(group, new Set([row.id]), by)
    if (to === undefined) {
      announce(t(by < 0 ? 'did.atTop' : 'did.atEnd'))
      return
    }
    if (session.readOnly || !(await rail.act(moveAbove(row.record, shelf(), to.above)))) return
    const at = rail.shelf.findIndex(({ id }) => id === row.id) + 1
    announce(t('did.moved', { kicker: nameOf(row), at, n: rail.shelf.length }))
  }

  async function drop(row: BriefRow, above: RecordId | undefined): Promise<void> {
    const where = above ?? 'end'
    const index = rail.shelf.findIndex(({ id }) => id === row.id)
    if (above === row.id || (index >= 0 && rail.shelf[index + 1]?.id === above) || session.readOnly) return
    if (index >= 0) await rail.act(moveAbove(row.record, shelf(), above))
    else if (rows.rowOf(row.id) === undefined)
      await done(allToShelf([row], rail.channel.key, where), t('did.shelved', { kicker: nameOf(row) }))
    // A brief of the selection takes the others along.
    else await acts.shelve(several.ids.has(row.id) ? several.rows.filter(({ carried }) => carried === undefined) : [row], where)
  }

  return {
    toRail: (row) => void inTurn(() => toRail(row)),
    toShelf: (row) => void inTurn(() => done(allToShelf([row], rail.channel.key), t('did.shelved', { kicker: nameOf(row) }))),
    discard: (row) => void inTurn(() => done(discard(row.record), t('did.discarded', { kicker: nameOf(row) }))),
    keep(row) {
      const { keep } = row.brief
      void inTurn(() => done(setKeep(row.record, !keep), t(keep ? 'did.keptNoMore' : 'did.kept', { kicker: nameOf(row) })))
    },
    move: (row, by) => inTurn(() => move(row, by)),
    drop: (row, above) => void inTurn(() => drop(row, above)),
  }
}
