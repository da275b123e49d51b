/** The web host: the desk's window and contract on a loopback port, for browsers on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Failure, Result } from '../core/contract/failure.ts'
import { clientName } from './client.ts'
import { DeskError, failureOf } from './failure.ts'
import { hasCode } from './library/disk.ts'
import { readJson } from './web/calls.ts'
import { streamEvents } from './web/events.ts'
import { newToken } from './web/door.ts'
import { guard, type Guard, type Refusal } from './web/guard.ts'
import { answerPage, plainAnswer, type Answer, type Pages } from './web/pages.ts'

export interface WebOptions extends Pages {
  /** Any free port where left out. */
  readonly port?: number | undefined
  /** What lets a browser in; a new one where left out. */
  readonly token?: string | undefined
  /** Milliseconds between two signs of life on an event stream. */
  readonly beat?: number
}

export interface WebHost {
  /** What a browser opens: the address with the token. */
  readonly address: string
  readonly port: number
  /** Ends all windows' connections; the desk itself stays. */
  close(): void
}

/** Starts to serve. Throws a DeskError where the port cannot be had. */
export async function serveWeb(options: WebOptions): Promise<WebHost> {
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const token = options.token ?? newToken()
  const gate = guard(port, token)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(options, gate, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else send(response, plainAnswer(500, failureOf(error).message))
    })
  })
  return {
    address: `${gate.origin}/?token=${token}`,
    port,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = hasCode(error, 'EADDRINUSE', 'EACCES')
      reject(
        taken ? new DeskError('refused', `Port ${port} cannot be had. Choose another, or leave --port out for any that is free.`) : error,
      )
    })
    // Loopback alone: nobody else on the network reaches it.
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function answer(options: WebOptions, gate: Guard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Joined rather than resolved: a path such as `//elsewhere/` is one, not another host's.
  const url = new URL(gate.origin + (request.url ?? '/'))
  const refusal = gate.check(request)
  const admitted = refusal?.status === 401 && request.method === 'GET' ? gate.admit(url) : undefined
  if (admitted !== undefined) response.writeHead(303, { 'set-cookie': admitted, location: '/', 'cache-control': 'no-store' }).end()
  else if (request.method === 'POST') await answerCall(options, url, refusal, request, response)
  else if (refusal !== undefined) send(response, plainAnswer(refusal.status, refusal.message))
  else if (request.method !== 'GET') send(response, plainAnswer(405, 'Only GET and POST are answered.'))
  else if (url.searchParams.has('token')) response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end()
  else if (url.pathname === '/events') events(options, url, response)
  else send(response, await answerPage(options, url))
}

function events({ host, beat = 15_000 }: WebOptions, url: URL, response: ServerResponse): void {
  const client = clientName(url.searchParams.get('client'))
  if (client === undefined) send(response, plainAnswer(400, 'Say which window listens.'))
  else streamEvents(host, client, response, beat)
}

async function answerCall(
  { host }: WebOptions,
  url: URL,
  refusal: Refusal | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (refusal !== undefined) {
    sendRefusal(response, refusal)
    return
  }
  const name = /^\/call\/(\w+)$/.exec(url.pathname)?.[1]
  const client = clientName(request.headers['x-newsrail-client'])
  if (name === undefined || client === undefined) {
    sendRefusal(response, { status: 400, message: name === undefined ? 'There is no such call.' : 'Say which window calls.' })
    return
  }
  const input = await readJson(request)
  // What is not wanted of a request is read all the same, so that its sender comes to hear why.
  request.resume()
  if (input.ok) sendResult(response, 200, await host.call(client, name, input.value))
  else sendRefusal(response, input.refusal)
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body)
}

/** A refused call is a result like any other, with its reason for the person. */
function sendRefusal(response: ServerResponse, { status, message }: Refusal): void {
  const error: Failure = { code: status === 400 || status === 413 ? 'bad-input' : 'refused', message }
  sendResult(response, status, { ok: false, error })
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(result))
}
