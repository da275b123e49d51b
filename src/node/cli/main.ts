/** The table of commands, and what becomes of what they throw. */
import { failureOf } from '../failure.ts'
import { programVersion } from '../program.ts'
import { channels } from './channels.ts'
import { check } from './check.ts'
import { UsageError, type Command } from './command.ts'
import { importText } from './import.ts'
import { init } from './init.ts'
import { launch } from './launch.ts'
import { list } from './list.ts'
import { open } from './open.ts'
import { print, remark, table } from './output.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { targets } from './targets.ts'
import { verify } from './verify.ts'

const commands: readonly Command[] = [open, serve, init, channels, importText, list, search, check, launch, targets, verify]

/** Runs a command line; answers the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function main([name = '', ...args]: readonly string[]): Promise<number> {
  try {
    if (['', 'help', '--help', '-h'].includes(name)) return overview(name === '')
    if (name === '--version') return await version()
    const command = commands.find((one) => one.name === name)
    if (command === undefined) throw new UsageError(`There is no command "${name}".`)
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError) {
      const known = commands.some((one) => one.name === name)
      remark(`${error.message}\nnewsrail ${known ? `${name} ` : ''}--help tells more.`)
      return 2
    }
    remark(failureOf(error).message)
    return 1
  }
}

function overview(asked: boolean): number {
  const rows = commands.map((command) => [`  ${command.name}`, command.does])
  const text = `newsrail, the desk from a terminal\n\n${table(rows)}\n\nnewsrail COMMAND --help tells more, with an example.`
  if (asked) remark(text)
  else print(text)
  return asked ? 2 : 0
}

async function version(): Promise<number> {
  print(await programVersion())
  return 0
}
