/** Taking briefs off the rail: discarded, shelved, retracted, or carried ones off this rail alone. */
import { discard, setStatus, takeOff } from '../../core/acts.ts'
import type { EditSet, Wish } from '../../core/edit.ts'
import type { BriefRow } from '../../core/rail.ts'
import { allToShelf } from '../../core/several.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type RowKey } from '../stores/selection.ts'
import { useSeveral } from '../stores/several.ts'
import { useUi } from '../stores/ui.ts'
import { inTurn } from './turns.ts'

export interface Removal {
  /** At once, or asking how where readers see one of them. */
  readonly remove: (rows: readonly BriefRow[]) => void
  readonly removeLead: () => Promise<void>
  /** What readers see; the others are taken away. */
  readonly retract: (rows: readonly BriefRow[]) => Promise<void>
  /** Discarded, or carried ones off this rail. */
  readonly takeAway: (rows: readonly BriefRow[]) => Promise<void>
  /** On top where nothing else is said. */
  readonly shelve: (rows: readonly BriefRow[], where?: Wish['where']) => Promise<void>
}

/** What a brief is called where it is spoken of. */
export function nameOf({ brief }: BriefRow): string {
  return brief.kicker.trim() || t('board.noKicker')
}

/** What became of briefs: of one by its name, of several by their count. */
export function didTo(
  what: 'ready' | 'draft' | 'pinned' | 'unpinned' | 'discarded' | 'shelved' | 'takenOff' | 'retracted' | 'duplicated',
  rows: readonly BriefRow[],
): string {
  const [row] = rows
  return rows.length === 1 && row !== undefined ? t(`did.${what}`, { kicker: nameOf(row) }) : t(`did.briefs.${what}`, { n: rows.length })
}

/** Each of these offers undo rather than asking first. */
export function useRemoval(): Removal {
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const several = useSeveral()
  const ui = useUi()

  async function done(sets: readonly EditSet[], text: string, next: RowKey | undefined): Promise<void> {
    if (!(await rail.act(sets))) return
    several.clear()
    ui.say(text, { undo: true })
    if (next !== undefined) selection.goTo(next)
  }

  /** The row that takes the place of those that go: the next that stays, else the one before. */
  function neighbour(gone: readonly BriefRow[]): RowKey | undefined {
    const ids = new Set<RowKey>(gone.map(({ id }) => id))
    const last = rows.keys.findLastIndex((key) => ids.has(key))
    const next = rows.keys[last + 1]
    return next === 'discussion' ? rows.keys.slice(0, last).findLast((key) => !ids.has(key)) : next
  }

  const isOwn = (row: BriefRow): boolean => row.carried === undefined

  function away(gone: readonly BriefRow[]): EditSet[] {
    const carried = gone.filter((row) => !isOwn(row)).map(({ id }) => id)
    const off = carried.length === 0 ? [] : takeOff(rail.records, rail.channel.key, rail.day, ...carried)
    return [...gone.filter(isOwn).flatMap((row) => discard(row.record)), ...off]
  }

  const takeAway = (gone: readonly BriefRow[]): Promise<void> =>
    done(away(gone), didTo(gone.some(isOwn) ? 'discarded' : 'takenOff', gone), neighbour(gone))

  return {
    takeAway,
    remove(gone) {
      if (gone.some(({ id }) => rail.base.has(id))) ui.discarding = gone.map(({ id }) => id)
      else void inTurn(() => takeAway(gone))
    },
    /** A carried lead is taken off this rail, its own retracted. */
    removeLead() {
      const { id, record, lead, carried } = rail.board.lead
      const kicker = lead.headline.trim() || t('board.lead')
      return carried === undefined
        ? done(setStatus(record, id, 'retracted'), t('did.retracted', { kicker }), 'lead')
        : done(takeOff(rail.records, rail.channel.key, rail.day, id), t('did.takenOff', { kicker }), 'lead')
    },
    retract(gone) {
      const seen = gone.filter(({ id }) => rail.base.has(id))
      const others = gone.filter(({ id }) => !rail.base.has(id))
      const sets = [...seen.flatMap((row) => setStatus(row.record, row.id, 'retracted')), ...away(others)]
      return done(sets, didTo('retracted', seen), gone.length === 1 ? gone[0]?.id : seen[0]?.id)
    },
    shelve: (gone, where) => done(allToShelf(gone, rail.channel.key, where), didTo('shelved', gone), neighbour(gone)),
  }
}
