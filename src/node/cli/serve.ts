import { once } from 'node:events'
import { resolve } from 'node:path'
import { createHost } from '../host.ts'
import { openAtStart } from '../opening.ts'
import { programVersion, rendererFolder } from '../program.ts'
import { answerProcesses } from '../socket.ts'
import { serveWeb, type WebHost } from '../web.ts'
import { keepDoor, newToken, readDoor } from '../web/door.ts'
import { zipAddress, type Pages } from '../web/pages.ts'
import { openInBrowser } from './browser.ts'
import { command, UsageError } from './command.ts'
import { ownSettings } from './desk.ts'
import { print, remark } from './output.ts'

export const serve = command({
  name: 'serve',
  does: 'serves the desk to a browser on this machine, and prints its address',
  options: {
    port: { type: 'string', value: 'N', does: 'the port; else any that is free' },
    open: { type: 'boolean', does: 'open the browser too' },
    'no-open': { type: 'boolean', does: 'open no browser, which is what it does anyway' },
  },
  example: 'newsrail serve --port 8080 --library ~/Newsrail',
  act: ({ values }) => serveDesk({ ...values, open: values.open === true && values['no-open'] !== true }),
})

export interface Serving {
  readonly library?: string | undefined
  readonly port?: string | undefined
  readonly open: boolean
  readonly json?: boolean | undefined
}

/** Serves until it is told to end. */
export async function serveDesk({ library, port, open, json }: Serving): Promise<number> {
  const wanted = portOf(port)
  const host = createHost({ kind: 'web', version: await programVersion(), settingsFolder: ownSettings(), picker: {}, download: zipAddress })
  const ended = endOf(process)
  let stopAnswering = (): Promise<void> => Promise.resolve()
  try {
    const failure = await openAtStart(host, library === undefined ? undefined : resolve(library))
    if (failure !== undefined) remark(failure.message)
    stopAnswering = await answerProcesses(host, remark)
    const web = await serveAgain({ host, renderer: rendererFolder }, wanted)
    print(json === true ? JSON.stringify({ address: web.address }) : `The desk is at ${web.address}\nCtrl+C ends it.`)
    if (open && !(await openInBrowser(web.address))) remark('No browser could be opened from here: open the address yourself.')
    await ended
    web.close()
    return 0
  } finally {
    await stopAnswering()
    await host.close()
  }
}

/** At the door of before where that is free: windows that a crash left open go on by themselves. */
async function serveAgain(pages: Pages, wanted: number | undefined): Promise<WebHost> {
  const settings = ownSettings()
  const before = await readDoor(settings)
  if (before !== undefined && (wanted === undefined || wanted === before.port)) {
    const again = await serveWeb({ ...pages, ...before }).catch(() => undefined)
    if (again !== undefined) return again
  }
  const token = newToken()
  const web = await serveWeb({ ...pages, port: wanted, token })
  // A second desk at the same time leaves the first one's door alone.
  if (before === undefined || wanted !== undefined) await keepDoor(settings, { port: web.port, token })
  return web
}

function portOf(port: string | undefined): number | undefined {
  if (port === undefined) return undefined
  const number = Number(port)
  if (!/^\d+$/.test(port) || number > 65_535) throw new UsageError(`"${port}" is no port: a number up to 65535.`)
  return number
}

/** When this process is told to end; being told again does not hurry it, since words are being written. */
async function endOf(process: NodeJS.Process): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, () => undefined)
  await Promise.race(signals.map((signal) => once(process, signal)))
}
