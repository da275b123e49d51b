import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, type App } from 'vue'
import { setField } from '../../src/core/acts.ts'
import type { RecordId } from '../../src/core/ids.ts'
import { findingWords } from '../../src/ui/findings.ts'
import { useChecks } from '../../src/ui/stores/checks.ts'
import { useRail } from '../../src/ui/stores/rail.ts'
import { useRows } from '../../src/ui/stores/rows.ts'
import { flushed, TestDesk } from './desk.ts'

let desk: TestDesk
let app: App
let id: RecordId

/** The window has a moment. */
async function idle(): Promise<void> {
  await flushed()
  await nextTick()
  await vi.advanceTimersByTimeAsync(500)
}

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-04-15T20:00:00.000Z'), toFake: ['Date', 'setTimeout', 'clearTimeout', 'requestIdleCallback'] })
  desk = new TestDesk()
  id = desk.newsroom.brief('22:00', 'Congo')
  app = desk.app()
  await app.runWithContext(() => useRail().show())
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the checks of the rail in view', () => {
  it('follow what is written, once the window has a moment', async () => {
    const checks = app.runWithContext(() => useChecks())
    const rows = app.runWithContext(() => useRows())
    await idle()
    expect(checks.looked).toBe(true)
    expect(checks.findings).toEqual([])

    desk.elsewhere([setField(desk.newsroom.get(id), id, 'text', 'The  vote is on TK May.')])
    await flushed()
    expect(checks.findings).toEqual([])
    await idle()
    expect(checks.of(id).map(({ check }) => check)).toEqual(['placeholder', 'doubleSpace'])
    expect(checks.of(id).map(findingWords)).toEqual(['“TK” only holds a place', 'Two spaces where one belongs'])
    expect([rows.problems, rows.pressing]).toEqual([[id], [id]])
  })

  it('leave a row with notes alone to the next-problem key, not to the count', async () => {
    const rows = app.runWithContext(() => useRows())
    desk.elsewhere([setField(desk.newsroom.get(id), id, 'text', 'The  vote.')])
    await idle()
    expect([rows.problems, rows.pressing]).toEqual([[id], []])
  })

  it('make a mend of the words as they are now', async () => {
    const checks = app.runWithContext(() => useChecks())
    desk.elsewhere([setField(desk.newsroom.get(id), id, 'text', 'The  vote.')])
    await idle()
    const [seen] = checks.findings
    if (seen === undefined) throw new Error('Nothing was found')
    desk.elsewhere([setField(desk.newsroom.get(id), id, 'text', 'The  vote is today.')])
    await flushed()
    expect(checks.now(seen)?.mend?.sets).toMatchObject([{ to: 'The vote is today.' }])
    desk.elsewhere([setField(desk.newsroom.get(id), id, 'text', 'The vote.')])
    await flushed()
    expect(checks.now(seen)).toBeUndefined()
  })
})
