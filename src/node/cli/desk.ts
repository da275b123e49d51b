/** The desk that a command works with: the one that has the library open, else one of its own. */
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Call, CommandName, Input, Output } from '../../core/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import { DeskError } from '../failure.ts'
import { createHost, type Host } from '../host.ts'
import { programVersion } from '../program.ts'
import { settingsFolder } from '../settings.ts'
import { connectToDesk, type DeskClient } from '../socket/client.ts'
import { UsageError, type CommonValues } from './command.ts'

/** The settings of the person at this terminal. */
export const ownSettings = (): string => settingsFolder(process.env, process.platform)

/** A host with nothing open. */
export async function cliHost(): Promise<Host> {
  return createHost({ kind: 'cli', version: await programVersion(), settingsFolder: ownSettings(), picker: {} })
}

export interface CliDesk {
  /** The library's folder. */
  readonly folder: string
  /** Answers a command's output, or throws a DeskError with the reason. */
  ask<K extends CommandName>(name: K, input: Input<K>): Promise<Output<K>>
  readonly on: DeskClient['on']
  readonly gone: Promise<void>
  /** This machine's host; the library is not open in it where another desk has it. */
  readonly host: Host
}

/** A result's value; a failure is thrown for the person to read. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw errorOf(result.error)
}

function errorOf({ code, message, ...more }: Failure): DeskError {
  return new DeskError(code, message, more)
}

/** Does something with a library's desk, and lets go of it again. `read` takes no lock where no desk has it open. */
export async function withDesk<T>({ library }: CommonValues, to: 'read' | 'write', act: (desk: CliDesk) => Promise<T>): Promise<T> {
  const host = await cliHost()
  const folder = library === undefined ? await host.lastOpened() : resolve(library)
  if (folder === undefined) {
    throw new UsageError('No library was opened here yet. Say which with --library DIR, or make one: newsrail init --title "Read next"')
  }
  const client = await reach(host, folder, to)
  try {
    return await act({
      folder,
      ask: async (name, input) => valueOf(await client.call(name, input)),
      on: client.on,
      gone: client.gone,
      host,
    })
  } finally {
    await client.close()
  }
}

/** How long a desk that holds the lock and does not answer yet, or no longer, is waited for. */
const patience = 3_000

async function reach(host: Host, folder: string, to: 'read' | 'write'): Promise<DeskClient> {
  const until = performance.now() + patience
  for (;;) {
    const client = await connectToDesk(folder)
    if (client !== undefined) return client
    const opened = await host.open(folder, to === 'read' ? { readOnly: true } : {})
    if (opened.ok) return ownDesk(host)
    if (opened.error.code !== 'locked' || performance.now() > until) throw errorOf(opened.error)
    await setTimeout(100)
  }
}

function ownDesk(host: Host): DeskClient {
  const call = (name: string, input: unknown): Promise<Result<unknown>> => host.call('cli', name, input)
  return {
    call: call as Call,
    on: (listener) => host.on(listener),
    gone: new Promise(() => undefined),
    close: () => host.close(),
  }
}
