import { once } from 'node:events'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { locale, timezoneId, type Host, type Start } from './host.ts'

/** The app itself, in the Electron that the electron package knows of. */
export async function startElectronHost({ env, args }: Start): Promise<Host> {
  const app = await _electron.launch({ args: [`--lang=${locale}`, '.', ...args], env, locale, timezoneId })
  const ended = once(app.process(), 'exit')
  let log = ''
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', (text: Buffer) => (log += text.toString()))
  return {
    page: await app.firstWindow(),
    pages: () => app.windows(),
    newWindow: () => newWindow(app),
    quit: async () => {
      await app.close()
      await ended
    },
    kill: async () => {
      app.process().kill('SIGKILL')
      await ended
    },
    log: () => log,
  }
}

/** File > New window, chosen in the app's own menu. */
async function newWindow(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    const item = items.find(({ label }) => label.replace('&', '').toLowerCase() === 'new window')
    if (item === undefined) throw new Error('The menu has no New window')
    Reflect.apply(item.click, item, [undefined, BrowserWindow.getAllWindows()[0]])
  })
  return opened
}
