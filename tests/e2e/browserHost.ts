import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import { locale, timezoneId, type Host, type Start } from './host.ts'

/** The web host as a process of its own, and a browser that has opened its address. */
export async function startBrowserHost(browser: Browser, { env, args }: Start): Promise<Host> {
  const server = spawn(process.execPath, ['out/main/cli.js', 'serve', '--no-open', '--json', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit')
  let log = ''
  server.stderr.on('data', (text: Buffer) => (log += text.toString()))
  const address = await addressFrom(server, () => log)
  const context = await browser.newContext({ locale, timezoneId, viewport: { width: 1440, height: 900 } })
  const open = async () => {
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  const page = await open()
  return {
    page,
    pages: () => context.pages(),
    newWindow: open,
    saving: async (path, act) => {
      const download = page.waitForEvent('download')
      await act()
      await (await download).saveAs(path)
      return (await download).suggestedFilename()
    },
    quit: async () => {
      // A page that goes sends its last words; by the time another has loaded, they have arrived.
      for (const page of context.pages()) await page.goto('about:blank')
      await open()
      await context.close({ reason: 'The test quits the desk' })
      server.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      server.kill('SIGKILL')
      await ended
      await context.close()
    },
    log: () => log,
  }
}

async function addressFrom(server: ChildProcess & { stdout: NodeJS.ReadableStream }, log: () => string): Promise<string> {
  for await (const line of createInterface(server.stdout)) {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null && 'address' in said && typeof said.address === 'string') return said.address
  }
  throw new Error(`newsrail serve printed no address.\n${log()}`)
}
