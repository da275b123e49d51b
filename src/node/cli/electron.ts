/** Electron's program, where there is one. */
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programFolder } from '../program.ts'

export interface ElectronHere {
  readonly program: string
  readonly args: readonly string[]
}

/** The app that this very program runs in, else the runtime that the electron package has, else why neither can show a window. */
export async function electronHere(): Promise<ElectronHere | { readonly missing: string }> {
  if (process.versions.electron !== undefined) return { program: process.execPath, args: [] }
  if (process.platform === 'linux' && ![process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(Boolean)) {
    return { missing: 'There is no display for Electron' }
  }
  const program = await runtime()
  return program === undefined ? { missing: 'Electron’s runtime is not on this machine' } : { program, args: [...flags(), programFolder] }
}

async function runtime(): Promise<string | undefined> {
  const folder = join(programFolder, 'node_modules', 'electron')
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const inside = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => nameInside())
  const program = override === undefined || override === '' ? join(folder, 'dist', inside) : join(override, nameInside())
  return access(program).then(
    () => program,
    () => undefined,
  )
}

function nameInside(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Chromium refuses its sandbox to Linux's root. */
function flags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
