import { chromium } from './browser.mjs'
import { build } from './build.mjs'
import { format, lint, types } from './checks.mjs'
import { e2e } from './e2e.mjs'
import { run } from './process.mjs'
import { dev, newsrail, start } from './start.mjs'
import { test, unit } from './test.mjs'

/** What `npm run` offers; each takes the arguments after its name and answers an exit code. @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = {
  start: (args) => start(args),
  dev,
  newsrail: (args) => newsrail(args),
  build: async () => (await build({ always: true }), 0),
  test,
  format,
  lint,
  types,
  unit,
  e2e: async (args) => (await e2e(args)).code,
  bench: async (args) => {
    await build()
    const env = { ...process.env, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: await chromium() }
    return run(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'tests/bench/bench.ts', ...args], { env })
  },
}

/** @param {string[]} args */
export async function command([name = '', ...args]) {
  const act = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (act === undefined) {
    console.error(`Say what to do: ${Object.keys(commands).join(', ')}.`)
    return 2
  }
  return act(args)
}
