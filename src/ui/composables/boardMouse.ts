/** What the mouse, the clipboard and Enter in a field of one line do on the board. */
import { doAct } from '../acts.ts'
import { beginDrag } from '../drag.ts'
import { match } from '../keys.ts'
import { useImages } from '../stores/images.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type CardField, type RowKey } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import { t } from '../i18n.ts'
import type { Cards } from './cards.ts'
import { makeLink } from './markdown.ts'
import { inTurn } from './turns.ts'

const keyAt = (target: EventTarget | null): RowKey | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
const inCard = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-card]') !== null

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]
const isImage = ({ type }: File): boolean => type.startsWith('image/')

/** Listeners for the board as a whole: rows are many, and come and go. */
export function useBoardMouse(cards: Cards) {
  const rows = useRows()
  const selection = useSelection()
  const session = useSession()
  const images = useImages()
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

  /** An image for a row. Its words are asked for at once, unless something else is being done by then. */
  async function illustrate(row: RowKey | undefined, file: File): Promise<void> {
    if (row !== 'lead' && rows.rowOf(row) === undefined) {
      ui.say(t('image.notHere'))
      return
    }
    const { open } = selection
    if (open === undefined) selection.goTo(row)
    const added = await images.add(selection.recordOf(row ?? ''), file, open?.row === row ? open?.step : undefined)
    if (added && row !== undefined && selection.open === undefined && selection.selected === row) await cards.open(row, 'imageAlt')
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

  function drop(event: DragEvent): void {
    const [file] = filesOf(event.dataTransfer)
    if (file !== undefined && (isImage(file) || inCard(event.target))) {
      event.preventDefault()
      if (!session.readOnly) void illustrate(keyAt(event.target), file)
      return
    }
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    if (inCard(event.target) || session.readOnly || (file === undefined && text === '')) return
    event.preventDefault()
    ui.openImport(file === undefined ? { kind: 'text', text } : { kind: 'file', file })
  }

  /** Only text, and only over a card's own fields, does the browser drop by itself. */
  function dragover(event: DragEvent): void {
    if (!inCard(event.target) || event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }

  return { click, focusin, contextmenu, keydown, pointerdown, paste, drop, dragover }
}
