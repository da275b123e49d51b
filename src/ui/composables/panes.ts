/** The panes beside the board: shown or not, how wide, and going from one to the next. */
import { computed, nextTick, shallowRef, watch, type Ref } from 'vue'
import { provideActs } from '../acts.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi, type SideTab } from '../stores/ui.ts'
import type { Room } from './width.ts'

type Side = 'left' | 'right'

export function usePanes(room: Readonly<Ref<Room>>) {
  const session = useSession()
  const selection = useSelection()
  const ui = useUi()
  /** Widths while they are dragged, before they are remembered. */
  const left = shallowRef(session.settings.leftPane)
  const right = shallowRef(session.settings.rightPane)
  watch(
    () => session.settings,
    (settings) => {
      left.value = settings.leftPane
      right.value = settings.rightPane
    },
  )

  const isDrawer = (side: Side): boolean => (side === 'right' ? room.value !== 'wide' : room.value === 'narrow' || room.value === 'slim')
  const open = computed(() => ({
    left: isDrawer('left') ? ui.drawer === 'left' : session.settings.leftOpen,
    right: isDrawer('right') ? ui.drawer === 'right' : session.settings.rightOpen || ui.sheet !== undefined,
  }))

  function toggle(side: Side): void {
    if (isDrawer(side)) ui.drawer = ui.drawer === side ? undefined : side
    else void session.saveSettings(side === 'left' ? { leftOpen: !session.settings.leftOpen } : { rightOpen: !session.settings.rightOpen })
  }

  // The launch sheet lies over the right pane, so it brings that along, and takes its drawer away again.
  watch(
    () => ui.sheet,
    (sheet, before) => {
      if (!isDrawer('right')) return
      if (sheet !== undefined) ui.drawer = 'right'
      else if (before !== undefined) ui.drawer = undefined
    },
  )
  watch(room, () => {
    ui.drawer = ui.sheet !== undefined && isDrawer('right') ? 'right' : undefined
  })

  /** The first thing in a pane that takes the focus. */
  function enter(pane: HTMLElement): void {
    if (pane.dataset.pane === 'board') {
      selection.goTo(selection.selected ?? 'lead')
      return
    }
    const first = pane.querySelector<HTMLElement>('button:not(:disabled),[href],input,select,textarea,[tabindex="0"]')
    ;(pane.querySelector<HTMLElement>('[role=option][tabindex="0"]') ?? first)?.focus()
  }

  function next(): void {
    const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.getClientRects().length > 0)
    const at = panes.findIndex((pane) => pane.contains(document.activeElement))
    const pane = panes[(at + 1) % panes.length]
    if (pane !== undefined) enter(pane)
  }

  /** Brings a tab of the pane beside the board into sight, with the focus in it. */
  async function showTab(tab: SideTab): Promise<void> {
    ui.closeSheet()
    ui.tab = tab
    await nextTick()
    if (isDrawer('right')) ui.drawer = 'right'
    else if (!session.settings.rightOpen) void session.saveSettings({ rightOpen: true })
    await nextTick()
    document.querySelector<HTMLElement>('[data-pane="side"] [role="tabpanel"]')?.focus()
  }

  // A brief that was searched for is there to be seen, whatever is folded away.
  watch(
    () => ui.shelfWanted,
    (wanted) => {
      if (wanted === undefined) return
      if (isDrawer('left')) ui.drawer = 'left'
      else if (!session.settings.leftOpen) void session.saveSettings({ leftOpen: true })
    },
    { flush: 'sync' },
  )

  const hasRecord = (): boolean => selection.record !== undefined
  provideActs({
    nextPane: { run: next },
    history: { enabled: hasRecord, run: () => showTab('history') },
    elsewhere: { enabled: hasRecord, run: () => showTab('elsewhere') },
  })

  return {
    left,
    right,
    open,
    isDrawer,
    toggle,
    /** Takes a drawer away, except from under the launch sheet. */
    shut(): void {
      if (ui.sheet === undefined) ui.drawer = undefined
    },
    remember: () => void session.saveSettings({ leftPane: left.value, rightPane: right.value }),
  }
}
