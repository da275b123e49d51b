/** Who may speak to the web host: the browser that was given the token, from the host's own pages, and nobody else. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is refused. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405 | 413 | 415
  readonly message: string
}

export interface Guard {
  /** `http://127.0.0.1:<port>`, as browsers write it. */
  readonly origin: string
  /** What to refuse a request with; undefined where it may pass. */
  check(request: IncomingMessage): Refusal | undefined
  /** The cookie to set for a request that carries the token in its address; undefined for any other. */
  admit(url: URL): string | undefined
}

const refusals = {
  host: { status: 403, message: 'This desk answers at its own address only.' },
  site: { status: 403, message: 'Another site asked for this; the desk answers its own pages only.' },
  token: {
    status: 401,
    message: 'This window does not belong to the desk that runs now. Open the address that Newsrail printed when it started.',
  },
} as const satisfies Record<string, Refusal>

/** Guards a host on a loopback port with a token. */
export function guard(port: number, token: string): Guard {
  const { origin, host } = new URL(`http://127.0.0.1:${port}`)
  // Cookies know no ports: two desks on one machine must not take each other's.
  const cookie = `newsrail-${port}`
  return {
    origin,
    check(request) {
      // A name that somebody made to point here (DNS rebinding) is not the address.
      if (request.headers.host !== host) return refusals.host
      if (!fromOwnPage(request, origin)) return refusals.site
      return isToken(cookieOf(request, cookie), token) ? undefined : refusals.token
    },
    admit(url) {
      const given = url.pathname === '/' ? url.searchParams.get('token') : null
      return given !== null && isToken(given, token) ? `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/` : undefined
    },
  }
}

/**
 * Whether a request comes from the desk's own pages or from a person's address bar. Browsers send an Origin with
 * every POST (Fetch, section 3.2) and Sec-Fetch-Site with everything.
 */
function fromOwnPage({ method, headers }: IncomingMessage, own: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined ? method !== 'POST' : headers.origin === own
}

function cookieOf(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

/** Compares in a time that tells nothing. */
function isToken(given: string, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(token))
}
