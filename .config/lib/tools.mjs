import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './process.mjs'

/**
 * The JavaScript file that a package runs as its command, to be given to our own Node.
 * @param {string} name
 * @param {string} [command]
 * @returns {string}
 */
export function tool(name, command = name) {
  const folder = join(root, 'node_modules', name)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? ''))
}
