import { join } from 'node:path'
import { root, run, runQuietly } from './process.mjs'
import { tool } from './tools.mjs'

/** Published schemas in the tests stay as they were published. @param {string[]} args */
const prettier = (args) =>
  run(process.execPath, [tool('prettier'), '--config', '.config/prettier.json', '--log-level', 'warn', ...args, '.', '!tests/schemas'])

export const formatted = () => prettier(['--check'])

/** @param {string[]} args */
export const format = (args) => prettier(['--write', ...args])

/** @param {string[]} args */
export const lint = (args) =>
  run(process.execPath, [
    tool('eslint'),
    '--config',
    '.config/eslint.config.mjs',
    '--max-warnings',
    '0',
    ...(args.length > 0 ? args : ['.']),
  ])

/** Type-checks each folder as its own tsconfig says, all at once, and prints what each found. */
export async function types() {
  const folders = ['src/core', 'src/node', 'src/ui', 'electron', 'tests', '.config']
  const results = await Promise.all(
    folders.map((folder) =>
      runQuietly(process.execPath, [
        tool('vue-tsc'),
        '--noEmit',
        '--pretty',
        process.stdout.isTTY ? 'true' : 'false',
        '-p',
        join(root, folder),
      ]),
    ),
  )
  for (const { output } of results) process.stdout.write(output)
  return results.every(({ code }) => code === 0) ? 0 : 1
}
