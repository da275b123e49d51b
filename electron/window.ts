/** The desk's windows: how they come, stand where they stood, go, and come back after a crash. */
import { app, BrowserWindow, screen, type Rectangle } from 'electron'
import type { Host } from '../src/node/host.ts'
import { preloadFile } from '../src/node/program.ts'
import type { WindowState, WindowStateFile } from '../src/node/window-state.ts'
import { ask } from './dialogs.ts'
import { mayClose } from './flush.ts'
import { appOrigin, forget } from './ipc.ts'
import { offerSpelling } from './spelling.ts'

export interface WindowContext {
  readonly host: Host
  readonly states: WindowStateFile
  /** A person kept a window open: the program does not quit either. */
  readonly onKept: () => void
}

const usual = { width: 1440, height: 900 }
const smallest = { minWidth: 400, minHeight: 320 }
/** So far does a further window stand from the one before. */
const step = 24

/** Opens a window on the desk; `hash` is what it shows, as a window's address says it. */
export async function openWindow(context: WindowContext, hash = ''): Promise<BrowserWindow> {
  const state = await context.states.read()
  const window = new BrowserWindow({
    ...usual,
    ...placeFor(state, BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]),
    ...smallest,
    title: app.name,
    show: false,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  })
  if (state?.maximised === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  closeWithCare(window, context)
  comeBack(window, context.host)
  offerSpelling(window.webContents)
  // Where the window itself is missing the person sees an empty one, and the terminal says why.
  window.loadURL(`${appOrigin}/${hash}`).catch((error: unknown) => console.error(error))
  return window
}

/** Where the last one was, beside one that is open now, and never where no screen is. */
function placeFor(state: WindowState | undefined, other: Electron.BrowserWindow | undefined): Partial<Rectangle> {
  const bounds = other?.getNormalBounds() ?? state?.bounds
  if (bounds === undefined) return {}
  const placed = other === undefined ? bounds : { ...bounds, x: bounds.x + step, y: bounds.y + step }
  return isOnScreen(placed) ? placed : { width: bounds.width, height: bounds.height }
}

/** Whether enough of a window can be seen to take hold of it. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height: 40 })
  const [left, right] = [Math.max(x, workArea.x), Math.min(x + width, workArea.x + workArea.width)]
  return right - left >= 100 && y >= workArea.y && y <= workArea.y + workArea.height - 40
}

/** A window goes once its words are recorded. */
function closeWithCare(window: Electron.BrowserWindow, { states, onKept }: WindowContext): void {
  let closing = false
  const close = async (): Promise<void> => {
    const state = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    const [goes] = await Promise.all([mayClose(window), states.write(state).catch(() => undefined)])
    closing = false
    if (!goes) onKept()
    else if (!window.isDestroyed()) window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    void close()
  })
}

/** A crash so soon after another is not answered by itself. */
const tooSoon = 10_000

/** A window whose page crashed loads it anew: what was acknowledged is on the disk. */
function comeBack(window: Electron.BrowserWindow, host: Host): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    forget(host, window.webContents)
    if (window.isDestroyed() || reason === 'clean-exit') return
    const now = performance.now()
    const again = now - last < tooSoon
    last = now
    if (!again) window.webContents.reload()
    else void reloadIfAsked(window, reason)
  })
}

async function reloadIfAsked(window: Electron.BrowserWindow, reason: string): Promise<void> {
  const detail = `It ended twice within seconds (${reason}). What was shown as saved is safe in the library.`
  if (await ask(window, 'This window crashed.', detail, ['Load it again', 'Leave it'])) window.webContents.reload()
}
