/** Calls of the contract as they come over HTTP. */
import type { IncomingMessage } from 'node:http'
import type { Refusal } from './guard.ts'

/** More than any call needs; what is larger is refused before it fills the memory. */
const mostBytes = 32 * 1024 * 1024

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

const refuse = (status: Refusal['status'], message: string): Read<never> => ({ ok: false, refusal: { status, message } })

/** The JSON that a request brings. Another type than JSON is refused: no form of another site can send that. */
export async function readJson(request: IncomingMessage): Promise<Read<unknown>> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    return refuse(415, 'A call is sent as application/json.')
  const tooLarge = refuse(413, 'This is more than 32 MB, which no call of the desk is. Nothing of it was recorded: send it in parts.')
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLarge
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed where reading ends early: the answer still has to go out over it.
  for await (const chunk of { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer> }) {
    size += chunk.length
    if (size > mostBytes) return tooLarge
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString()) }
  } catch {
    return refuse(400, 'This call is no JSON.')
  }
}
