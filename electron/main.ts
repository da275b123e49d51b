/** The desk in Electron: what happens, in order; how is in the files it names. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { createHost } from '../src/node/host.ts'
import { libraryNamed, openAtStart } from '../src/node/opening.ts'
import { rendererFolder } from '../src/node/program.ts'
import { settingsFolder } from '../src/node/settings.ts'
import { answerProcesses } from '../src/node/socket.ts'
import { windowStateFile } from '../src/node/window-state.ts'
import { confineWindows } from './confine.ts'
import { dialogs, tellEnd } from './dialogs.ts'
import { answerWindows } from './ipc.ts'
import { showMenu } from './menu.ts'
import { declareProtocol, servePages } from './protocol.ts'
import { showAsked, type Asked } from './second-instance.ts'
import { beginSpelling, spellAs } from './spelling.ts'
import { openWindow, type WindowContext } from './window.ts'

const settings = settingsFolder(process.env, process.platform)
const asked: Asked = { library: libraryNamed(process.argv.slice(1), process.cwd()) }

keepApart(join(settings, 'electron'))
declareProtocol()
if (app.requestSingleInstanceLock(asked)) {
  start().catch((error: unknown) => {
    tellEnd(error)
    app.exit(1)
  })
} else app.quit()

/** What Chromium keeps, and with it the one instance, belongs to these settings. */
function keepApart(folder: string): void {
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}

async function start(): Promise<void> {
  await app.whenReady()
  const host = createHost({ kind: 'electron', version: app.getVersion(), settingsFolder: settings, picker: dialogs })
  let quitting = false
  let stopAnswering = (): Promise<void> => Promise.resolve()
  const windows: WindowContext = {
    host,
    states: windowStateFile(settings),
    onKept: () => {
      quitting = false
    },
  }
  const newWindow = (hash = ''): void => void openWindow(windows, hash)

  servePages({ host, renderer: rendererFolder })
  answerWindows(host, spellAs)
  beginSpelling()
  confineWindows(newWindow)
  await showMenu(host, newWindow)

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) newWindow()
  })
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void Promise.allSettled([stopAnswering(), host.close()]).then(() => app.exit())
  })

  const open = async (): Promise<void> => {
    // Where it cannot be opened, the window says why and what can be done.
    await openAtStart(host, asked.library)
    stopAnswering = await answerProcesses(host, console.error)
    await openWindow(windows)
  }
  const opened = open()
  // One that comes while this one starts waits until it has.
  app.on('second-instance', (_event, _args, _folder, theirs) => void opened.then(() => showAsked(windows, theirs as Asked)))
  await opened
}
