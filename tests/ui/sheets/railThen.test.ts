import { createPinia } from 'pinia'
import { createApp, effectScope, nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discard, setField } from '../../../src/core/acts.ts'
import { at as stateAt, valueOf } from '../../../src/core/change.ts'
import type { Call } from '../../../src/core/contract.ts'
import { useRailThen } from '../../../src/ui/components/history/railThen.ts'
import { connectionKey } from '../../../src/ui/connection.ts'
import { briefChanges, fieldChanges } from '../../../src/ui/history.ts'
import { readBrief } from '../../../src/core/records.ts'
import { useRail } from '../../../src/ui/stores/rail.ts'
import { day } from '../../core/newsroom.ts'
import { flushed, TestDesk } from '../desk.ts'

const reading = { language: 'en', zone: 'Europe/Vilnius', day }
const minute = `${day}T20:00:59.999Z`

describe('what a field said before and after', () => {
  it('is told word by word where it is words, and whole where it is read at once', () => {
    const changes = fieldChanges(
      [
        { field: 'text', from: 'Talks go on.', to: 'Talks have ended.' },
        { field: 'at', from: `${day}T19:00:00.000Z`, to: `${day}T19:30:00.000Z` },
        { field: 'tags', from: ['a'], to: ['a', 'b'] },
      ],
      reading,
    )
    expect(changes.map(({ name }) => name)).toEqual(['Text', 'Time', 'Tags'])
    expect(changes[0]!.pieces.filter(({ kind }) => kind === 'same').map((piece) => piece.text.trim())).toContain('Talks')
    expect(changes.slice(1).map(({ pieces }) => pieces.map((piece) => piece.text))).toEqual([
      ['22:00', '22:30'],
      ['a', 'a, b'],
    ])
  })

  it('names the rail or shelf of a new place, and says nothing of a rank', () => {
    const rail = (rank: string) => ({ rail: `world-1/${day}`, rank })
    expect(fieldChanges([{ field: 'place', from: rail('a1'), to: rail('a2') }], reading)).toEqual([])
    const [change] = fieldChanges([{ field: 'place', from: rail('a1'), to: { shelf: 'world-1/shelf', rank: 'a1' } }], reading)
    expect(change!.pieces.map((piece) => piece.text)).toEqual([expect.stringContaining('rail of'), 'on the shelf'])
  })
})

describe('the rail at a moment', () => {
  let desk: TestDesk
  let then: ReturnType<typeof useRailThen>
  let asked: string[]
  let ids: string[]
  const scope = effectScope()

  beforeEach(async () => {
    desk = new TestDesk()
    asked = []
    ids = ['Riga', 'Congo'].map((kicker, index) => desk.newsroom.brief(`2${String(index)}:00`, kicker))
    desk.newsroom.now = `${day}T21:00:00.000Z`
    desk.newsroom.edit([setField(desk.newsroom.get(ids[0]!), ids[0]!, 'text', 'Other words.')])
    desk.newsroom.edit(discard(desk.newsroom.get(ids[1]!)))
    const call = (async (name: string, input: { at?: string }) => {
      if (name === 'editions') return { ok: true, value: { editions: [] } }
      if (name !== 'railAt') return desk.connection.call(name as 'edit', input as never)
      asked.push(input.at ?? '')
      const records = [...stateAt(desk.newsroom.log, input.at ?? '').values()]
      return { ok: true, value: { at: input.at, records, now: records.map(({ id }) => desk.newsroom.get(id)) } }
    }) as Call
    const app = createApp({})
      .provide(connectionKey, { ...desk.connection, call })
      .use(createPinia())
    await app.runWithContext(() => useRail().show())
    then = app.runWithContext(() => scope.run(useRailThen))!
  })
  afterEach(() => desk.hear({ kind: 'lost' }))

  const go = async (at: string) => {
    then.moment.value = at
    await nextTick()
    await flushed()
  }

  it('is not asked for until one is chosen', () => {
    expect(asked).toEqual([])
    expect(then.then.value).toBeUndefined()
  })

  it('is compared with now, and what is ticked comes back as one edit', async () => {
    await go(minute)
    expect(then.rows.value.map(({ change, row }) => `${row.brief.kicker}: ${change}`)).toEqual(['Congo: removed', 'Riga: changed'])
    then.tick(ids[1]!, true)
    expect(then.chosen.value).toEqual([ids[1]])
    then.restoreTicked()
    await flushed()
    await flushed()
    expect(desk.edits()).toHaveLength(1)
    expect(desk.newsroom.kickers()).toEqual(['Congo', 'Riga'])
    expect(valueOf(desk.newsroom.get(ids[0]!), 'text')).toBe('Other words.')
  })

  it('tells what differs in a brief since', async () => {
    await go(minute)
    const changed = then.rows.value.find(({ change }) => change === 'changed')!
    expect(briefChanges(changed.row.brief, readBrief(changed.now!), reading).map(({ field }) => field)).toEqual(['text'])
  })
})
