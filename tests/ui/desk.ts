/** A desk in the same process for tests of the window: the contract's `view`, `edit` and `editing`, and its events. */
import { createPinia, setActivePinia } from 'pinia'
import { createApp, type App } from 'vue'
import type { Change } from '../../src/core/change.ts'
import type { Call } from '../../src/core/contract.ts'
import type { DeskEvent } from '../../src/core/contract/event.ts'
import type { Failure } from '../../src/core/contract/failure.ts'
import type { View } from '../../src/core/contract/view.ts'
import type { EditSet } from '../../src/core/edit.ts'
import { connectionKey, type Connection, type Heard } from '../../src/ui/connection.ts'
import { channelKey, day, Newsroom } from '../core/newsroom.ts'

export class TestDesk {
  readonly newsroom = new Newsroom()
  /** Calls as they came, by name. */
  readonly calls: { name: string; input: unknown }[] = []
  /** What every edit is refused with, while it is set. */
  refuse: Failure | undefined
  /** While true, answers wait for `answer`. */
  slow = false
  /** Whether events are told at once. */
  telling = true
  #n = 0
  #listeners = new Set<(heard: Heard) => void>()
  #waiting: (() => void)[] = []
  #untold: DeskEvent[] = []

  readonly connection: Connection = {
    client: 'this-window',
    call: (async (name: string, input: unknown) => {
      this.calls.push({ name, input: structuredClone(input) })
      const answer = this.#answer(name, input)
      if (this.slow) await new Promise<void>((resolve) => this.#waiting.push(resolve))
      return Promise.resolve(answer)
    }) as Call,
    on: (listener) => {
      this.#listeners.add(listener)
      return () => this.#listeners.delete(listener)
    },
    onAct: () => () => undefined,
    onFlush: () => undefined,
  }

  /** Another window's edit. */
  elsewhere(sets: readonly EditSet[]): Change {
    const change = this.newsroom.edit(sets, { by: 'library/person-ben' })
    this.emit({ kind: 'change', change })
    return change
  }

  emit(event: { kind: 'change'; change: Change } | { kind: 'editing'; client: string; record: string | undefined }): void {
    this.#n += 1
    this.#untold.push({ ...event, n: this.#n })
    if (this.telling) this.tell()
  }

  /** Tells the events that were held back. */
  tell(): void {
    for (const event of this.#untold.splice(0)) this.hear(event)
  }

  hear(heard: Heard): void {
    for (const listener of this.#listeners) listener(heard)
  }

  /** Lets the oldest waiting answer go. */
  async answer(): Promise<void> {
    this.#waiting.shift()?.()
    await flushed()
  }

  edits(): EditSet[][] {
    return this.calls.filter(({ name }) => name === 'edit').map(({ input }) => (input as { sets: EditSet[] }).sets)
  }

  view(): View {
    return { n: this.#n, channel: channelKey, day, records: [...this.newsroom.records.values()], editing: [] }
  }

  #answer(name: string, input: unknown): unknown {
    if (name === 'view') return { ok: true, value: this.view() }
    if (name !== 'edit') return { ok: true, value: {} }
    if (this.refuse !== undefined) return { ok: false, error: this.refuse }
    const change = this.newsroom.edit((input as { sets: EditSet[] }).sets)
    this.emit({ kind: 'change', change })
    return { ok: true, value: { change } }
  }

  /** An app whose stores are on this desk. */
  app(): App {
    const app = createApp({}).provide(connectionKey, this.connection)
    const pinia = createPinia()
    app.use(pinia)
    setActivePinia(pinia)
    return app
  }
}

/** Lets promises that can settle do so. */
export async function flushed(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}
