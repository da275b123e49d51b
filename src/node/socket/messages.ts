/** What goes over the local socket, one JSON a line: `{id, name, input}` one way, `{id, result}` and `{event}` the other. */
import type { Socket } from 'node:net'
import { z } from 'zod'
import type { DeskEvent } from '../../core/contract/event.ts'
import type { Result } from '../../core/contract/failure.ts'

export const requestSchema = z.object({ id: z.int(), name: z.string(), input: z.unknown() })
export const messageSchema = z.union([
  z.object({ id: z.int(), result: z.custom<Result<unknown>>((value) => typeof value === 'object' && value !== null && 'ok' in value) }),
  z.object({ event: z.custom<DeskEvent>((value) => typeof value === 'object' && value !== null && 'kind' in value) }),
])

/** Hears each line of a socket as JSON; one that is none as undefined. */
export function onMessages(socket: Socket, hear: (message: unknown) => void): void {
  let parts: string[] = []
  socket.setEncoding('utf8').on('data', (text: string) => {
    if (!text.includes('\n')) {
      parts.push(text)
      return
    }
    const lines = (parts.join('') + text).split('\n')
    parts = [lines.pop() ?? '']
    for (const line of lines) hear(parse(line))
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
