/** The state of one day as the desk gives it, and as its events change it since. */
import { computed, shallowRef } from 'vue'
import type { Change, Records } from '../core/change.ts'
import type { DeskEvent } from '../core/contract/event.ts'
import type { Failure } from '../core/contract/failure.ts'
import type { View } from '../core/contract/view.ts'
import type { ChangeId, ChannelKey, Day, RecordId } from '../core/ids.ts'
import type { Connection, Heard } from './connection.ts'
import { meet, type Here } from './hear.ts'

/** Begins with nothing in view. Events are applied in their order, whichever of answer and event comes first. */
export function createFeed(connection: Pick<Connection, 'call' | 'on' | 'client'>) {
  const view = shallowRef<Omit<View, 'records' | 'editing'>>()
  const records = shallowRef<Records>(new Map())
  /** What other windows edit, by window. */
  const editing = shallowRef<ReadonlyMap<string, RecordId>>(new Map())
  /** Why the day could not be shown. */
  const failure = shallowRef<Failure>()

  /** The latest question for the state, 0 where none is open. Events that come meanwhile are kept and applied to the answer. */
  let asking = 0
  let questions = 0
  let meanwhile: DeskEvent[] = []
  let wanted: { channel: ChannelKey | undefined; day: Day | undefined } = { channel: undefined, day: undefined }
  const authors = new Map<ChangeId, RecordId>()
  /** Own changes that were accepted and not yet heard of, and who waits for them. */
  const expected = new Set<ChangeId>()
  const waiting: (() => void)[] = []

  async function ask(): Promise<void> {
    const turn = (asking = ++questions)
    meanwhile = []
    const { channel, day } = wanted
    const result = await connection.call('view', { ...(channel === undefined ? {} : { channel }), ...(day === undefined ? {} : { day }) })
    // A later question's answer counts.
    if (turn !== asking) return
    asking = 0
    failure.value = result.ok ? undefined : result.error
    if (!result.ok) return
    const { records: sent, editing: others, ...rest } = result.value
    wanted = { channel: rest.channel, day: rest.day }
    records.value = new Map(sent.map((record) => [record.id, record]))
    editing.value = new Map(others.map((record) => [`before ${record}`, record]))
    view.value = rest
    arrived(undefined)
    for (const event of meanwhile) if (event.n > rest.n) hear(event)
  }

  /** Shows a channel's day; without a channel the one in view, without a day today. */
  async function show(channel?: ChannelKey, day?: Day): Promise<void> {
    wanted = { channel: channel ?? view.value?.channel, day }
    await ask()
  }

  function close(): void {
    asking = 0
    wanted = { channel: undefined, day: undefined }
    view.value = undefined
    records.value = new Map()
    editing.value = new Map()
    arrived(undefined)
  }

  function hear(heard: Heard): void {
    switch (heard.kind) {
      case 'lost':
      case 'hello':
      case 'delivery':
      case 'due':
        return
      case 'gap':
        if (view.value !== undefined || asking > 0) void ask()
        return
      case 'change':
      case 'edition':
      case 'editing':
        if (asking > 0) meanwhile.push(heard)
        if (view.value !== undefined) take(heard, view.value)
    }
  }

  function take(event: Exclude<DeskEvent, { kind: 'hello' | 'delivery' | 'due' }>, here: Here): void {
    if (event.kind === 'change') takeChange(event.change, here)
    else if (event.kind === 'editing') takeEditing(event.client, event.record)
    // A launch changes what the site shows, and what the rail of a later day carries.
    else if (event.channel === here.channel) void ask()
  }

  function takeChange(change: Change, here: Here): void {
    authors.set(change.id, change.by)
    const met = meet(records.value, change, here)
    records.value = met.records
    if (met.ask) void ask()
    arrived(change.id)
  }

  function takeEditing(client: string, record: RecordId | undefined): void {
    if (client === connection.client) return
    // Which window edited what when this one came is not known, so an unknown one's news asks for it.
    if (!editing.value.has(client) && [...editing.value.keys()].some((key) => key.startsWith('before '))) void ask()
    const next = new Map(editing.value)
    if (record === undefined) next.delete(client)
    else next.set(client, record)
    editing.value = next
  }

  function arrived(change: ChangeId | undefined): void {
    if (change === undefined) expected.clear()
    else expected.delete(change)
    if (expected.size === 0) for (const resolve of waiting.splice(0)) resolve()
  }

  connection.on(hear)

  return {
    view,
    records,
    failure,
    editing: computed(() => new Set(editing.value.values())),
    show,
    reload: ask,
    close,
    /** Whether the state is being asked for. */
    isAsking: (): boolean => asking > 0,
    /** An own change was accepted: `settled` waits until it is shown. */
    expect(change: ChangeId): void {
      if (!authors.has(change)) expected.add(change)
    },
    /** Settles when all that was recorded from here is shown here. */
    async settled(): Promise<void> {
      if (expected.size > 0) await new Promise<void>((resolve) => waiting.push(resolve))
    },
    /** Who made a change that this window heard of. */
    authorOf: (change: ChangeId): RecordId | undefined => authors.get(change),
  }
}
