/** All that a window gets of its host: calls of the contract go over the channel, and what the host tells comes over it. */
import { contextBridge, ipcRenderer } from 'electron'
import type { DeskEvent } from '../src/core/contract/event.ts'
import type { Act } from '../src/core/keys.ts'

/** What the host tells a window. A flush brings a port, which hears whether all words are recorded. */
export type Told =
  { readonly kind: 'event'; readonly event: DeskEvent } | { readonly kind: 'act'; readonly act: Act } | { readonly kind: 'flush' }

/** Of the browser's MessagePort what is used; the host's side is typed without a browser's names. */
interface Answerable {
  postMessage(kept: boolean): void
}

const client = crypto.randomUUID()
const listeners = new Set<(told: Told) => void>()
let flush = (): Promise<void> => Promise.resolve()

ipcRenderer.on('newsrail', ({ ports }, told: Told) => {
  for (const hear of listeners) hear(told)
  if (told.kind !== 'flush') return
  const [port] = ports as Answerable[]
  flush().then(
    () => port?.postMessage(true),
    () => port?.postMessage(false),
  )
})

function listen(hear: (told: Told) => void): () => void {
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
  }
}

contextBridge.exposeInMainWorld('newsrail', {
  client,
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('newsrail', client, name, input),
  on: (hear: (event: DeskEvent) => void) =>
    listen((told) => {
      if (told.kind === 'event') hear(told.event)
    }),
  onAct: (hear: (act: Act) => void) =>
    listen((told) => {
      if (told.kind === 'act') hear(told.act)
    }),
  /** Called before the window goes: it goes once the promise is kept, and the person is asked where it is broken. */
  onFlush: (record: () => Promise<void>) => {
    flush = record
  },
})
