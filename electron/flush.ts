/** Words that are still under way when a window closes: recorded first, and never given up without a person's word. */
import { MessageChannelMain } from 'electron'
import { ask } from './dialogs.ts'
import { isClient, tell } from './ipc.ts'

/** How long a window may take to record what it holds. */
const patience = 5_000

/** Asks a window to record all words it holds; answers whether it said that they are. */
export function recordWords({ webContents }: Electron.BrowserWindow): Promise<boolean> {
  // A page that never spoke to the desk, or is no more, holds nothing.
  if (!isClient(webContents) || webContents.isCrashed()) return Promise.resolve(true)
  const { port1, port2 } = new MessageChannelMain()
  return new Promise((resolve) => {
    const end = (kept: boolean): void => {
      clearTimeout(timer)
      port1.close()
      resolve(kept)
    }
    const timer = setTimeout(() => end(false), patience)
    port1.on('message', ({ data }) => end(data === true))
    port1.start()
    tell(webContents, { kind: 'flush' }, [port2])
  })
}

/** Whether a window may go: its words are recorded, or a person gives up those that could not be. */
export async function mayClose(window: Electron.BrowserWindow): Promise<boolean> {
  if (await recordWords(window)) return true
  if (window.isDestroyed()) return true
  return ask(
    window,
    'The last words typed here could not be saved.',
    'They are still in the window. Keep it open to copy them, or to try again; what was shown as saved is safe either way.',
    ['Close and lose them', 'Keep the window open'],
  )
}
