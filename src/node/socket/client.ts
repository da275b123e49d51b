/** Another process as a client of the desk that has a library open. */
import { connect, type Socket } from 'node:net'
import type { Call } from '../../core/contract.ts'
import type { DeskEvent } from '../../core/contract/event.ts'
import type { Result } from '../../core/contract/failure.ts'
import { socketOf } from './address.ts'
import { messageSchema, onMessages } from './messages.ts'

/** The contract as another process reaches it. */
export interface DeskClient {
  readonly call: Call
  readonly on: (listener: (event: DeskEvent) => void) => () => void
  /** Kept when the desk is gone, or this client closed. */
  readonly gone: Promise<void>
  close(): Promise<void>
}

/** Becomes a client of the desk that has a library open; undefined where none answers. */
export async function connectToDesk(library: string): Promise<DeskClient | undefined> {
  const socket = await socketOf(library).then(open, () => undefined)
  return socket === undefined ? undefined : clientOver(socket)
}

function open(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('error', () => {
      resolve(undefined)
    })
    socket.once('connect', () => {
      resolve(socket)
    })
  })
}

const unanswered: Result<never> = {
  ok: false,
  error: {
    code: 'unreachable',
    message:
      'The desk that has this library open was closed before it answered. What it recorded is safe: look at the rail, and try again.',
  },
}

function clientOver(socket: Socket): DeskClient {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  const listeners = new Set<(event: DeskEvent) => void>()
  let asked = 0
  socket.on('error', () => socket.destroy())
  const gone = new Promise<void>((resolve) => {
    socket.on('close', () => {
      for (const answered of waiting.values()) answered(unanswered)
      waiting.clear()
      resolve()
    })
  })
  onMessages(socket, (line) => {
    const message = messageSchema.safeParse(line).data
    if (message === undefined) socket.destroy()
    else if ('event' in message) for (const listener of listeners) listener(message.event)
    else {
      waiting.get(message.id)?.(message.result)
      waiting.delete(message.id)
    }
  })
  const call = (name: string, input: unknown): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      if (!socket.writable) {
        resolve(unanswered)
        return
      }
      const id = ++asked
      waiting.set(id, resolve)
      socket.write(`${JSON.stringify({ id, name, input })}\n`)
    })
  return {
    // The desk answers as the contract says.
    call: call as Call,
    gone,
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      socket.end()
      return gone
    },
  }
}
