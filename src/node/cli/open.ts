import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { command } from './command.ts'
import { electronHere } from './electron.ts'
import { remark } from './output.ts'
import { serveDesk } from './serve.ts'

export const open = command({
  name: 'open',
  does: 'opens the desk: in Electron, else in the browser',
  options: {},
  example: 'newsrail open --library ~/Newsrail',
  async act({ values: { library } }) {
    const electron = await electronHere()
    if ('missing' in electron) {
      remark(`${electron.missing}; the desk opens in the browser instead.`)
      return serveDesk({ library, open: true })
    }
    return run(electron.program, [...electron.args, ...(library === undefined ? [] : ['--library', library])])
  },
})

/** Runs a program on this terminal until it ends. */
function run(program: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env })
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    // The terminal interrupts the whole group: the desk ends by itself, and this waits for it.
    process.on('SIGINT', () => undefined)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}
