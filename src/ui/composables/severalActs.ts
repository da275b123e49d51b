/** Selecting several briefs, and the acts on them that ask for something first. */
import { watch } from 'vue'
import { provideActs } from '../acts.ts'
import { copyable } from '../copyable.ts'
import { t } from '../i18n.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useSeveral } from '../stores/several.ts'
import { useUi } from '../stores/ui.ts'
import { announce } from './announce.ts'

export function useSeveralActs(): void {
  const rail = useRail()
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const several = useSeveral()
  const ui = useUi()

  const onBrief = (): boolean => rows.rowOf(selection.selected) !== undefined
  const onSome = (): boolean => !session.readOnly && several.chosen.length > 0
  /** The lead or the discussion, where it says anything. */
  const canCopy = (): boolean => !session.readOnly && copyable(rail.board, selection.selected) !== undefined

  const extendBy = (by: 1 | -1) => (): void => {
    const next = rows.beside(selection.selected, by)
    if (next === undefined || rows.rowOf(next) === undefined) return
    several.extend(selection.selected, next)
    selection.goTo(next)
  }

  watch(
    () => several.rows.length,
    (n) => n > 0 && announce(t('several.count', {}, n)),
  )

  provideActs({
    addToSelection: {
      enabled: onBrief,
      run: () => selection.selected !== undefined && several.toggle(selection.selected),
    },
    extendUp: { enabled: onBrief, run: extendBy(-1) },
    extendDown: { enabled: onBrief, run: extendBy(1) },
    selectAll: { enabled: () => rows.own.length + rows.carried.length > 0, run: several.selectAll },
    tags: { enabled: onSome, run: () => ui.open('tags') },
    moveTo: { enabled: () => onSome() || canCopy(), run: () => ui.open(onSome() ? 'moveTo' : 'copyTo') },
  })
}
