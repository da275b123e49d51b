/**
 * Gives each test a desk of its own: a fresh home folder, a library in it, and a running host. Which host is the
 * project's name; specs use `desk` and what is on its pages, and know nothing of the host.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test as base, type Browser, type Page, type TestInfo } from '@playwright/test'
import { startBrowserHost } from './browserHost.ts'
import { startElectronHost } from './electronHost.ts'
import { locale, timezoneId, type Host, type Start } from './host.ts'

export { expect }

export interface Desk {
  /** The first window; after a restart, the new first window. */
  readonly page: Page
  /** The person's home folder on this machine. */
  readonly home: string
  /** The library's folder: where a first start makes it if nothing else is said. */
  readonly library: string
  /** Another window on the same desk. */
  newWindow: () => Promise<Page>
  /** Does what saves a file from the first window; answers its name and what is in it. */
  saving: (act: () => Promise<void>) => Promise<{ name: string; text: string }>
  /** Quits (unless it was killed) and starts again. */
  restart: () => Promise<Page>
  kill: () => Promise<void>
  /** Runs `newsrail` on this library, as the same person. */
  newsrail: (args: readonly string[], input?: string) => Promise<{ code: number | null; stdout: string; stderr: string }>
}

interface Options {
  /** Whether nothing is there yet; else there is a library with one channel, "Read next", and nothing in it. */
  firstStart: boolean
}

export const test = base.extend<Options & { desk: Desk }, { chromium: Browser | undefined }>({
  firstStart: [false, { option: true }],

  chromium: [
    async ({ playwright, launchOptions }, use, { project }) => {
      if (project.name === 'electron') return use(undefined)
      const browser = await playwright.chromium.launch(launchOptions)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],

  desk: async ({ firstStart, chromium }, use, testInfo) => {
    const home = await mkdtemp(join(tmpdir(), 'newsrail-e2e-'))
    const library = join(home, 'Newsrail')
    const env = environment(home)
    const newsrail: Desk['newsrail'] = (args, input) => cli(env, [...args, '--library', library], input)
    if (!firstStart) {
      const made = await newsrail(['init', '--title', 'Read next', '--language', locale, '--zone', timezoneId])
      expect(made, made.stderr).toMatchObject({ code: 0 })
    }
    const start: Start = { env, args: firstStart ? [] : ['--library', library] }
    const problems: string[] = []
    const run = async () => watched(await (chromium ? startBrowserHost(chromium, start) : startElectronHost(start)), problems)

    const first = await run()
    const now: { host: Host | undefined; page: Page } = { host: first, page: first.page }
    await use({
      get page() {
        return now.page
      },
      home,
      library,
      newsrail,
      newWindow: () => running(now.host).newWindow(),
      saving: async (act) => {
        const path = join(home, 'saved')
        const name = await running(now.host).saving(path, act)
        return { name, text: await readFile(path, 'utf8') }
      },
      kill: async () => {
        await running(now.host).kill()
        now.host = undefined
      },
      restart: async () => {
        await now.host?.quit()
        now.host = await run()
        now.page = now.host.page
        return now.page
      },
    })

    if (now.host && testInfo.status !== testInfo.expectedStatus) await attach(now.host, testInfo)
    await now.host?.quit()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
    expect(problems, 'errors in the pages').toEqual([])
  },
})

function running(host: Host | undefined): Host {
  if (host === undefined) throw new Error('The desk was killed; restart it first')
  return host
}

/** This machine's environment with a home of its own, where Electron and the desk keep all that they keep. */
function environment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !name.startsWith('XDG_'))
  const places = { HOME: home, USERPROFILE: home, APPDATA: join(home, 'AppData'), NEWSRAIL_HOME: join(home, 'settings') }
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...places, TZ: timezoneId, LANG: 'en_GB.UTF-8' }
}

async function cli(env: Record<string, string>, args: readonly string[], input = '') {
  const child = spawn(process.execPath, ['out/main/cli.js', ...args], { env })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, stdout, stderr }
}

/** Notes what goes wrong in any window without a person seeing it. */
function watched(host: Host, problems: string[]): Host {
  const watch = (page: Page) => {
    page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy')) problems.push(message.text())
    })
    return page
  }
  watch(host.page)
  return { ...host, newWindow: async () => watch(await host.newWindow()) }
}

async function attach(host: Host, testInfo: TestInfo): Promise<void> {
  for (const [index, page] of host.pages().entries()) {
    const body = await page.screenshot({ timeout: 5_000 }).catch(() => undefined)
    if (body) await testInfo.attach(`window ${index + 1}`, { body, contentType: 'image/png' })
  }
  await testInfo.attach('what the host printed', { body: host.log(), contentType: 'text/plain' })
}
