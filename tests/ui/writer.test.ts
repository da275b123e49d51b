import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { choose, setField } from '../../src/core/acts.ts'
import { conflictsOf, valueOf } from '../../src/core/change.ts'
import type { RecordId } from '../../src/core/ids.ts'
import { useRail } from '../../src/ui/stores/rail.ts'
import { useSaving } from '../../src/ui/stores/saving.ts'
import { useField, type FieldOptions } from '../../src/ui/composables/field.ts'
import { effectScope, type App, type EffectScope } from 'vue'
import { flushed, TestDesk } from './desk.ts'
import type { Writer } from '../../src/ui/writer.ts'

let desk: TestDesk
let app: App
let brief: RecordId
let scope: EffectScope

beforeEach(async () => {
  vi.useFakeTimers()
  desk = new TestDesk()
  brief = desk.newsroom.brief('22:30', 'Congo')
  app = desk.app()
  scope = effectScope()
  await useRail().show()
})

afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function open(field: string, more: Partial<FieldOptions> = {}): Writer {
  return app.runWithContext(() => scope.run(() => useField({ record: brief, field, step: 'visit', ...more }))!)
}

const recorded = (field: string): unknown => valueOf(desk.newsroom.records.get(brief), field)
const shownAs = (): string[] =>
  desk.newsroom.records.get(brief)!.fields.text!.map((write) => (typeof write.value === 'string' ? write.value : ''))

