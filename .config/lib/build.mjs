import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, root, run } from './process.mjs'
import { tool } from './tools.mjs'

/** What a build is made of. */
export const sources = ['electron', 'src', 'resources']
const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Its time is that of the start of the last whole build, so an edit made meanwhile counts as newer. */
const stamp = join(root, 'out', '.built')

/** Builds all hosts where a source is newer than the last build; says nothing where none is. */
export async function build({ always = false } = {}) {
  if (!always && existsSync(stamp) && statSync(stamp).mtimeMs >= newest()) return
  console.error('Building Newsrail.')
  const began = new Date()
  if ((await run(process.execPath, [tool('electron-vite'), 'build', '--logLevel', 'warn'])) !== 0) {
    throw new Refusal('Newsrail could not be built; the reason stands above.')
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, began, began)
}

/** When a source was last written; a folder's time tells of files removed from it. */
function newest() {
  const folders = sources.map((name) => join(root, name)).filter(existsSync)
  const entries = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name)),
  )
  const files = settings.map((name) => join(root, name))
  return Math.max(...[...folders, ...entries, ...files].map((path) => statSync(path).mtimeMs))
}
