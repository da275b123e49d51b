/** The desk's events as server-sent events, one stream a window. */
import type { ServerResponse } from 'node:http'
import type { Host } from '../host.ts'

/** A window that reads so slowly is let go; it comes back and asks for the state again. */
const mostWaiting = 16 * 1024 * 1024

/** Streams until the window goes or the server ends, then the desk forgets the window. A beat tells both sides that the other is there. */
export function streamEvents(host: Host, client: string, response: ServerResponse, beat: number): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.write('retry: 1000\n\n')
  const off = host.on((event) => {
    response.write(`id: ${event.n}\ndata: ${JSON.stringify(event)}\n\n`)
    if (response.writableLength > mostWaiting) response.destroy()
  })
  const beating = setInterval(() => response.write(': here\n\n'), beat)
  response.on('close', () => {
    clearInterval(beating)
    off()
    host.drop(client)
  })
}
