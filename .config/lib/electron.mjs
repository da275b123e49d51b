import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './process.mjs'

const folder = join(root, 'node_modules', 'electron')

/** Milliseconds that a download may stand still: an attempt that cannot succeed ends soon, a slow one goes on. */
const patience = 8_000

/** Electron shows windows; on Linux that takes a display. */
export function hasDisplay() {
  return process.platform !== 'linux' || [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(Boolean)
}

/**
 * Electron's program, or why there is none: ELECTRON_OVERRIDE_DIST_PATH's, else the electron package's own,
 * which is downloaded where it is not there yet and that is asked for.
 * @param {{ download: boolean }} options
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function findElectron({ download }) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const path = join(override, pathInside())
    return existsSync(path) ? { path } : { missing: 'ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron' }
  }
  const path = packaged()
  if (path !== undefined) return { path }
  if (!download) return { missing: "Electron's runtime is not on this machine" }
  await downloadRuntime()
  const downloaded = packaged()
  return downloaded === undefined
    ? { missing: "Electron's runtime is not on this machine and could not be downloaded" }
    : { path: downloaded }
}

/** The flags that Electron needs on this machine: Chromium refuses its sandbox to Linux's root. */
export function electronFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The electron package writes path.txt last, so a download that broke off is not taken for a whole one. */
function packaged() {
  const written = join(folder, 'path.txt')
  if (!existsSync(written)) return undefined
  const path = join(folder, 'dist', readFileSync(written, 'utf8'))
  return existsSync(path) ? path : undefined
}

function pathInside() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Runs the electron package's own download as long as it gets on: it is given a folder for its temporary file, which is watched. */
async function downloadRuntime() {
  const temporary = mkdtempSync(join(tmpdir(), 'newsrail-electron-'))
  const places = { TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...places, NODE_USE_ENV_PROXY: '1' },
  })
  const weigh = () => bytesIn(temporary) + bytesIn(join(folder, 'dist'))
  const start = weigh()
  let bytes = start
  let grown = Date.now()
  const watch = setInterval(() => {
    const now = weigh()
    if (now !== bytes) {
      if (bytes === start) console.error('Downloading Electron, about 120 MB.')
      bytes = now
      grown = Date.now()
    } else if (Date.now() - grown > patience) child.kill('SIGKILL')
  }, 250)
  await new Promise((resolve) => child.on('error', resolve).on('exit', resolve))
  clearInterval(watch)
  rmSync(temporary, { recursive: true, force: true })
}

/** @param {string} place */
function bytesIn(place) {
  if (!existsSync(place)) return 0
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
