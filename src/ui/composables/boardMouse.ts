/** What the mouse, the clipboard and Enter in a field of one line do on the board. */
import { doAct } from '../acts.ts'
import { fromStart } from '../direction.ts'
import { beginDrag } from '../drag.ts'
import { fieldAfter } from '../fields.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type CardField, type RowKey } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useSeveral } from '../stores/several.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { filesOf, inCard, isImage, keyAt, useIllustrating } from './illustrating.ts'
import { inTurn } from './turns.ts'

/** Listeners for the board as a whole: rows are many, and come and go. */
export function useBoardMouse(cards: Cards) {
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const several = useSeveral()
  const ui = useUi()
  const illustrate = useIllustrating(cards)
  /** The row that was selected before the press: it takes the focus before it is a click. */
  let before: RowKey | undefined

  function openMenu(row: RowKey, x: number, y: number): void {
    // The menu of a row beside the selection is that row's alone.
    if (!several.ids.has(row)) several.clear()
    selection.select(row)
    ui.rowMenu = { row, x, y }
  }

  function click({ target, clientX, clientY, ctrlKey, metaKey, shiftKey }: MouseEvent): void {
    const key = keyAt(target)
    if (key === undefined || !(target instanceof Element) || inCard(target)) return
    if (rows.rowOf(key) !== undefined && (ctrlKey || metaKey || shiftKey)) {
      if (shiftKey) several.extend(before, key)
      else several.toggle(key)
      return
    }
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
    const menu = target.closest('[data-menu]')?.getBoundingClientRect()
    if (menu !== undefined) openMenu(key, fromStart(menu, 0), menu.bottom)
    else if (act === 'retimeToFit' || act === 'sortBack') {
      selection.select(key)
      doAct(act)
    } else {
      const part = target.closest<HTMLElement>('[data-part]')?.dataset.part as CardField | undefined
      // The lead and the discussion open at their first field.
      void inTurn(() => cards.open(key, rows.rowOf(key) === undefined ? undefined : part, { x: clientX, y: clientY }))
    }
  }

  /** The row with the focus is the one that keys act on, however the focus came there. */
  function focusin({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.dataset.row !== undefined) selection.select(target.dataset.row)
  }

  function contextmenu(event: MouseEvent): void {
    const key = keyAt(event.target)
    if (key === undefined || inCard(event.target) || rows.rowOf(key) === undefined) return
    event.preventDefault()
    const row = event.target instanceof Element ? event.target.closest('[data-row]')?.getBoundingClientRect() : undefined
    // The menu key gives no place of its own.
    if (event.button === 2 || row === undefined) openMenu(key, event.clientX, event.clientY)
    else openMenu(key, fromStart(row, 96), row.top + 32)
  }

  /** Enter in a field of one line goes on to the next. */
  function keydown(event: KeyboardEvent): void {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.isComposing) return
    if (target.dataset.line !== 'true' || event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    fieldAfter(target)?.focus()
  }

  function pointerdown(event: PointerEvent): void {
    before = selection.selected
    const row = rows.rowOf(keyAt(event.target))
    if (row !== undefined && row.carried === undefined && !inCard(event.target) && !session.readOnly) beginDrag(event, row)
  }

  /** An image pasted is the row's; text pasted on the board is text to import. */
  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const [image] = filesOf(event.clipboardData).filter(isImage)
    // Word processors send a picture of the words with the words.
    if (image !== undefined && text.trim() === '' && !session.readOnly) {
      event.preventDefault()
      void illustrate(keyAt(event.target), image)
      return
    }
    if (inCard(event.target) || session.readOnly || text.trim() === '') return
    event.preventDefault()
    ui.openImport({ kind: 'text', text })
  }

  return { click, focusin, contextmenu, keydown, pointerdown, paste }
}
