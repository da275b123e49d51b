import { beforeEach, describe, expect, it } from 'vitest'
import { readMinutes } from '../../src/ui/components/several/minutes.ts'
import { readTags, tagsOf } from '../../src/ui/components/several/tags.ts'
import { timesThere } from '../../src/ui/components/several/timesThere.ts'
import { setField } from '../../src/core/acts.ts'
import { rowOf } from '../../src/core/rail.ts'
import { suggestKickers } from '../../src/ui/kickers.ts'
import { useRail } from '../../src/ui/stores/rail.ts'
import { useSelection } from '../../src/ui/stores/selection.ts'
import { useSeveral } from '../../src/ui/stores/several.ts'
import { channelKey, Newsroom } from '../core/newsroom.ts'
import { TestDesk } from './desk.ts'

describe('the selection of several', () => {
  let ids: string[]
  const names = (): string[] => useSeveral().rows.map(({ brief }) => brief.kicker)

  beforeEach(async () => {
    const desk = new TestDesk()
    ids = ['22:00', '21:00', '20:00', '19:00', '18:00'].map((time, index) => desk.newsroom.brief(time, 'abcde'[index]!))
    desk.app()
    await useRail().show()
  })

  it('is in the order of the board, however it was made', () => {
    const several = useSeveral()
    several.toggle(ids[3]!)
    several.toggle(ids[0]!)
    several.toggle(ids[1]!)
    several.toggle(ids[0]!)
    expect(names()).toEqual(['b', 'd'])
  })

  it('is drawn out and in again by Shift, beside what it held', () => {
    const several = useSeveral()
    several.toggle(ids[0]!)
    several.extend(ids[2], ids[3]!)
    several.extend(ids[3], ids[4]!)
    expect(names()).toEqual(['a', 'c', 'd', 'e'])
    several.extend(ids[4], ids[3]!)
    several.extend(ids[3], ids[2]!)
    several.extend(ids[2], ids[1]!)
    expect(names()).toEqual(['a', 'b', 'c'])
    several.extend(ids[1], 'lead')
    expect(names()).toEqual(['a', 'b', 'c'])
  })

  it('is what acts are on, else the selected brief; a card that opens ends it', () => {
    const [several, selection] = [useSeveral(), useSelection()]
    selection.select(ids[4])
    expect(several.chosen.map(({ id }) => id)).toEqual([ids[4]])
    several.selectAll()
    expect(several.chosen).toHaveLength(5)
    selection.openCard(ids[0]!, 'text')
    expect(several.rows).toEqual([])
    selection.select('lead')
    expect(several.chosen).toEqual([])
  })
})

describe('typed minutes', () => {
  it('are whole, with or without a sign', () => {
    expect(['10', '+10', '-10', '−10', ' 5 '].map(readMinutes)).toEqual([10, 10, -10, -10, 5])
    for (const text of ['', '1.5', 'ten', '--1', '12345']) expect(readMinutes(text)).toBeUndefined()
  })
})

describe('tags', () => {
  it('are read once each, and counted over several briefs', () => {
    expect(readTags(' sea, ports,sea ,, ')).toEqual(['sea', 'ports'])
    const room = new Newsroom()
    for (const [time, tags] of [['22:00', ['sea']] as const, ['21:00', ['sea', 'ports']] as const]) {
      const id = room.brief(time, time)
      room.edit([setField(room.get(id), id, 'tags', [...tags])])
    }
    expect(tagsOf(room.board().own)).toEqual([
      { tag: 'sea', on: 2 },
      { tag: 'ports', on: 1 },
    ])
  })
})

describe('times on another day', () => {
  it('are asked about where clocks are set over them, until somebody chose', () => {
    const room = new Newsroom()
    const day = '2026-10-24'
    const id = room.brief('03:30', 'Congo', { day })
    const rows = [rowOf(room.get(id))]
    const to = { channel: channelKey, day: '2026-10-25', sameTime: true }
    const { questions, known } = timesThere(rows, to, 'Europe/Vilnius', new Map())
    expect([questions.map(({ kind }) => kind), known.size]).toEqual([['twice'], 0])
    const [, later] = questions[0]!.choices
    expect(timesThere(rows, to, 'Europe/Vilnius', new Map([[id, later!]]))).toEqual({ known: new Map([[id, later]]), questions: [] })
    // An answer for one day is none for another.
    expect(timesThere(rows, { ...to, day: '2026-10-26' }, 'Europe/Vilnius', new Map([[id, later!]])).known.get(id)).toBe(
      '2026-10-26T01:30:00.000Z',
    )
  })
})

describe('suggested kickers', () => {
  it('begin a word with what is typed, without case and accents, the most used first', () => {
    const kickers = ['Congo', 'tariff talks', 'Talsi', 'Ételec', 'EstLink 2']
    expect(suggestKickers(kickers, 'tal')).toEqual(['tariff talks', 'Talsi'])
    expect(suggestKickers(kickers, 'ete')).toEqual(['Ételec'])
    expect(suggestKickers(kickers, 'congo')).toEqual([])
    expect(suggestKickers(kickers, '')).toEqual(kickers)
  })
})
