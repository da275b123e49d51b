/** What of the window is open: sheets, dialogs, drawers, and the calm line of notices. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { RecordId } from '../../core/ids.ts'
import { announce } from '../composables/announce.ts'
import type { RowKey } from './selection.ts'

export type Dialog =
  | 'palette'
  | 'keys'
  | 'calendar'
  | 'import'
  | 'channel'
  | 'channels'
  | 'settings'
  | 'cadence'
  | 'search'
  | 'shift'
  | 'tags'
  | 'moveTo'
  | 'copyTo'
/** What the pane beside the board shows. */
export const sideTabs = ['preview', 'checks', 'elsewhere', 'history'] as const
export type SideTab = (typeof sideTabs)[number]

/** Text that was pasted or dropped for the import review. */
export type ImportSource = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly file: File }

/** One line in the status bar, with a way to take back what it tells of, or to go on from there. */
export interface Notice {
  readonly text: string
  readonly bad?: boolean
  /** Offers to undo the latest act, until there is another, which it would undo instead. */
  readonly undo?: boolean
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface RowMenu {
  readonly row: RowKey
  readonly x: number
  readonly y: number
}

const noticeFor = 8_000

export const useUi = defineStore('ui', () => {
  const dialog = shallowRef<Dialog>()
  const sheet = shallowRef<'launch' | 'takeDown'>()
  /** The brief that is to be taken down, while it is asked how. */
  const takingDown = shallowRef<RecordId>()
  const tab = shallowRef<SideTab>('preview')
  const importSource = shallowRef<ImportSource>()
  /** Text that was typed for an import and not taken: closing the dialog loses nothing. */
  const importDraft = shallowRef('')
  const notice = shallowRef<Notice>()
  /** The drawer over the board, where the window is too narrow for panes. */
  const drawer = shallowRef<'left' | 'right'>()
  /** Whether the list of alerts is open. */
  const alerts = shallowRef(false)
  /** What find looks for; undefined while it is closed. */
  const find = shallowRef<string>()
  /** Counts the presses of find's key, each of which brings the focus there. */
  const findAsked = shallowRef(0)
  /** The briefs whose discarding is asked about, since readers see one of them. */
  const discarding = shallowRef<readonly RecordId[]>()
  /** The row whose menu is open, and where. */
  const rowMenu = shallowRef<RowMenu>()
  /** The brief of the shelf or the discarded that the focus is wanted on. */
  const shelfWanted = shallowRef<RecordId>()
  /** Whether the rail stands there as it is printed. */
  const printing = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Says a thing in the status bar, and aloud. It goes by itself, except what is wrong. */
  function say(text: string, more: Omit<Notice, 'text'> = {}): void {
    clearTimeout(timer)
    const said: Notice = { text, ...more }
    notice.value = said
    announce(text)
    if (more.bad === true) return
    timer = setTimeout(() => {
      if (notice.value === said) notice.value = undefined
    }, noticeFor)
  }

  return {
    dialog,
    importDraft,
    sheet,
    tab,
    importSource,
    notice,
    drawer,
    alerts,
    find,
    findAsked,
    discarding,
    rowMenu,
    shelfWanted,
    takingDown,
    printing,
    say,
    openFind(): void {
      find.value ??= ''
      findAsked.value += 1
    },
    hush(): void {
      notice.value = undefined
    },
    open(which: Dialog): void {
      dialog.value = which
    },
    close(): void {
      dialog.value = undefined
      importSource.value = undefined
    },
    /** Opens the import review, with what was pasted or dropped where there is something. */
    openImport(source?: ImportSource): void {
      importSource.value = source
      dialog.value = 'import'
    },
    openSheet(): void {
      sheet.value = 'launch'
    },
    openTakeDown(record: RecordId): void {
      takingDown.value = record
      sheet.value = 'takeDown'
    },
    closeSheet(): void {
      sheet.value = undefined
    },
  }
})
