/** A host on a fresh settings folder and library, for tests. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newBrief, setField } from '../../src/core/acts.ts'
import type { RecordState } from '../../src/core/change.ts'
import { commands } from '../../src/core/contract.ts'
import { failureSchema } from '../../src/core/contract/failure.ts'
import type { CommandName, Input, Output } from '../../src/core/contract.ts'
import type { DeskEvent } from '../../src/core/contract/event.ts'
import type { Result } from '../../src/core/contract/failure.ts'
import type { View } from '../../src/core/contract/view.ts'
import type { EditSet } from '../../src/core/edit.ts'
import { createHost, type Host, type HostOptions, type Picker } from '../../src/node/host.ts'

/** A folder that is gone when the test is over. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrail-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export class Office {
  readonly host: Host
  readonly folder: string
  readonly events: DeskEvent[] = []
  channel = ''
  day = ''
  #keys = 0

  private constructor(host: Host, folder: string) {
    this.host = host
    this.folder = folder
    host.on((event) => this.events.push(event))
  }

  /** With a library open that has one channel, unless `empty`. */
  static async open(
    options: { picker?: Picker; settings?: string; folder?: string; empty?: boolean } & Partial<Pick<HostOptions, 'kind' | 'now'>> = {},
  ): Promise<Office> {
    const settings = options.settings ?? (await freshFolder())
    const folder = options.folder ?? join(await freshFolder(), 'library')
    const host = createHost({
      kind: options.kind ?? 'cli',
      version: '0.0.0',
      settingsFolder: settings,
      defaultFolder: folder,
      picker: options.picker ?? {},
      ...(options.now === undefined ? {} : { now: options.now }),
    })
    onTestFinished(() => host.close())
    const office = new Office(host, folder)
    if (options.empty !== true) {
      await office.ask('createLibrary', { title: 'World', language: 'en', zone: 'Europe/Vilnius', site: '', name: 'Ana', where: 'default' })
      await office.view()
    }
    return office
  }

  /** What comes back is held against the contract as well. */
  async call<K extends CommandName>(name: K, input: Input<K>, client = 'one'): Promise<Result<Output<K>>> {
    const result = await this.host.call(client, name, input)
    if (result.ok) commands[name].output.parse(result.value)
    else failureSchema.parse(result.error)
    return result as Result<Output<K>>
  }

  /** The value of a call that must not fail. */
  async ask<K extends CommandName>(name: K, input: Input<K>, client = 'one'): Promise<Output<K>> {
    const result = await this.call(name, input, client)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value
  }

  async view(day?: string, client = 'one'): Promise<View> {
    const view = await this.ask('view', day === undefined ? {} : { channel: this.channel, day }, client)
    this.channel = view.channel
    if (day === undefined) this.day = view.day
    return view
  }

  async record(id: string): Promise<RecordState> {
    const found = (await this.view()).records.find((record) => record.id === id)
    if (found === undefined) throw new Error(`Not on view: ${id}`)
    return found
  }

  edit(sets: EditSet[], step = 'step'): Promise<Output<'edit'>> {
    return this.ask('edit', { step, sets })
  }

  /** A ready brief of an hour ago; answers its id. */
  async brief(kicker: string, day = this.day): Promise<string> {
    const key = `k${String((this.#keys += 1))}`
    const at = `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 16)}:00.000Z`
    await this.edit(
      newBrief(this.channel, day, key, { at, kicker, text: `About ${kicker}.`, status: 'ready' }, new Date().toISOString()),
      key,
    )
    return `${this.channel}/${day}/brief-${key}`
  }

  async set(id: string, field: string, to: EditSet['to'], step = 'step'): Promise<void> {
    await this.edit([setField(await this.record(id), id, field, to)], step)
  }

  launch(targets: string[] = [], day = this.day): Promise<Output<'launch'>> {
    return this.ask('launch', { channel: this.channel, day, unticked: [], taken: [], targets })
  }
}
