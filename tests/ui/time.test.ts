import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, type App } from 'vue'
import { createPinia, setActivePinia } from 'pinia'
import { valueOf } from '../../src/core/change.ts'
import type { RecordId } from '../../src/core/ids.ts'
import TimeField from '../../src/ui/components/fields/TimeField.vue'
import { connectionKey } from '../../src/ui/connection.ts'
import { useRail } from '../../src/ui/stores/rail.ts'
import { flushed, TestDesk } from './desk.ts'

let desk: TestDesk
let brief: RecordId
let app: App | undefined

async function mount(field: 'at' | 'embargo' = 'at'): Promise<HTMLInputElement> {
  const pinia = createPinia()
  app = createApp({ render: () => h(TimeField, { record: brief, field, step: 'visit', label: 'Time', optional: field === 'embargo' }) })
    .provide(connectionKey, desk.connection)
    .use(pinia)
  setActivePinia(pinia)
  await app.runWithContext(() => useRail().show())
  document.body.innerHTML = '<div id="place"></div>'
  app.mount('#place')
  return document.querySelector('input')!
}

/** Types over what stands in the field and leaves it. */
async function type(input: HTMLInputElement, text: string): Promise<void> {
  input.dispatchEvent(new Event('focus'))
  input.value = text
  input.dispatchEvent(new Event('input'))
  input.dispatchEvent(new Event('blur'))
  await flushed()
  await nextTick()
}

const recorded = (field = 'at'): unknown => valueOf(desk.newsroom.records.get(brief), field)
const said = (): string => document.querySelector('[role=alert]')?.textContent ?? ''

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-04-15T20:00:00.000Z') })
  desk = new TestDesk()
  brief = desk.newsroom.brief('22:30', 'Congo')
})

afterEach(() => {
  app?.unmount()
  vi.useRealTimers()
})

describe('a time that is typed', () => {
  it.each([
    ['2241', '22:41'],
    ['22.41', '22:41'],
    ['10:41 pm', '22:41'],
    ['now', '23:00'],
    ['+5', '22:35'],
    ['-10', '22:20'],
  ])('%s is %s', async (typed, shown) => {
    const input = await mount()
    await type(input, typed)
    expect(input.value).toBe(shown)
    expect(recorded()).toBe(new Date(`2026-04-15T${shown}:00+03:00`).toISOString())
  })

  it('that is none stays as it was typed, says why, and is not recorded', async () => {
    const input = await mount()
    const before = recorded()
    await type(input, '25:61')
    expect(input.value).toBe('25:61')
    expect(said()).toContain('Not a time')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(recorded()).toBe(before)
  })

  it('that occurs twice is asked about', async () => {
    const input = await mount()
    await type(input, '2026-10-25 03:30')
    expect(said()).toContain('Which one')
    const choices = [...document.querySelectorAll<HTMLButtonElement>('[role=alert] button')]
    expect(choices.map((button) => button.textContent.trim())).toEqual(['03:30 (UTC+03:00)', '03:30 (UTC+02:00)'])
    choices[1]!.click()
    await flushed()
    expect(recorded()).toBe('2026-10-25T01:30:00.000Z')
  })

  it('that never occurs is asked for again', async () => {
    const input = await mount()
    await type(input, '2026-03-29 03:30')
    expect(said()).toContain('does not occur')
  })

  it('may be emptied where it is optional, and not where it is not', async () => {
    const embargo = await mount('embargo')
    await type(embargo, '2330')
    expect(recorded('embargo')).toBe('2026-04-15T20:30:00.000Z')
    await type(embargo, '')
    expect(recorded('embargo')).toBeUndefined()
    app?.unmount()
    const input = await mount('at')
    await type(input, '')
    expect(said()).toContain('Not a time')
  })
})
