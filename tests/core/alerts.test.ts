import { describe, expect, it } from 'vitest'
import { alerts, isUrgent, type Watched } from '../../src/core/alerts.ts'
import { addMinutes } from '../../src/core/clock.ts'
import type { DeliveryState, Readable } from '../../src/core/contract/delivery.ts'
import type { EmbargoNote } from '../../src/core/contract/embargo.ts'
import { channelDefaults, type Channel } from '../../src/core/model/channel.ts'
import { channelKey, day } from './newsroom.ts'

const now = `${day}T20:00:00.000Z`
const channel = (more: Partial<Channel> = {}): Channel => ({ ...channelDefaults, key: channelKey, zone: 'Europe/Vilnius', ...more })
const launched = (minutesAgo: number) => ({
  id: '1-aaaaaaaaaaaaaaaa',
  day,
  at: addMinutes(now, -minutesAgo),
  by: 'library/person-ana',
})

function watched(more: Partial<Watched> = {}): Watched {
  const one = more.channel ?? channel()
  return {
    channel: one,
    site: undefined,
    changes: 0,
    channels: [one],
    embargoes: [],
    failures: new Map(),
    deliveries: [],
    readable: [],
    ...more,
  }
}
const kinds = (more: Partial<Watched>, at = now) => alerts(watched(more), at).map(({ kind }) => kind)

describe('the pace of a rail', () => {
  it('is alerted to after as long as the channel allows, with what waits', () => {
    const stale = channel({ staleAfter: 40 })
    expect(kinds({ channel: stale, site: launched(39) })).toEqual([])
    expect(kinds({ channel: stale, site: launched(40) })).toEqual(['stale'])
    expect(alerts(watched({ channel: stale, site: launched(50), changes: 3 }), now)).toMatchObject([
      { kind: 'unlaunched', minutes: 50, changes: 3 },
    ])
    expect(kinds({ channel: channel(), site: launched(400), changes: 3 })).toEqual([])
    expect(kinds({ channel: stale, changes: 3 })).toEqual([])
  })

  it('is counted within the hours of the rail, also over midnight', () => {
    const at = (time: string) => new Date(`${day}T${time}:00+03:00`).toISOString()
    const hours = channel({ staleAfter: 40, hours: { from: '22:00', to: '02:00' } })
    const site = { ...launched(0), at: at('20:00') }
    expect(kinds({ channel: hours, site }, at('21:59'))).toEqual([])
    expect(kinds({ channel: hours, site }, at('22:39'))).toEqual([])
    expect(kinds({ channel: hours, site }, at('22:40'))).toEqual(['stale'])
    expect(kinds({ channel: hours, site }, '2026-04-15T22:59:00.000Z')).toEqual(['stale'])
    expect(kinds({ channel: hours, site }, '2026-04-15T23:01:00.000Z')).toEqual([])
  })
})

describe('what has fallen due', () => {
  const note = (more: Partial<EmbargoNote> = {}): EmbargoNote => ({
    channel: channelKey,
    day,
    record: `${channelKey}/${day}/brief-a`,
    kicker: 'Congo',
    embargo: addMinutes(now, -10),
    state: 'fallen',
    ...more,
  })

  it('is alerted to until it is launched; what comes or is about to go out is not', () => {
    expect(kinds({ embargoes: [note(), note({ state: 'ahead' }), note({ state: 'going' })] })).toEqual(['due'])
  })

  it('counts as missed where it was to go out by itself, with the reason why it did not', () => {
    const failures = new Map([[note().record, 'The disk is full.']])
    expect(alerts(watched({ embargoes: [note()] }), now)).toMatchObject([{ missed: false }])
    expect(alerts(watched({ channel: channel({ due: 'launch' }), embargoes: [note()], failures }), now)).toMatchObject([
      { missed: true, failure: 'The disk is full.' },
    ])
  })
})

describe('sending', () => {
  const delivery = (state: DeliveryState['state']): DeliveryState => ({
    target: 'library/target-web',
    edition: '2-aaaaaaaaaaaaaaaa',
    day,
    state,
    done: 0,
    total: 0,
  })
  const readable: Readable = {
    channel: channelKey,
    target: 'library/target-web',
    edition: '2-aaaaaaaaaaaaaaaa',
    day,
    record: `${channelKey}/${day}/brief-a`,
    kicker: 'Congo',
  }

  it('is alerted to where it ended short, and what can still be read comes first', () => {
    expect(kinds({ deliveries: [delivery('sending')], readable: [readable] })).toEqual([])
    expect(kinds({ deliveries: [delivery('failed')], readable: [readable] })).toEqual(['readable', 'delivery'])
    expect(kinds({ deliveries: [delivery('sent')] })).toEqual([])
  })

  it('is urgent; the pace of a rail never is', () => {
    const all = alerts(watched({ channel: channel({ staleAfter: 5 }), site: launched(9), deliveries: [delivery('failed')] }), now)
    expect(all.map((alert) => [alert.kind, isUrgent(alert)])).toEqual([
      ['delivery', true],
      ['stale', false],
    ])
    expect(alerts(watched({ deliveries: [delivery('cancelled')] }), now).map(isUrgent)).toEqual([false])
  })
})
