/** The system's own dialogs: the one way by which a path comes into the program. */
import { BrowserWindow, dialog, type MessageBoxOptions, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { Failure } from '../src/core/contract/failure.ts'
import { failureOf } from '../src/node/failure.ts'
import type { Picker } from '../src/node/host.ts'

export const dialogs: Picker = {
  async folder(title) {
    const options: OpenDialogOptions = { ...(title === '' ? {} : { title }), properties: ['openDirectory', 'createDirectory'] }
    const window = BrowserWindow.getFocusedWindow()
    const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
    return filePaths[0]
  },
  async saveZip(name) {
    const options: SaveDialogOptions = { defaultPath: name, filters: [{ name: 'Zip', extensions: ['zip'] }] }
    const window = BrowserWindow.getFocusedWindow()
    const { filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
    return filePath || undefined
  },
}

/** Asks a person; answers whether they chose the first of the two. The second is what Escape means. */
export async function ask(window: Electron.BrowserWindow, message: string, detail: string, choices: [string, string]): Promise<boolean> {
  const options: MessageBoxOptions = { type: 'warning', message, detail, buttons: choices, defaultId: 1, cancelId: 1 }
  return (await dialog.showMessageBox(window, options)).response === 0
}

/** Tells a person what could not be done. */
export async function tellFailure(window: Electron.BrowserWindow, { message }: Failure): Promise<void> {
  await dialog.showMessageBox(window, { type: 'warning', message, buttons: ['OK'] })
}

/** Tells that the desk cannot run at all. */
export function tellEnd(error: unknown): void {
  dialog.showErrorBox('Newsrail could not start', failureOf(error).message)
}
