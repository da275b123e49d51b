import { existsSync } from 'node:fs'
import { runQuietly } from './process.mjs'

/**
 * Installs Debian packages where that is ours to do (root on Debian or its kin), and answers whether it did.
 * @param {string[]} packages
 */
export async function apt(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.error(`Installing ${packages.join(', ')}.`)
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 }
  await runQuietly('apt-get', ['update'], options)
  const { code, output } = await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
  if (code !== 0) console.error(output)
  return code === 0
}
