import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, sources } from './build.mjs'
import { electronFlags, findElectron, hasDisplay } from './electron.mjs'
import { Refusal, root, run } from './process.mjs'

/** Where the person stands, so that a folder they name is the one they mean. */
const here = process.env.INIT_CWD ?? process.cwd()

/**
 * Opens the desk: in Electron, else in the browser through the web host. `--no-open` only serves it.
 * @param {string[]} args
 * @param {AbortSignal} [signal] ends the desk
 */
export async function start(args, signal) {
  await build()
  const serveOnly = args.includes('--no-open')
  const electron = hasDisplay() ? await findElectron({ download: !serveOnly }) : { missing: 'There is no display for Electron' }
  if ('path' in electron && !serveOnly) {
    const began = Date.now()
    const code = await run(electron.path, [...electronFlags(), root, ...args], { cwd: here, signal })
    if (!diedAtBirth(code, Date.now() - began)) return code
    console.error('Electron cannot run on this machine; the desk opens in the browser instead.')
  } else if ('missing' in electron) {
    console.error(`${electron.missing}; the desk ${serveOnly ? 'is served to a browser' : 'opens in the browser'} instead.`)
  }
  return newsrail(['serve', ...(serveOnly ? [] : ['--open']), ...args], signal)
}

/** Whether Electron did not get as far as a window: a library is missing (127), or its sandbox is not allowed (it traps or aborts). */
function diedAtBirth(/** @type {number} */ code, /** @type {number} */ milliseconds) {
  return milliseconds < 5_000 && [127, 128 + 5, 128 + 6].includes(code)
}

/**
 * The command line.
 * @param {string[]} args
 * @param {AbortSignal} [signal]
 */
export async function newsrail(args, signal) {
  await build()
  return run(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...args], { cwd: here, signal })
}

/**
 * Opens the desk, and does so anew, rebuilt, whenever a source changes.
 * @param {string[]} args
 */
export async function dev(args) {
  for (;;) {
    const changed = new AbortController()
    const watchers = sources.map((name) => watch(join(root, name), { recursive: true }, () => changed.abort()))
    const code = await start(args, changed.signal).catch(async (/** @type {unknown} */ error) => {
      if (!(error instanceof Refusal)) throw error
      console.error(error.message)
      await once(changed.signal, 'abort')
      return 1
    })
    for (const watcher of watchers) watcher.close()
    if (!changed.signal.aborted) return code
  }
}
