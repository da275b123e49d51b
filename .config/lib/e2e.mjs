import { apt } from './apt.mjs'
import { chromium } from './browser.mjs'
import { build } from './build.mjs'
import { findElectron, hasDisplay } from './electron.mjs'
import { Refusal, run, runQuietly } from './process.mjs'
import { tool } from './tools.mjs'

/**
 * Runs the specs on a browser, and on Electron where there is one.
 * @param {string[]} args Playwright's
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, electron: boolean }>} whether Electron took part
 */
export async function e2e(args, env = {}) {
  await build()
  const browser = await chromium()
  if (browser === undefined) throw new Refusal('No Chrome or Chromium is installed, and none could be.')
  const chosen = args.some((arg) => arg.startsWith('--project'))
  const electron = args.includes('--project=browser') ? { missing: 'only the browser was asked for' } : await electronHost()
  if ('missing' in electron) console.error(`Electron specs are skipped: ${electron.missing}.`)
  const command = [process.execPath, tool('@playwright/test', 'playwright'), 'test', '--config', '.config/playwright.config.ts', ...args]
  if ('missing' in electron && !chosen) command.push('--project=browser')
  const [program = '', ...rest] = 'wrapper' in electron ? [...electron.wrapper, ...command] : command
  const code = await run(program, rest, { env: { ...process.env, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: browser, ...env } })
  return { code, electron: 'wrapper' in electron }
}

/**
 * What stands before the command so that Electron finds a display.
 * @returns {Promise<{ wrapper: string[] } | { missing: string }>}
 */
async function electronHost() {
  const electron = await findElectron({ download: true })
  if ('missing' in electron) return electron
  if (hasDisplay()) return { wrapper: [] }
  const found = (await runQuietly('sh', ['-c', 'command -v xvfb-run && command -v xauth'])).code === 0
  if (!found && !(await apt(['xvfb', 'xauth']))) return { missing: 'there is no display, and xvfb-run is not installed' }
  return { wrapper: ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] }
}
