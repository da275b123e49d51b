import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { setField } from '../../src/core/acts.ts'
import { conflictsOf, valueOf } from '../../src/core/change.ts'
import type { DeskEvent } from '../../src/core/contract/event.ts'
import type { Result } from '../../src/core/contract/failure.ts'
import { zipAddress } from '../../src/node/web/pages.ts'
import { serveWeb } from '../../src/node/web.ts'
import { freshFolder, Office } from './office.ts'

interface Asked {
  readonly method?: string
  /** As it goes over the wire: nothing tidies it. */
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

interface Served {
  readonly office: Office
  readonly port: number
  readonly origin: string
  readonly token: string
  readonly cookie: string
  /** The window's folder. */
  readonly renderer: string
  readonly send: (asked: Asked) => Promise<IncomingMessage>
  /** As a window's page calls. */
  readonly call: (name: string, input: unknown, client?: string) => Promise<Result<unknown>>
  /** What a window hears, as it hears it. */
  readonly listen: (client: string) => Promise<Listening>
}

interface Listening {
  readonly events: DeskEvent[]
  /** Waits until the events are as wanted. */
  until(wanted: (events: DeskEvent[]) => boolean): Promise<void>
  close(): void
}

async function serve(options: { beat?: number } = {}): Promise<Served> {
  const office = await Office.open()
  const renderer = join(await freshFolder(), 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Newsrail</title>')
  await writeFile(join(renderer, 'assets', 'main.js'), 'export {}')
  const web = await serveWeb({ host: office.host, renderer, ...options })
  onTestFinished(() => {
    web.close()
  })
  const { origin, port, searchParams } = new URL(web.address)
  const token = searchParams.get('token')!
  const send = ({ method = 'GET', path, headers = {}, body }: Asked): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, resolve).on('error', reject)
      sent.end(body)
    })
  const cookie = `newsrail-${port}=${token}`
  return {
    office,
    port: Number(port),
    origin,
    token,
    cookie,
    renderer,
    send,
    call: async (name, input, client = 'one') => {
      const headers = { cookie, origin, 'content-type': 'application/json', 'x-newsrail-client': client, 'sec-fetch-site': 'same-origin' }
      const answer = await send({ method: 'POST', path: `/call/${name}`, headers, body: JSON.stringify(input) })
      return JSON.parse(await text(answer)) as Result<unknown>
    },
    listen: async (client) => listening(await send({ path: `/events?client=${client}`, headers: { cookie } })),
  }
}

function listening(answer: IncomingMessage): Listening {
  const events: DeskEvent[] = []
  const waiting = new Set<() => void>()
  let rest = ''
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data: '))
      if (data !== undefined) events.push(JSON.parse(data.slice('data: '.length)) as DeskEvent)
    }
    for (const look of waiting) look()
  })
  return {
    events,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!wanted(events)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () => answer.destroy(),
  }
}

const changes = (events: DeskEvent[]) => events.filter((event) => event.kind === 'change')

