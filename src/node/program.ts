/** Where the program itself lies; the same from its sources and as built. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The folder of package.json: two above this file, and two above `out/main`. */
export const programFolder = join(import.meta.dirname, '..', '..')

/** The built window, that hosts serve. */
export const rendererFolder = join(programFolder, 'out', 'renderer')

/** What Electron runs in a window before its page. */
export const preloadFile = join(programFolder, 'out', 'preload', 'preload.js')

export async function programVersion(): Promise<string> {
  const json: unknown = JSON.parse(await readFile(join(programFolder, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(json).version
}
