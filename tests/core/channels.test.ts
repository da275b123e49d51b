import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  channelAfter,
  channelKeyFor,
  channelsInUse,
  channelsOf,
  firstChannel,
  moveChannel,
  newChannel,
  setArchived,
} from '../../src/core/channels.ts'
import { actName } from '../../src/core/acts.ts'
import { channelKey, Newsroom } from './newsroom.ts'

const titles = (room: Newsroom) => channelsOf(room.records.values()).map(({ title }) => title)

function roomWith(...keys: string[]): Newsroom {
  const room = new Newsroom()
  for (const key of keys) room.edit(newChannel(room.records, key, { title: key, railTitle: key, language: 'en', zone: 'UTC' }))
  return room
}

describe('channels', () => {
  it('are added after all others', () => {
    expect(titles(roomWith('a', 'b'))).toEqual(['World', 'a', 'b'])
  })

  it('take any place, and nothing but their order changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(5)), { maxLength: 12 }), (moves) => {
        const room = roomWith('a', 'b', 'c', 'd')
        let wanted = channelsOf(room.records.values()).map(({ key }) => key)
        for (const [from, to] of moves) {
          const [key, above] = [wanted[from]!, wanted[to]]
          const sets = moveChannel(room.records, key, above)
          if (sets.length > 0) room.edit(sets)
          if (key !== above) {
            wanted = wanted.filter((one) => one !== key)
            wanted.splice(above === undefined ? wanted.length : wanted.indexOf(above), 0, key)
          }
          expect(channelsOf(room.records.values()).map((one) => one.key)).toEqual(wanted)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('that are duplicated take the settings, and neither place nor archive nor sample’s freedom', () => {
    const room = new Newsroom({ keep: 3, prompt: 'What do you think?', textLimit: 120, sample: true })
    room.edit(setArchived(room.records, channelKey, true))
    room.edit(newChannel(room.records, 'copy', { title: 'Copy', railTitle: 'Copy', language: 'he', zone: 'Asia/Jerusalem' }, channelKey))
    expect(channelsInUse(room.records.values())).toEqual([
      expect.objectContaining({
        key: 'copy',
        title: 'Copy',
        language: 'he',
        keep: 3,
        prompt: 'What do you think?',
        textLimit: 120,
        sample: true,
        archived: false,
      }),
    ])
    room.edit(newChannel(room.records, 'other', { title: 'Other', railTitle: 'Other', language: 'en', zone: 'UTC' }))
    expect(channelsOf(room.records.values()).at(-1)).toMatchObject({ title: 'Other', sample: true })
  })

  it('that are archived are out of use, with another to go on with', () => {
    const room = roomWith('a', 'b')
    room.edit(setArchived(room.records, 'a', true))
    expect(channelsInUse(room.records.values()).map(({ key }) => key)).toEqual([channelKey, 'b'])
    expect(channelAfter(room.records.values(), 'a')?.key).toBe('b')
    expect(channelAfter(room.records.values(), 'b')?.key).toBe(channelKey)
    expect(firstChannel(room.records.values())?.key).toBe(channelKey)
    room.edit(setArchived(room.records, channelKey, true))
    expect(firstChannel(room.records.values())?.key).toBe('b')
  })

  it('have acts with names', () => {
    const room = roomWith('a')
    const named = (sets: ReturnType<typeof setArchived>) => actName(room.edit(sets).sets)
    expect(actName(room.log.at(-1)!.sets)).toBe('channelAdded')
    expect(named(setArchived(room.records, 'a', true))).toBe('channelArchived')
    expect(named(setArchived(room.records, 'a', false))).toBe('channelBack')
    expect(named(moveChannel(room.records, 'a', channelKey))).toBe('channelsMoved')
  })

  it('have keys that can be read where their titles are Latin', () => {
    expect(channelKeyFor('Ūkio žinios!', 'ab12')).toBe('ukio-zinios-ab12')
    expect(channelKeyFor('العالم', 'ab12')).toBe('ab12')
  })
})
