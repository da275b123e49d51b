import { beforeEach, describe, expect, it } from 'vitest'
import { discard, moveAbove, newBrief, setField } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import type { DeskEvent } from '../../src/core/contract/event.ts'
import type { RecordId } from '../../src/core/ids.ts'
import { inSequence, type Heard } from '../../src/ui/connection.ts'
import { useRail } from '../../src/ui/stores/rail.ts'
import { channelKey, day, home } from '../core/newsroom.ts'
import { flushed, TestDesk } from './desk.ts'

let desk: TestDesk
let brief: RecordId

beforeEach(() => {
  desk = new TestDesk()
  brief = desk.newsroom.brief('22:30', 'Congo')
  desk.app()
})

const views = (): number => desk.calls.filter(({ name }) => name === 'view').length
const change = (field: string, to: string) => desk.elsewhere([setField(desk.newsroom.records.get(brief), brief, field, to)])
const kicker = (): unknown => valueOf(useRail().records.get(brief), 'kicker')

describe('the rail in view', () => {
  it('follows what other windows do', async () => {
    await useRail().show()
    change('kicker', 'Kinshasa')
    expect(kicker()).toBe('Kinshasa')
    expect(useRail().board.own.map((row) => row.brief.kicker)).toEqual(['Kinshasa'])
  })

  it('loses no change that is heard of while the state is on its way', async () => {
    const rail = useRail()
    await rail.show()
    desk.slow = true
    const showing = rail.show(channelKey, day)
    await flushed()
    // Made after the desk looked, told before it answered.
    change('kicker', 'Kinshasa')
    await desk.answer()
    await showing
    expect(kicker()).toBe('Kinshasa')
  })

  it('takes the answer to the latest question, whichever comes last', async () => {
    const rail = useRail()
    desk.slow = true
    const first = rail.show(channelKey, '2026-04-14')
    const second = rail.show(channelKey, day)
    await desk.answer()
    await desk.answer()
    await Promise.all([first, second])
    expect(rail.day).toBe(day)
  })

  it('asks for the state again where events were missed', async () => {
    await useRail().show()
    desk.newsroom.edit([setField(desk.newsroom.records.get(brief), brief, 'kicker', 'Unheard')])
    desk.hear({ kind: 'gap' })
    await flushed()
    expect(kicker()).toBe('Unheard')
  })

  it('shows a brief made elsewhere without asking', async () => {
    await useRail().show()
    desk.elsewhere(newBrief(channelKey, day, 'elsewhere', { kicker: 'New' }, desk.newsroom.now))
    expect(useRail().board.own.map((row) => row.brief.kicker)).toContain('New')
    expect(views()).toBe(1)
  })

  it('asks for the state where a brief that it does not know whole is placed here', async () => {
    const old = desk.newsroom.brief('22:00', 'Old', { day: '2026-04-10' })
    const rail = useRail()
    const whole = desk.newsroom.records.get(old)!
    desk.newsroom.records.delete(old)
    await rail.show()
    desk.newsroom.records.set(old, whole)
    desk.elsewhere(moveAbove(whole, home, undefined))
    await flushed()
    expect(views()).toBe(2)
    expect(rail.board.own.map((row) => row.brief.kicker)).toEqual(['Congo', 'Old'])
  })

  it('leaves other days’ changes alone', async () => {
    await useRail().show()
    desk.elsewhere(newBrief(channelKey, '2026-04-20', 'later', { kicker: 'Later' }, desk.newsroom.now))
    await flushed()
    expect(views()).toBe(1)
    expect([...useRail().records.keys()].some((id) => id.includes('later'))).toBe(false)
  })

  it('keeps a discarded brief at hand', async () => {
    const rail = useRail()
    await rail.show()
    await rail.act(discard(rail.records.get(brief)!))
    expect(rail.board.own).toEqual([])
    expect(rail.discarded.map((row) => row.id)).toEqual([brief])
  })
})

describe('an own act', () => {
  it('has settled only when it is also shown', async () => {
    const rail = useRail()
    await rail.show()
    desk.telling = false
    let done = false
    const acting = rail.act([setField(rail.records.get(brief), brief, 'kicker', 'Mine')]).then(() => (done = true))
    await flushed()
    expect(done).toBe(false)
    desk.tell()
    await acting
    expect(kicker()).toBe('Mine')
  })

  it('that comes before the event of an earlier one loses neither', async () => {
    const rail = useRail()
    await rail.show()
    desk.telling = false
    change('kicker', 'Theirs')
    const acting = rail.act([setField(desk.newsroom.records.get(brief), brief, 'text', 'Mine')])
    await flushed()
    desk.tell()
    await acting
    expect([kicker(), valueOf(rail.records.get(brief), 'text')]).toEqual(['Theirs', 'Mine'])
  })

  it('that is refused says so and changes nothing', async () => {
    const rail = useRail()
    await rail.show()
    desk.refuse = { code: 'disk-full', message: 'The disk is full.' }
    expect(await rail.act([setField(rail.records.get(brief), brief, 'kicker', 'No')])).toBe(false)
    expect(kicker()).toBe('Congo')
  })
})

describe('what other windows edit', () => {
  it('is known, without what this one does', async () => {
    const rail = useRail()
    await rail.show()
    desk.emit({ kind: 'editing', client: 'this-window', record: brief })
    expect([...rail.editing]).toEqual([])
    desk.emit({ kind: 'editing', client: 'another', record: brief })
    expect([...rail.editing]).toEqual([brief])
    desk.emit({ kind: 'editing', client: 'another', record: undefined })
    expect([...rail.editing]).toEqual([])
  })
})

describe('event numbers', () => {
  const event = (n: number): DeskEvent => ({ n, kind: 'hello' })
  const heard = (act: (sequence: ReturnType<typeof inSequence>) => void): string[] => {
    const kinds: string[] = []
    act(inSequence((one: Heard) => kinds.push(one.kind)))
    return kinds
  }

  it('in a row are no gap, whatever the first', () => {
    expect(heard(({ event: hear }) => [7, 8, 9].forEach((n) => hear(event(n))))).toEqual(['hello', 'hello', 'hello'])
  })

  it('that leave one out are', () => {
    expect(heard(({ event: hear }) => [7, 9].forEach((n) => hear(event(n))))).toEqual(['hello', 'hello', 'gap'])
  })

  it('begin anew on a stream that was opened again', () => {
    expect(
      heard(({ event: hear, restart }) => {
        hear(event(7))
        restart()
        hear(event(1))
      }),
    ).toEqual(['hello', 'gap', 'hello'])
  })
})
