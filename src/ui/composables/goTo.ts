/** Going to a brief wherever it stands: its channel, its day, its row. */
import { nextTick } from 'vue'
import { useRail } from '../stores/rail.ts'
import { useSelection } from '../stores/selection.ts'
import { useUi } from '../stores/ui.ts'
import type { AlertPlace } from './alertWords.ts'
import type { Cards } from './cards.ts'
import { inTurn } from './turns.ts'

export type GoTo = (place: AlertPlace) => void

export function useGoTo(cards: Cards): GoTo {
  const rail = useRail()
  const selection = useSelection()
  const ui = useUi()

  async function go({ channel, day, record }: AlertPlace): Promise<void> {
    ui.drawer = undefined
    const here = channel === rail.channel.key && day === rail.day
    if ((here && selection.open?.row === record) || !(await cards.close(false))) return
    if (!here) await rail.show(channel, day)
    // A rail that comes into view first selects what is newest.
    await nextTick()
    selection.goTo(record)
  }

  return (place) => void inTurn(() => go(place))
}
