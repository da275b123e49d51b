/** The one way between windows and the desk: every call through one check, every word to a window through one function. */
import { BrowserWindow, ipcMain, type MessagePortMain, type WebContents, type WebFrameMain } from 'electron'
import type { Output } from '../src/core/contract.ts'
import type { Result } from '../src/core/contract/failure.ts'
import { clientName } from '../src/node/client.ts'
import type { Host } from '../src/node/host.ts'
import type { Told } from './preload.ts'

export const appOrigin = 'app://newsrail'
const channel = 'newsrail'

const refused: Result<never> = { ok: false, error: { code: 'refused', message: 'Only the desk’s own window may call the desk.' } }

/** Which client each window is now; a window that loads anew draws a new name. */
const clients = new Map<WebContents, string>()

/** Answers the contract for the windows of this program, and tells them the desk's events. `onView` hears which rail one looks at. */
export function answerWindows(host: Host, onView: (view: Output<'view'>) => void): void {
  ipcMain.handle(channel, async ({ sender, senderFrame }, name: unknown, command: unknown, input: unknown) => {
    const client = clientName(name)
    if (!isOwnFrame(sender, senderFrame) || client === undefined || typeof command !== 'string') return refused
    if (clients.get(sender) !== client) become(host, sender, client)
    const answer = await host.call(client, command, input)
    if (command === 'view' && answer.ok) onView(answer.value as Output<'view'>)
    return answer
  })
  host.on((event) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) tell(webContents, { kind: 'event', event })
  })
}

/** The whole page of a window, never a frame in it, and from this very origin. */
function isOwnFrame(sender: WebContents, frame: WebFrameMain | null): boolean {
  return frame !== null && frame === sender.mainFrame && frame.origin === appOrigin
}

function become(host: Host, window: WebContents, client: string): void {
  const before = clients.get(window)
  if (before === undefined) window.once('destroyed', () => forget(host, window))
  else host.drop(before)
  clients.set(window, client)
}

/** The page of a window is gone; what it was editing is no longer edited. */
export function forget(host: Host, window: WebContents): void {
  const client = clients.get(window)
  clients.delete(window)
  if (client !== undefined) host.drop(client)
}

/** Whether the window's page has spoken to the desk, so that it may hold words. */
export function isClient(window: WebContents): boolean {
  return clients.has(window)
}

export function tell(window: WebContents, told: Told, ports: MessagePortMain[] = []): void {
  if (!window.isDestroyed() && !window.isCrashed()) window.postMessage(channel, told, ports)
}
