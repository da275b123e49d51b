import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Output } from '../../src/core/contract.ts'
import { useSearch } from '../../src/ui/stores/search.ts'
import { flushed, TestDesk } from './desk.ts'

/** A desk whose searches are answered by hand. */
class SearchDesk extends TestDesk {
  readonly asked: { readonly input: Input<'search'>; readonly answer: (value: Output<'search'>) => Promise<void> }[] = []

  constructor() {
    super()
    const call = ((_name: string, input: Input<'search'>) =>
      new Promise((resolve) => {
        this.asked.push({
          input,
          answer: async (value) => {
            resolve({ ok: true, value })
            await flushed()
          },
        })
      })) as unknown as typeof this.connection.call
    Object.assign(this.connection, { call })
  }
}

const record = (key: string): string => `world-1/2026-04-15/brief-${key}`
const found = (...keys: string[]): Output<'search'> => ({
  hits: keys.map((key) => ({
    record: record(key),
    channel: 'world-1',
    state: 'ready',
    kicker: { text: key, marks: [] },
    excerpt: { text: '', marks: [] },
  })),
  total: keys.length,
  more: false,
})

function opened() {
  const desk = new SearchDesk()
  desk.app()
  const search = useSearch()
  search.open()
  const type = async (text: string) => {
    search.text = text
    await nextTick()
    vi.runOnlyPendingTimers()
  }
  return { desk, search, type, shown: () => search.hits.map((hit) => hit.kicker.text) }
}

describe('the search of a window', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('shows the latest question’s answer, whichever comes last, and the one before meanwhile', async () => {
    const { desk, type, shown } = opened()
    await type('con')
    await desk.asked[0]?.answer(found('congo', 'conclave'))
    await type('cong')
    await type('congo')
    expect(shown()).toEqual(['congo', 'conclave'])
    await desk.asked[2]?.answer(found('congo'))
    await desk.asked[1]?.answer(found('congress'))
    expect(shown()).toEqual(['congo'])
  })

  it('asks for nothing without words and filters', async () => {
    const { desk, search, type } = opened()
    await type('   ')
    expect(desk.asked).toHaveLength(0)
    search.narrow({ state: 'discarded' })
    await nextTick()
    vi.runOnlyPendingTimers()
    expect(desk.asked.map(({ input }) => input.state)).toEqual(['discarded'])
  })

  it('keeps the chosen hit in reach, and begins anew with other words', async () => {
    const { desk, search, type } = opened()
    await type('a')
    await desk.asked[0]?.answer(found('a', 'b', 'c'))
    search.goTo(7)
    expect(search.hit?.kicker.text).toBe('c')
    desk.hear({ kind: 'gap' })
    vi.runOnlyPendingTimers()
    await desk.asked[1]?.answer(found('a', 'b'))
    expect(search.hit?.kicker.text).toBe('b')
    await type('ab')
    await desk.asked[2]?.answer(found('x', 'y'))
    expect(search.hit?.kicker.text).toBe('x')
  })

  it('looks again while the index is being made, and not once it is closed', async () => {
    const { desk, type } = opened()
    await type('a')
    await desk.asked[0]?.answer({ ...found('a'), indexing: { done: 1, total: 9 } })
    vi.runOnlyPendingTimers()
    expect(desk.asked).toHaveLength(2)
    await desk.asked[1]?.answer(found('a', 'b'))
    vi.runOnlyPendingTimers()
    expect(desk.asked).toHaveLength(2)
  })
})
