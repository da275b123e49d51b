/** The native menu, made of the one key table: acts go to the focused window, which does them as it does its own keys. */
import { app, BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { acts, keyTable, type Act, type MenuName } from '../src/core/keys.ts'
import { en } from '../src/core/messages/en.ts'
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

/** The template of the menu bar. `newWindow` opens one; all other acts are the windows' own. */
export function menuTemplate(newWindow: () => void): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    menu('file', [...actsOf('file', newWindow), separator, isMac ? { role: 'close' } : { role: 'quit' }]),
    menu('edit', [...actsOf('edit', newWindow), separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]),
    menu('brief', actsOf('brief', newWindow)),
    menu('view', [...actsOf('view', newWindow), separator, ...viewRoles()]),
    menu('launch', actsOf('launch', newWindow)),
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    menu('help', [...actsOf('help', newWindow), ...(isMac ? [] : [separator, { role: 'about', label: `About ${app.name}` } as const])]),
  ]
}

function menu(name: MenuName, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return { label: en.menus[name], submenu }
}

function viewRoles(): MenuItemConstructorOptions[] {
  const sizes: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }]
  // For those who work on the program; to an editor a reload is only a way to lose the thread. Ctrl+Shift+I is an act of the desk.
  return app.isPackaged ? sizes : [...sizes, separator, { role: 'reload' }, { role: 'toggleDevTools', accelerator: 'F12' }]
}

function actsOf(name: MenuName, newWindow: () => void): MenuItemConstructorOptions[] {
  return acts.filter((act) => keyTable[act].menu === name).map((act) => item(act, newWindow))
}

function item(act: Act, newWindow: () => void): MenuItemConstructorOptions {
  return {
    label: en.acts[act],
    ...shownKey(act),
    click: (_item, window) => {
      if (act === 'newWindow') newWindow()
      else if (window instanceof BrowserWindow) tell(window.webContents, { kind: 'act', act })
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
