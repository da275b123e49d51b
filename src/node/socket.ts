/**
 * The local socket of an open library: the desk that holds the library answers the contract there, so that any
 * other process of the same person becomes its client.
 */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import type { Result } from '../core/contract/failure.ts'
import type { Hello } from '../core/contract/hello.ts'
import type { Host } from './host.ts'
import { inTurns } from './library/turns.ts'
import { socketOf } from './socket/address.ts'
import { onMessages, requestSchema } from './socket/messages.ts'

/**
 * Answers other processes as long as the host has a library open for writing, whichever that is; returns how to stop.
 * Where it cannot listen the desk goes on without, and `warn` says why.
 */
export async function answerProcesses(host: Host, warn: (message: string) => void): Promise<() => Promise<void>> {
  const turn = inTurns()
  let listening: { readonly folder: string; readonly stop: () => void } | undefined
  const follow = async (folder: string | undefined): Promise<void> => {
    if (listening?.folder === folder) return
    listening?.stop()
    listening = undefined
    if (folder === undefined) return
    try {
      listening = { folder, stop: await listen(host, await socketOf(folder)) }
    } catch (error) {
      warn(`The newsrail command cannot reach this desk while it is open (${error instanceof Error ? error.message : String(error)}).`)
    }
  }
  const look = () => turn(async () => follow(await writableFolder(host)))
  const off = host.on((event) => {
    if (event.kind === 'hello') void look()
  })
  await look()
  return () => {
    off()
    return turn(() => follow(undefined))
  }
}

/** Who only reads holds no lock, and is not the one to answer. */
async function writableFolder(host: Host): Promise<string | undefined> {
  const hello = (await host.call('socket', 'hello', {})) as Result<Hello>
  return hello.ok && hello.value.library?.readOnly === undefined ? host.folder : undefined
}

async function listen(host: Host, path: string): Promise<() => void> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    answer(host, socket)
  })
  // Left by a desk that was killed: this one holds the library's lock, so nobody listens there.
  if (process.platform !== 'win32') await rm(path, { force: true })
  await ready(server, path)
  return () => {
    server.close()
    for (const socket of sockets) socket.destroySoon()
  }
}

function ready(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** One other process, as a client of the desk. */
function answer(host: Host, socket: Socket): void {
  const client = `process-${randomUUID()}`
  const say = (message: object): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
  }
  const off = host.on((event) => {
    say({ event })
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    off()
    host.drop(client)
  })
  onMessages(socket, (message) => {
    const request = requestSchema.safeParse(message).data
    if (request === undefined) socket.destroy()
    else
      void host.call(client, request.name, request.input).then((result) => {
        say({ id: request.id, result })
      })
  })
}
