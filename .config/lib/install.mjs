import { existsSync, realpathSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, root, run } from './process.mjs'

const modules = join(root, 'node_modules')
/** npm writes it when an installation is whole. */
const installed = join(modules, '.package-lock.json')

/** The Node that the package `node` brings: the same wherever the project runs. */
export const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

export function isOwnNode() {
  return realpathSync(process.execPath) === realpathSync(ownNode)
}

/** Installs the packages where the lock file is newer than what is installed. */
export async function install() {
  const lock = join(root, 'package-lock.json')
  if (!existsSync(installed) || statSync(lock).mtimeMs > statSync(installed).mtimeMs) {
    console.error('Installing what Newsrail needs. This takes a minute the first time.')
    const code = await npm([existsSync(installed) ? 'install' : 'ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'])
    if (code !== 0) throw new Refusal('The packages that Newsrail needs could not be installed; npm says why above.')
    const now = new Date()
    utimesSync(installed, now, now)
  }
  // Where npm is told to run no packages' scripts, the one that matters is run here.
  if (!existsSync(ownNode)) await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node') })
  if (!existsSync(ownNode)) throw new Refusal('Node could not be installed into node_modules/node. Delete node_modules and try again.')
}

/** @param {string[]} args */
function npm(args) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args]) : run('npm', args, { shell: process.platform === 'win32' })
}
