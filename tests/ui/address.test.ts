import { expect, it } from 'vitest'
import { hashOf, shownIn } from '../../src/ui/address.ts'

it('an address says which rail its window shows', () => {
  const shown = { channel: 'world-4f2a', day: '2026-04-15' }
  expect(shownIn(hashOf(shown))).toEqual(shown)
})

it.each(['', '#', '#world', '#world/today', '#world/2026-02-30', '#World/2026-04-15', '#../2026-04-15'])('%s asks for nothing', (hash) => {
  expect(shownIn(hash)).toBeUndefined()
})
