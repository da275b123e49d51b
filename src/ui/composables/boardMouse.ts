/** What the mouse, the clipboard and Enter in a field of one line do on the board. */
import { doAct } from '../acts.ts'
import { beginDrag } from '../drag.ts'
import { match } from '../keys.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type CardField, type RowKey } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { makeLink } from './markdown.ts'
import { inTurn } from './turns.ts'

const keyAt = (target: EventTarget | null): RowKey | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
const inCard = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-card]') !== null

/** Listeners for the board as a whole: rows are many, and come and go. */
export function useBoardMouse(cards: Cards) {
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()

  function openMenu(row: RowKey, x: number, y: number): void {
    selection.select(row)
    ui.rowMenu = { row, x, y }
  }

  function click({ target }: MouseEvent): void {
    const key = keyAt(target)
    if (key === undefined || !(target instanceof Element) || inCard(target)) return
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
    const menu = target.closest('[data-menu]')?.getBoundingClientRect()
    if (menu !== undefined) openMenu(key, menu.left, menu.bottom)
    else if (act === 'retimeToFit' || act === 'sortBack') {
      selection.select(key)
      doAct(act)
    } else {
      const part = target.closest<HTMLElement>('[data-part]')?.dataset.part as CardField | undefined
      // The lead and the discussion open at their first field.
      void inTurn(() => cards.open(key, rows.rowOf(key) === undefined ? undefined : part))
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
    else openMenu(key, row.left + 96, row.top + 32)
  }

  /** Enter in a field of one line goes on to the next; Ctrl+K in a text makes a link. */
  function keydown(event: KeyboardEvent): void {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.isComposing) return
    const { line } = target.dataset
    if (target instanceof HTMLTextAreaElement && line === 'false' && event.key !== 'F1' && match(event)?.act === 'palette') {
      event.preventDefault()
      makeLink(target)
    } else if (line === 'true' && event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      const fields = [...(target.closest('[data-card]')?.querySelectorAll<HTMLElement>('input,textarea') ?? [])]
      fields[fields.indexOf(target) + 1]?.focus()
    }
  }

  function pointerdown(event: PointerEvent): void {
    const row = rows.rowOf(keyAt(event.target))
    if (row !== undefined && row.carried === undefined && !inCard(event.target) && !session.readOnly) beginDrag(event, row)
  }

  /** Text pasted on the board is text to import. */
  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (inCard(event.target) || session.readOnly || text.trim() === '') return
    event.preventDefault()
    ui.openImport({ kind: 'text', text })
  }

  function drop(event: DragEvent): void {
    const [file] = event.dataTransfer?.files ?? []
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    if (inCard(event.target) || session.readOnly || (file === undefined && text === '')) return
    event.preventDefault()
    ui.openImport(file === undefined ? { kind: 'text', text } : { kind: 'file', file })
  }

  /** Only over a card's own fields does the browser drop by itself. */
  function dragover(event: DragEvent): void {
    if (!inCard(event.target)) event.preventDefault()
  }

  return { click, focusin, contextmenu, keydown, pointerdown, paste, drop, dragover }
}
