/**
 * One field being written. Words are recorded at every pause, with the writes that the field was opened
 * on; one write is under way at a time and what is typed meanwhile goes with the next. Another's wording
 * never replaces what stands under the cursor: it is kept beside it until a person decides.
 */
import { computed, shallowRef, type Ref } from 'vue'
import { same, writesOf, writesShown, valueOf, type Change, type RecordState } from '../core/change.ts'
import type { Failure, Result } from '../core/contract/failure.ts'
import type { ChangeId } from '../core/ids.ts'
import type { Json } from '../core/model/field.ts'

export type Parsed = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false; readonly problem: string }

export interface WriterOptions {
  readonly field: string
  /** `pause`: while it is typed; `leave`: only when the field is left and what stands in it is valid. */
  readonly when: 'pause' | 'leave'
  readonly parse: (text: string) => Parsed
  readonly print: (value: Json | undefined) => string
  /** Records a value. Must hand it to the desk before anything else happens. */
  readonly send: (value: Json | undefined, after: readonly ChangeId[]) => Promise<Result<{ change: Change }>>
  /** Called when the field begins to hold words that are not recorded, and when it no longer does. */
  readonly held: (holds: boolean) => void
}

/** Another's wording, written while this field was open. */
export interface Theirs {
  readonly text: string
  readonly value: Json | undefined
  readonly write: ChangeId
}

export interface Writer {
  readonly text: Readonly<Ref<string>>
  /** Why what stands here is not recorded: it is not valid, or the desk could not. */
  readonly problem: Readonly<Ref<string | undefined>>
  readonly theirs: Readonly<Ref<Theirs | undefined>>
  readonly dirty: Readonly<Ref<boolean>>
  readonly type: (text: string) => void
  /** Records a value that was chosen rather than typed. */
  readonly put: (value: Json | undefined) => Promise<void>
  readonly focus: () => void
  readonly leave: () => Promise<void>
  readonly flush: (last?: boolean) => Promise<void>
  /** Whether what stands here can be recorded. */
  readonly valid: () => boolean
  /** The record as it is now. */
  readonly meet: (record: RecordState | undefined) => void
  readonly takeTheirs: () => void
  readonly keepMine: () => Promise<void>
  /** Goes back to what is recorded. */
  readonly drop: () => void
}

export const pause = 300
export const longest = 2_000
const retryAfter = 4_000

/** Failures that may pass by themselves. */
const passing: readonly Failure['code'][] = ['unreachable', 'no-library', 'disk', 'disk-full', 'internal']

export function createWriter(record: RecordState | undefined, options: WriterOptions): Writer {
  const { field, print, parse } = options
  const text = shallowRef(print(valueOf(record, field)))
  const problem = shallowRef<string>()
  const theirs = shallowRef<Theirs>()
  /** What the field showed when it was last recorded or opened. */
  const recorded = shallowRef(text.value)
  const dirty = computed(() => text.value !== recorded.value)

  let after: readonly ChangeId[] = writesShown(record, field)
  let latest = record
  let focused = false
  let underWay: Promise<void> | undefined
  /** Values given at once, such as a chosen one of two times: what stands in the text meanwhile is not to be read. */
  let putting = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstTyped: number | undefined
  let holding = false

  function hold(holds: boolean): void {
    if (holds === holding) return
    holding = holds
    options.held(holds)
  }

  function schedule(): void {
    if (options.when === 'leave') return
    firstTyped ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(() => void commit(), Math.max(0, Math.min(pause, firstTyped + longest - Date.now())))
  }

  function type(typed: string): void {
    text.value = typed
    if (options.when === 'leave') problem.value = undefined
    if (!dirty.value && underWay === undefined) {
      settle()
      return
    }
    hold(true)
    schedule()
  }

  function settle(): void {
    clearTimeout(timer)
    firstTyped = undefined
    problem.value = undefined
    hold(false)
  }

  /** Records what stands here, unless it is already or is not valid. */
  function commit(): Promise<void> {
    clearTimeout(timer)
    if (underWay !== undefined) return underWay.then(() => (dirty.value && problem.value === undefined ? commit() : undefined))
    if (!dirty.value) return Promise.resolve()
    const parsed = parse(text.value)
    if (!parsed.ok) {
      problem.value = parsed.problem
      return Promise.resolve()
    }
    return write(text.value, parsed.value)
  }

  function write(sent: string, value: Json | undefined): Promise<void> {
    hold(true)
    firstTyped = undefined
    const done = options.send(value, after).then((result) => {
      underWay = undefined
      if (result.ok) accepted(sent, value, result.value.change)
      else refused(result.error)
    })
    underWay = done
    return done
  }

  function accepted(sent: string, value: Json | undefined, change: Change): void {
    after = [change.id]
    // A typed time is shown as the clock writes it.
    const shown = options.when === 'leave' ? print(value) : sent
    if (text.value === sent) text.value = shown
    recorded.value = shown
    if (!dirty.value) settle()
    else problem.value = undefined
    meet(latest)
  }

  function refused(error: Failure): void {
    problem.value = error.message
    if (passing.includes(error.code)) timer = setTimeout(() => void commit(), retryAfter)
  }

  async function flush(last = false): Promise<void> {
    clearTimeout(timer)
    // Nothing sent later will arrive: better two wordings than one lost.
    if (last && underWay !== undefined && dirty.value) {
      const parsed = parse(text.value)
      if (parsed.ok) void options.send(parsed.value, after)
      return
    }
    // What is under way may fail for a reason that has passed by now.
    await underWay
    await commit()
  }

  async function put(value: Json | undefined): Promise<void> {
    putting += 1
    try {
      await underWay
      text.value = print(value)
      problem.value = undefined
      await write(text.value, value)
    } finally {
      putting -= 1
    }
  }

  function adopt(value: Json | undefined, writes: readonly ChangeId[]): void {
    text.value = print(value)
    recorded.value = text.value
    after = writes
    theirs.value = undefined
    settle()
  }

  function meet(record: RecordState | undefined): void {
    latest = record
    // Its own write may be heard of before it is answered.
    if (underWay !== undefined) return
    const present = writesOf(record, field)
    if (present.some((id) => after.includes(id))) {
      // Equal wordings are replaced together; a different one beside this is a conflict, shown in the card.
      const own = record?.fields[field]?.find((one) => after.includes(one.id))
      after = (record?.fields[field] ?? []).filter((one) => same(one.value, own?.value)).map((one) => one.id)
      theirs.value = undefined
      return
    }
    if (present.length === 0) return
    const value = valueOf(record, field)
    if (print(value) === text.value || (!focused && !dirty.value)) adopt(value, writesShown(record, field))
    else theirs.value = { text: print(value), value, write: present[0] ?? '' }
  }

  function takeTheirs(): void {
    if (theirs.value !== undefined) adopt(theirs.value.value, writesShown(latest, field))
  }

  async function keepMine(): Promise<void> {
    after = writesOf(latest, field)
    theirs.value = undefined
    const parsed = parse(text.value)
    if (parsed.ok) await write(text.value, parsed.value)
  }

  async function leave(): Promise<void> {
    focused = false
    await commit()
    meet(latest)
  }

  function drop(): void {
    text.value = recorded.value
    settle()
  }

  return {
    text,
    problem,
    theirs,
    dirty,
    type,
    put,
    focus: () => {
      focused = true
    },
    leave,
    flush,
    valid: () => putting > 0 || !dirty.value || parse(text.value).ok,
    meet,
    takeTheirs,
    keepMine,
    drop,
  }
}
