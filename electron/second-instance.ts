/** The desk was started while it runs: what was asked for is shown by the one that runs. */
import { BrowserWindow } from 'electron'
import { isOpen } from '../src/node/opening.ts'
import { tellFailure } from './dialogs.ts'
import { recordWords } from './flush.ts'
import { openWindow, type WindowContext } from './window.ts'

/** What one start tells the other. */
export interface Asked {
  readonly library: string | undefined
}

/** Brings the desk to the front, and opens the library that was named where it is another one. */
export async function showAsked(context: WindowContext, { library }: Asked): Promise<void> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? (await openWindow(context))
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  if (library === undefined || (await isOpen(context.host, library))) return
  const kept = await Promise.all(BrowserWindow.getAllWindows().map(recordWords))
  const message = `Words in a window could not be saved yet, so ${library} was not opened. Look at what the window says, and open it then.`
  const opened = kept.includes(false) ? ({ ok: false, error: { code: 'refused', message } } as const) : await context.host.open(library)
  if (!opened.ok) await tellFailure(window, opened.error)
}
