import { expect, test } from 'vitest'
import { setField } from '../../../src/core/acts.ts'
import { pageAsAt } from '../../../src/core/bundle/as-at.ts'
import { recordIds } from '../../../src/core/ids.ts'
import { takeDown } from '../../../src/core/takedown.ts'
import { channelKey, day, Newsroom } from '../newsroom.ts'

const media = { hash: 'a'.repeat(64), type: 'image/png', width: 640, height: 480, size: 9 } as const

test('the page of a moment shows what stood then, but for images and what was retracted or taken down since', () => {
  const room = new Newsroom()
  const lead = recordIds.lead(channelKey, day)
  const ids = ['Riga', 'Congo', 'Toll'].map((kicker, index) => room.brief(`2${String(index)}:00`, kicker))
  const image = { master: media, focus: { x: 0.5, y: 0.5 }, crops: [media] }
  room.edit([
    setField(undefined, lead, 'headline', 'Ferries resume'),
    setField(undefined, lead, 'status', 'ready'),
    ...Object.entries({ image, imageAlt: 'A port', imageCredit: 'Ana' }).map(([field, to]) => setField(undefined, ids[0]!, field, to)),
  ])
  const at = room.now
  const then = room.board()
  room.edit([setField(room.get(ids[0]!), ids[0]!, 'text', 'Other words.')])
  room.edit([setField(room.get(ids[1]!), ids[1]!, 'status', 'retracted')])
  room.edit(takeDown(room.get(ids[2]!), { at, reason: 'legal', notice: '' }))
  room.edit([setField(room.get(lead), lead, 'status', 'retracted')])
  const { html, withheld } = pageAsAt(then, { at, base: undefined, now: (id) => room.records.get(id) }, 'As at 23:00')
  expect(withheld).toBe(3)
  expect(html).toContain('What happened with Riga.')
  for (const gone of ['Congo', 'Toll', 'Ferries', 'Other words', 'media/']) expect(html).not.toContain(gone)
})
