/** The native menu, made of the one key table: acts go to the focused window, which does them as it does its own keys. */
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { acts, keyTable, type Act, type MenuName } from '../src/core/keys.ts'
import type { Result } from '../src/core/contract/failure.ts'
import type { Hello } from '../src/core/contract/hello.ts'
import { ar } from '../src/core/messages/ar.ts'
import { en } from '../src/core/messages/en.ts'
import { deskLanguage, type DeskLanguage } from '../src/core/messages/languages.ts'
import type { Host } from '../src/node/host.ts'
import { tell } from './ipc.ts'

const isMac = process.platform === 'darwin'
const separator: MenuItemConstructorOptions = { type: 'separator' }

/** What Electron calls keys that the table names as browsers do. */
const names: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** Undo and redo are decided by where the focus is: in a field they are the field's. */
const ofFocus: readonly Act[] = ['undo', 'redo']

/** Opens a window that shows what an address's hash says; today of the first channel where it says nothing. */
export type NewWindow = (hash: string) => void
type Words = typeof en
const catalogues: Readonly<Record<DeskLanguage, Words>> = { en, ar }

/** Shows the menu bar in the desk's language, now and whenever another is chosen. */
export async function showMenu(host: Host, newWindow: NewWindow): Promise<void> {
  let shown: DeskLanguage | undefined
  const show = async (): Promise<void> => {
    const hello = (await host.call('menu', 'hello', {})) as Result<Hello>
    const language = deskLanguage(hello.ok ? hello.value.settings.language : 'system', app.getPreferredSystemLanguages())
    if (language === shown) return
    shown = language
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(catalogues[language], newWindow)))
  }
  host.on(({ kind }) => {
    if (kind === 'hello') void show()
  })
  await show()
}

/** The template of the menu bar. All acts but `newWindow` are the windows' own. */
function menuTemplate(words: Words, newWindow: NewWindow): MenuItemConstructorOptions[] {
  const { menus } = words
  const acts = (name: MenuName) => actsOf(name, words, newWindow)
  const menu = (name: MenuName, submenu: MenuItemConstructorOptions[]) => ({ label: menus[name], submenu })
  const end: MenuItemConstructorOptions = isMac ? { role: 'close', label: menus.closeWindow } : { role: 'quit', label: menus.quit }
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    menu('file', [...acts('file'), separator, end]),
    menu('edit', [
      ...acts('edit'),
      separator,
      { role: 'cut', label: menus.cut },
      { role: 'copy', label: menus.copy },
      { role: 'paste', label: menus.paste },
      { role: 'selectAll', label: menus.selectAll },
    ]),
    menu('brief', acts('brief')),
    menu('view', [...acts('view'), separator, ...viewRoles(menus)]),
    menu('launch', acts('launch')),
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    menu('help', [...acts('help'), ...(isMac ? [] : [separator, { role: 'about', label: menus.about } as const])]),
  ]
}

function viewRoles(menus: Words['menus']): MenuItemConstructorOptions[] {
  const sizes: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: menus.resetZoom },
    { role: 'zoomIn', label: menus.zoomIn },
    { role: 'zoomOut', label: menus.zoomOut },
    { role: 'togglefullscreen', label: menus.fullScreen },
  ]
  // For those who work on the program; to an editor a reload is only a way to lose the thread. Ctrl+Shift+I is an act of the desk.
  return app.isPackaged ? sizes : [...sizes, separator, { role: 'reload' }, { role: 'toggleDevTools', accelerator: 'F12' }]
}

function actsOf(name: MenuName, words: Words, newWindow: NewWindow): MenuItemConstructorOptions[] {
  return acts.filter((act) => keyTable[act].menu === name).map((act) => item(act, words, newWindow))
}

function item(act: Act, words: Words, newWindow: NewWindow): MenuItemConstructorOptions {
  return {
    label: words.acts[act],
    ...shownKey(act),
    click: (_item, window) => {
      if (!(window instanceof BrowserWindow)) {
        if (act === 'newWindow') newWindow('')
      } else if (act === 'newWindow') newWindow(new URL(window.webContents.getURL()).hash)
      else tell(window.webContents, { kind: 'act', act })
    },
  }
}

/**
 * The key beside an act. Only a combination with Ctrl or Cmd, or a function key, is registered: anything else a
 * person may be typing. A Mac registers whatever it shows, so there such keys stand in the key sheet alone.
 */
function shownKey(act: Act): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const { keys } = keyTable[act]
  const key = keys.find(isCommand) ?? keys[0]
  if (key === undefined) return {}
  const accelerator = acceleratorOf(key)
  if (isCommand(key)) return { accelerator, registerAccelerator: !ofFocus.includes(act) }
  return isMac ? {} : { accelerator, registerAccelerator: false }
}

function isCommand(key: string): boolean {
  return /^Mod\+|^F\d+$/.test(key)
}

function acceleratorOf(key: string): string {
  const parts = key.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return parts.join('+')
}
