/** The only two things the window knows of its host: `call` and `on`. The same over Electron's bridge and over HTTP. */
import { inject, type InjectionKey } from 'vue'
import type { Call } from '../core/contract.ts'
import type { DeskEvent } from '../core/contract/event.ts'
import type { Failure, Result } from '../core/contract/failure.ts'
import type { Act } from '../core/keys.ts'
import { t } from './i18n.ts'

/**
 * What a window hears: the desk's events in order. `lost`: the desk cannot be reached; `gap`: events
 * were missed, so the state must be asked for again.
 */
export type Heard = DeskEvent | { readonly kind: 'lost' } | { readonly kind: 'gap' }

export interface Connection {
  /** This window's name in `editing` events; undefined where the host leaves its own out. */
  readonly client: string | undefined
  readonly call: Call
  readonly on: (listener: (heard: Heard) => void) => () => void
  /** Acts chosen in a native menu. */
  readonly onAct: (listener: (act: Act) => void) => () => void
  /** Called when the window is about to go; `last` says that nothing sent later arrives. */
  readonly onFlush: (flush: (last: boolean) => Promise<void>) => void
}

/** What Electron's preload gives the page. */
export interface Bridge {
  readonly client?: string
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly on: (listener: (event: DeskEvent) => void) => () => void
  readonly onAct?: (listener: (act: Act) => void) => () => void
  readonly onFlush?: (flush: () => Promise<void>) => void
}

declare global {
  interface Window {
    readonly newsrail?: Bridge
  }
}

export const connectionKey: InjectionKey<Connection> = Symbol('connection')

export function useConnection(): Connection {
  const connection = inject(connectionKey)
  if (connection === undefined) throw new Error('No connection was provided.')
  return connection
}

export function connect(): Connection {
  return window.newsrail === undefined ? connectToWeb() : connectToBridge(window.newsrail)
}

function unreachable(): Failure {
  return { code: 'unreachable', message: t('failures.unreachable') }
}

/** Passes events on and tells of gaps in their numbers. */
export function inSequence(hear: (heard: Heard) => void): { event: (event: DeskEvent) => void; restart: () => void } {
  let last: number | undefined
  return {
    event: (event) => {
      const missed = last !== undefined && event.n !== last + 1
      last = event.n
      hear(event)
      if (missed) hear({ kind: 'gap' })
    },
    restart: () => {
      last = undefined
      hear({ kind: 'gap' })
    },
  }
}

/** One source of news for however many listeners, from the first one on. */
function shared(listen: (hear: (heard: Heard) => void) => unknown): Connection['on'] {
  const listeners = new Set<(heard: Heard) => void>()
  let listening = false
  return (listener) => {
    listeners.add(listener)
    if (!listening) listen((heard) => listeners.forEach((hear) => hear(heard)))
    listening = true
    return () => {
      listeners.delete(listener)
    }
  }
}

function connectToBridge(bridge: Bridge): Connection {
  const call = async (name: string, input: unknown): Promise<unknown> => {
    try {
      return await bridge.call(name, input)
    } catch {
      return { ok: false, error: unreachable() } satisfies Result<never>
    }
  }
  return {
    client: bridge.client,
    // The desk checks inputs and outputs against the contract; here its types hold.
    call: call as Call,
    on: shared((hear) => bridge.on(inSequence(hear).event)),
    onAct: (listener) => bridge.onAct?.(listener) ?? (() => undefined),
    onFlush: (flush) => bridge.onFlush?.(() => flush(false)),
  }
}

const retryAfter = 2_000

function connectToWeb(): Connection {
  const client = crypto.randomUUID()
  let leaving = false
  const call = async (name: string, input: unknown): Promise<unknown> => {
    try {
      const answer = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-newsrail-client': client },
        body: JSON.stringify(input),
        keepalive: leaving,
      })
      return await answer.json()
    } catch {
      return { ok: false, error: unreachable() } satisfies Result<never>
    }
  }
  return {
    client,
    call: call as Call,
    on: shared((hear) => listenToWeb(`/events?client=${client}`, hear)),
    onAct: () => () => undefined,
    onFlush: (flush) => {
      window.addEventListener('pagehide', () => {
        leaving = true
        void flush(true)
      })
      window.addEventListener('pageshow', () => {
        leaving = false
      })
    },
  }
}

/** Server-sent events, opened again whenever they break. */
function listenToWeb(address: string, hear: (heard: Heard) => void): void {
  const sequence = inSequence(hear)
  let opened = false
  const open = (): void => {
    const source = new EventSource(address)
    source.onopen = () => {
      if (opened) sequence.restart()
      opened = true
    }
    source.onmessage = (message: MessageEvent<string>) => sequence.event(JSON.parse(message.data) as DeskEvent)
    source.onerror = () => {
      hear({ kind: 'lost' })
      // The browser tries again by itself unless it gave up.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, retryAfter)
    }
  }
  open()
}