describe('a field that is typed in', () => {
  it('is recorded 300 ms after the last key', async () => {
    const writer = open('text')
    writer.type('One')
    await vi.advanceTimersByTimeAsync(200)
    writer.type('One two')
    await vi.advanceTimersByTimeAsync(299)
    expect(desk.edits()).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(recorded('text')).toBe('One two')
  })

  it('is recorded at least every two seconds however steadily it is typed', async () => {
    const writer = open('text')
    for (let key = 0; key < 21; key += 1) {
      writer.type('x'.repeat(key + 1))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(desk.edits()).toHaveLength(1)
    expect(recorded('text')).toBe('x'.repeat(20))
  })

  it('is recorded at once when it is left', async () => {
    const writer = open('text')
    writer.focus()
    writer.type('Left')
    await writer.leave()
    expect(recorded('text')).toBe('Left')
  })

  it('is not recorded where it came back to what it was', async () => {
    const writer = open('kicker')
    writer.type('Cong')
    writer.type('Congo')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(desk.edits()).toHaveLength(0)
    expect(useSaving().saving).toBe(false)
  })

  it('joins all pauses of a visit by its step', async () => {
    const writer = open('text')
    writer.type('One')
    await vi.advanceTimersByTimeAsync(400)
    writer.type('One two')
    await vi.advanceTimersByTimeAsync(400)
    const steps = desk.calls.filter(({ name }) => name === 'edit').map(({ input }) => (input as { step: string }).step)
    expect(steps).toEqual(['visit', 'visit'])
  })
})

describe('writes of a field', () => {
  it('are under way one at a time; what is typed meanwhile goes with the next, over the one before', async () => {
    const writer = open('text')
    desk.slow = true
    writer.type('One')
    await vi.advanceTimersByTimeAsync(300)
    writer.type('One two')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(desk.edits()).toHaveLength(1)
    await desk.answer()
    expect(desk.edits()).toHaveLength(2)
    await desk.answer()
    expect(recorded('text')).toBe('One two')
    expect(conflictsOf(desk.newsroom.records.get(brief)!)).toEqual([])
  })

  it('do not take their own change for another’s when it is heard of before it is answered', async () => {
    const writer = open('text')
    writer.focus()
    desk.slow = true
    writer.type('One')
    await vi.advanceTimersByTimeAsync(300)
    writer.type('One two')
    await flushed()
    expect(writer.theirs.value).toBeUndefined()
    expect(writer.text.value).toBe('One two')
  })

  it('say "Saved" only when the desk has acknowledged', async () => {
    const saving = useSaving()
    const writer = open('text')
    desk.slow = true
    writer.type('One')
    expect(saving.saving).toBe(true)
    await vi.advanceTimersByTimeAsync(300)
    expect(saving.saving).toBe(true)
    await desk.answer()
    expect(saving.saving).toBe(false)
  })
})

describe('words that the desk cannot record', () => {
  const away = { code: 'unreachable', message: 'The desk cannot be reached.' } as const

  it('stay in the field, say why, and are recorded when it can again', async () => {
    const saving = useSaving()
    const writer = open('text')
    desk.refuse = away
    writer.type('Kept')
    await vi.advanceTimersByTimeAsync(400)
    expect(writer.problem.value).toBe(away.message)
    expect(saving.wrong).toBe(away.message)
    desk.refuse = undefined
    await vi.advanceTimersByTimeAsync(5_000)
    expect(recorded('text')).toBe('Kept')
    expect(saving.wrong).toBeUndefined()
  })

  it('outlive the card, and stand in it again when it is opened', async () => {
    desk.refuse = away
    open('text').type('Kept')
    await vi.advanceTimersByTimeAsync(400)
    scope.stop()
    scope = effectScope()
    expect(open('text').text.value).toBe('Kept')
    desk.refuse = undefined
    await useSaving().flush()
    expect(recorded('text')).toBe('Kept')
  })

  it('are recorded as soon as the desk is heard of again', async () => {
    desk.refuse = away
    open('text').type('Kept')
    await vi.advanceTimersByTimeAsync(400)
    desk.refuse = undefined
    desk.hear({ kind: 'gap' })
    await flushed()
    expect(recorded('text')).toBe('Kept')
  })

  it('are sent at the last moment even while a write is under way', async () => {
    const writer = open('text')
    desk.slow = true
    writer.type('One')
    await vi.advanceTimersByTimeAsync(300)
    writer.type('One two')
    void useSaving().flush(true)
    expect(shownAs()).toContain('One two')
  })
})

describe('another’s wording', () => {
  const theirs = (text: string) => desk.elsewhere([setField(desk.newsroom.records.get(brief), brief, 'text', text)])

  it('takes the place of what stands in a field nobody is in', async () => {
    const writer = open('text')
    theirs('Theirs')
    await flushed()
    expect(writer.text.value).toBe('Theirs')
  })

  it('never replaces what stands under the cursor: it stands beside it', async () => {
    const writer = open('text')
    const before = writer.text.value
    writer.focus()
    theirs('Theirs')
    await flushed()
    expect(writer.text.value).toBe(before)
    expect(writer.theirs.value?.text).toBe('Theirs')
  })

  it('and what is typed on become a conflict, not a loss', async () => {
    const writer = open('text')
    writer.focus()
    theirs('Theirs')
    writer.type('Mine')
    await vi.advanceTimersByTimeAsync(400)
    expect(shownAs().sort()).toEqual(['Mine', 'Theirs'])
    expect(writer.text.value).toBe('Mine')
    expect(writer.theirs.value).toBeUndefined()
  })

  it('can be taken, and is then written over knowingly', async () => {
    const writer = open('text')
    writer.focus()
    theirs('Theirs')
    await flushed()
    writer.takeTheirs()
    writer.type('Theirs, and mine')
    await vi.advanceTimersByTimeAsync(400)
    expect(shownAs()).toEqual(['Theirs, and mine'])
  })

  it('can be replaced by what stands in the field', async () => {
    const writer = open('text')
    const mine = writer.text.value
    writer.focus()
    theirs('Theirs')
    await flushed()
    await writer.keepMine()
    expect(shownAs()).toEqual([mine])
  })

  it('chosen in a conflict stands in the field once the field is left', async () => {
    const writer = open('text')
    writer.focus()
    theirs('Theirs')
    writer.type('Mine')
    await writer.leave()
    const record = desk.newsroom.records.get(brief)!
    desk.elsewhere([choose(record, conflictsOf(record)[0]!, 'Theirs')])
    await flushed()
    expect(writer.text.value).toBe('Theirs')
  })
})

describe('a field that is recorded when it is left', () => {
  const link: Partial<FieldOptions> = {
    when: 'leave',
    parse: (text) => (text.startsWith('https://') || text === '' ? { ok: true, value: text } : { ok: false, problem: 'Not an address.' }),
  }

  it('waits until then', async () => {
    const writer = open('link', link)
    writer.type('https://example.org')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(recorded('link')).toBeUndefined()
    await writer.leave()
    expect(recorded('link')).toBe('https://example.org')
  })

  it('keeps what was typed and says why where it is not valid', async () => {
    const writer = open('link', link)
    writer.type('nowhere')
    await writer.leave()
    expect(writer.text.value).toBe('nowhere')
    expect(writer.problem.value).toBe('Not an address.')
    expect(desk.edits()).toHaveLength(0)
  })

  it('is recorded at quit without being left', async () => {
    open('link', link).type('https://example.org')
    await useSaving().flush()
    expect(recorded('link')).toBe('https://example.org')
  })
})
