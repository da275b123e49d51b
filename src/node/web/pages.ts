/** What a window may load: the desk itself, the preview of a rail, the library's images, an edition's zip. The same on the web and in Electron. */
import type { Output } from '../../core/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import { editionNumber } from '../../core/edition.ts'
import { mediaTypeOf } from '../../core/model/image.ts'
import { clientName } from '../client.ts'
import type { Host } from '../host.ts'
import { fileWithin } from './files.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** The desk's own code and nothing else; the libraries that drag and float write styles. */
const deskPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A launched page in a frame of the desk: its own style and no script. It keeps the desk's origin so that the desk can scroll it. */
const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ')

const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' }

export function plainAnswer(status: number, text: string): Answer {
  return {
    status,
    headers: { ...always, 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    body: text,
  }
}

export interface Pages {
  readonly host: Host
  /** The folder of the built window. */
  readonly renderer: string
}

const previewPath = /^\/preview\/([^/]+)\/([^/]+)$/
const mediaAddress = /^\/media\/([0-9a-f]{64}\.[a-z]{3})$/
const zipPath = /^\/editions\/([^/]+)\/([^/]+)\/([^/]+)\.zip$/

/** The address, on this host, of an edition's zip. */
export function zipAddress(channel: string, day: string, edition: string): string {
  return `/editions/${channel}/${day}/${edition}.zip`
}

/** Answers a GET of one of these pages. */
export async function answerPage({ host, renderer }: Pages, { pathname, searchParams }: URL): Promise<Answer> {
  const [, channel, day] = previewPath.exec(pathname) ?? []
  if (channel !== undefined && day !== undefined) {
    // What this window itself is editing goes out with its launch, so its preview shows it.
    const client = clientName(searchParams.get('client')) ?? 'preview'
    return preview(host, client, { channel, day, drafts: searchParams.get('drafts') === '1' })
  }
  const [, image] = mediaAddress.exec(pathname) ?? []
  if (image !== undefined) return media(host, image)
  const [, ...edition] = zipPath.exec(pathname) ?? []
  if (edition.length > 0) return zip(host, edition)
  const file = await fileWithin(renderer, pathname === '/' ? '/index.html' : pathname)
  if (file === undefined) return plainAnswer(404, 'There is nothing here.')
  return { status: 200, headers: { ...always, 'content-type': file.type, 'content-security-policy': deskPolicy }, body: file.bytes }
}

async function preview(host: Host, client: string, input: { channel: string; day: string; drafts: boolean }): Promise<Answer> {
  const result = (await host.call(client, 'preview', input)) as Result<Output<'preview'>>
  if (!result.ok) return plainAnswer(404, result.error.message)
  const headers = { ...always, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': previewPolicy }
  return { status: 200, headers, body: result.value.html }
}

async function media(host: Host, name: string): Promise<Answer> {
  const bytes = await host.media(name)
  if (bytes === undefined) return plainAnswer(404, 'The library does not hold this image.')
  const headers = {
    ...always,
    'content-type': mediaTypeOf(name),
    'content-security-policy': "default-src 'none'",
    // Another content is another name.
    'cache-control': 'private, max-age=31536000, immutable',
  }
  return { status: 200, headers, body: bytes }
}

async function zip(host: Host, [channel = '', day = '', edition = '']: readonly string[]): Promise<Answer> {
  const bytes = await host.bundle(channel, day, edition).catch(() => undefined)
  if (bytes === undefined) return plainAnswer(404, 'This library does not hold that edition.')
  const name = `${channel}-${day}-${editionNumber(edition)}.zip`
  return {
    status: 200,
    headers: { ...always, 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"` },
    body: bytes,
  }
}
