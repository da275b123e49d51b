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
    saving: (path, act) => saving(app, path, act),
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

/** The system's save dialog, which nothing here can press, is answered before it opens. */
async function saving(app: ElectronApplication, path: string, act: () => Promise<void>): Promise<string> {
  const saved = await app.evaluateHandle(({ session }, path) => {
    const name = new Promise<string>((resolve, reject) => {
      session.defaultSession.once('will-download', (_event, item) => {
        item.setSavePath(path)
        item.once('done', (_done, state) => {
          if (state === 'completed') resolve(item.getFilename())
          else reject(new Error(`The download is ${state}`))
        })
      })
    })
    return { name }
  }, path)
  await act()
  return saved.evaluate(({ name }) => name)
}