describe('the token', () => {
  it('opens the desk once, as a cookie that no script and no other site gets', async () => {
    const { send, token, port, cookie } = await serve()
    const first = await send({ path: `/?token=${token}` })
    expect(first.statusCode).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(first.headers['set-cookie']).toEqual([`newsrail-${port}=${token}; HttpOnly; SameSite=Strict; Path=/`])
    const page = await send({ path: '/', headers: { cookie } })
    expect(page.statusCode).toBe(200)
    expect(await text(page)).toContain('<title>Newsrail</title>')
  })

  it.each([
    ['none', {}, '/'],
    ['a wrong one in the address', {}, '/?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['a wrong cookie', { cookie: 'newsrail-1=x' }, '/assets/main.js'],
    ['none for the events', {}, '/events?client=one'],
    ['none for the preview', {}, '/preview/world/2026-04-15'],
  ])('is needed for every page: %s', async (_, headers, path) => {
    const { send } = await serve()
    const answer = await send({ path, headers })
    expect(answer.statusCode).toBe(401)
    expect(await text(answer)).toContain('Open the address')
  })

  it('is needed for a call, which then does nothing', async () => {
    const { send, origin, office } = await serve()
    const headers = { origin, 'content-type': 'application/json', 'x-newsrail-client': 'one' }
    const answer = await send({ method: 'POST', path: '/call/closeLibrary', headers, body: '{}' })
    expect(answer.statusCode).toBe(401)
    expect(JSON.parse(await text(answer))).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(office.host.folder).toBe(office.folder)
  })
})

describe('other sites', () => {
  it.each(['localhost', 'newsrail.example.com', '127.0.0.1', '127.0.0.1:1'])('do not reach it under the name %s', async (host) => {
    const { send, cookie } = await serve()
    expect((await send({ path: '/', headers: { cookie, host } })).statusCode).toBe(403)
  })

  it.each([
    ['another origin', { origin: 'https://example.com' }],
    ['no origin', {}],
    ['a page whose origin is hidden', { origin: 'null' }],
  ])('cannot call it: %s', async (_, from) => {
    const { send, cookie, office } = await serve()
    const headers = { cookie, 'content-type': 'application/json', 'x-newsrail-client': 'one', ...from }
    const answer = await send({ method: 'POST', path: '/call/closeLibrary', headers, body: '{}' })
    expect(answer.statusCode).toBe(403)
    expect(office.host.folder).toBe(office.folder)
  })

  it('cannot call it as a form does', async () => {
    const { send, cookie, origin } = await serve()
    const headers = { cookie, origin, 'content-type': 'text/plain', 'x-newsrail-client': 'one' }
    expect((await send({ method: 'POST', path: '/call/closeLibrary', headers, body: '{}' })).statusCode).toBe(415)
  })

  it.each(['cross-site', 'same-site'])('cannot listen or load: %s', async (site) => {
    const { send, cookie } = await serve()
    expect((await send({ path: '/events?client=x', headers: { cookie, 'sec-fetch-site': site } })).statusCode).toBe(403)
    expect((await send({ path: '/assets/main.js', headers: { cookie, 'sec-fetch-site': site } })).statusCode).toBe(403)
    expect((await send({ path: '/events?client=x', headers: { cookie, origin: 'https://example.com' } })).statusCode).toBe(403)
  })
})

describe('pages', () => {
  it('are the window’s own, under a policy that lets in no foreign code', async () => {
    const { send, cookie } = await serve()
    const page = await send({ path: '/', headers: { cookie } })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
    expect((await send({ path: '/assets/main.js', headers: { cookie } })).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('lie in the window’s folder, however an address is written', async () => {
    const { send, cookie, renderer } = await serve()
    await writeFile(join(renderer, '..', 'secret'), 'secret')
    await symlink(join(renderer, '..', 'secret'), join(renderer, 'link'))
    const ways = [
      '/../secret',
      '/..%2fsecret',
      '/%2e%2e/secret',
      '/assets/../../secret',
      '/assets/..%5c..%5csecret',
      '/link',
      '//secret',
      '/%00',
      '/%',
    ]
    for (const path of [...ways, '/assets', '/nothing']) {
      const answer = await send({ path, headers: { cookie } })
      expect([path, answer.statusCode]).toEqual([path, 404])
      expect(await text(answer)).not.toContain('secret')
    }
  })

  it('hold the preview of a rail, where no script runs', async () => {
    const { send, cookie, office } = await serve()
    await office.brief('Congo')
    const answer = await send({ path: `/preview/${office.channel}/${office.day}?drafts=0`, headers: { cookie } })
    expect(answer.statusCode).toBe(200)
    expect(await text(answer)).toContain('Congo')
    const policy = answer.headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('; sandbox')
    expect(policy).not.toContain('allow-scripts')
    expect(policy).not.toContain('script-src')
    expect((await send({ path: `/preview/${office.channel}/not-a-day`, headers: { cookie } })).statusCode).toBe(404)
  })

  it('hold an edition’s zip to download', async () => {
    const { send, cookie, office } = await serve()
    await office.brief('Congo')
    const { edition } = await office.launch()
    const answer = await send({ path: zipAddress(office.channel, office.day, edition.id), headers: { cookie } })
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${office.channel}-${office.day}-1.zip"`)
    const bytes = Buffer.from(await answer.toArray().then((chunks) => Buffer.concat(chunks as Buffer[])))
    expect(bytes.equals(Buffer.from((await office.host.bundle(office.channel, office.day, edition.id))!))).toBe(true)
    expect((await send({ path: zipAddress('x', '2026-01-01', '1-0'), headers: { cookie } })).statusCode).toBe(404)
  })

  it('are read, never written to', async () => {
    const { send, cookie, origin } = await serve()
    expect((await send({ method: 'PUT', path: '/index.html', headers: { cookie, origin }, body: 'x' })).statusCode).toBe(405)
  })
})

describe('calls', () => {
  it('are the contract: an answer, or an error that names the field', async () => {
    const { call, office } = await serve()
    expect(await call('view', {})).toMatchObject({ ok: true, value: { channel: office.channel, day: office.day } })
    expect(await call('view', { day: 'today' })).toMatchObject({ ok: false, error: { code: 'bad-input', field: 'day' } })
    expect(await call('shutDown', {})).toMatchObject({ ok: false, error: { code: 'no-command' } })
  })

  it('of more than 32 MB, of no JSON and of nobody are refused, with the reason', async () => {
    const { send, cookie, origin } = await serve()
    const headers = { cookie, origin, 'content-type': 'application/json', 'x-newsrail-client': 'one' }
    const post = (more: Record<string, string>, body: string | Buffer) =>
      send({ method: 'POST', path: '/call/edit', headers: { ...headers, ...more }, body })
    const large = Buffer.alloc(33 * 1024 * 1024, ' ')
    for (const more of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await post(more, large)
      expect(answer.statusCode).toBe(413)
      expect(JSON.parse(await text(answer))).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    }
    expect((await post({}, '{"step":')).statusCode).toBe(400)
    expect((await post({ 'x-newsrail-client': '../one' }, '{}')).statusCode).toBe(400)
  })

  it('of a library are answered still when one was broken off', async () => {
    const { port, cookie, origin, call } = await serve()
    const headers = { cookie, origin, 'content-type': 'application/json', 'x-newsrail-client': 'one', 'content-length': '100' }
    await new Promise<void>((resolve) => {
      const sent = request({ host: '127.0.0.1', port, method: 'POST', path: '/call/edit', headers }).on('error', () => {
        resolve()
      })
      sent.write('{"step"')
      sent.on('socket', (socket) => socket.on('connect', () => sent.destroy()))
    })
    expect(await call('hello', {})).toMatchObject({ ok: true })
  })
})

describe('windows', () => {
  it('stay in step: each hears every change once, in order', async () => {
    const { listen, office } = await serve()
    const windows = await Promise.all([listen('one'), listen('two')])
    for (const kicker of ['Congo', 'EstLink 2', 'tariff talks']) await office.brief(kicker)
    for (const window of windows) {
      await window.until((events) => changes(events).length === 3)
      const numbers = window.events.map((event) => event.n)
      expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
      expect(changes(window.events)).toEqual(changes(office.events).slice(-3))
    }
  })

  it('that write one field unknowingly get a conflict, not a loss', async () => {
    const { call, office } = await serve()
    const id = await office.brief('Congo')
    const opened = await office.record(id)
    const write = (client: string, to: string) => call('edit', { step: client, sets: [setField(opened, id, 'text', to)] }, client)
    expect(await Promise.all([write('one', 'From one.'), write('two', 'From two.')])).toMatchObject([{ ok: true }, { ok: true }])
    const record = await office.record(id)
    const [conflict] = conflictsOf(record)
    expect(conflict?.field).toBe('text')
    expect(['From one.', 'From two.']).toContain(valueOf(record, 'text'))
    expect(JSON.stringify(record.fields.text)).toMatch(/From one\.[^]*From two\.|From two\.[^]*From one\./)
  })

  it('that are gone edit nothing any more', async () => {
    const { listen, call, office } = await serve()
    const id = await office.brief('Congo')
    const [one, two] = await Promise.all([listen('one'), listen('two')])
    await call('editing', { record: id }, 'one')
    const editing = (events: DeskEvent[]) => events.filter((event) => event.kind === 'editing')
    await two.until((events) => editing(events).length === 1)
    one.close()
    await two.until((events) => editing(events).length === 2)
    expect(editing(two.events)).toMatchObject([{ client: 'one', record: id }, { client: 'one' }])
    expect(editing(two.events)[1]).not.toHaveProperty('record')
  })

  it('are told that the desk is there while nothing happens', async () => {
    const { send, cookie } = await serve({ beat: 5 })
    const answer = await send({ path: '/events?client=one', headers: { cookie } })
    let heard = ''
    for await (const chunk of answer.setEncoding('utf8') as AsyncIterable<string>) {
      heard += chunk
      if (heard.split(': here').length > 3) break
    }
    expect(heard).toContain(': here\n\n: here\n\n')
  })
})

it('says which port cannot be had', async () => {
  const { office, renderer, port } = await serve()
  await expect(serveWeb({ host: office.host, renderer, port })).rejects.toThrow(`Port ${port} cannot be had`)
})
