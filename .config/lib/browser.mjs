import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { apt } from './apt.mjs'
import { run, runQuietly } from './process.mjs'
import { tool } from './tools.mjs'

/**
 * A Chromium to test with: an installed one, else one that is installed now.
 * @returns {Promise<string | undefined>} its program
 */
export async function chromium() {
  return (
    (await installed()) ??
    ((await apt(['chromium', 'fonts-dejavu-core'])) ? await installed() : undefined) ??
    ((await playwrightInstall()) ? await installed() : undefined)
  )
}

async function installed() {
  for (const path of await candidates()) {
    // On some systems the name is only a stub that asks to install something.
    if (existsSync(path) && (process.platform === 'win32' || (await runQuietly(path, ['--version'], { timeout: 20_000 })).code === 0))
      return path
  }
  return undefined
}

async function candidates() {
  const { chromium: playwright } = await import('@playwright/test')
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const macs = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) => join(process.env[name] ?? '', path)),
  )
  return [
    process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH ?? '',
    playwright.executablePath(),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' ? macs : []),
    ...(process.platform === 'win32' ? windows : []),
  ]
}

/** Playwright's own, which is fetched from outside: ten minutes at most. */
async function playwrightInstall() {
  return (await run(process.execPath, [tool('@playwright/test', 'playwright'), 'install', 'chromium'], { timeout: 600_000 })) === 0
}
