/** Which homes a change concerns. */
import type { Change, RecordState } from '../../core/change.ts'
import { valueOf } from '../../core/change.ts'
import { homeOf, type Home } from '../../core/ids.ts'
import { placeHome, readPlace } from '../../core/model/brief.ts'

/** The homes of a change's records, and of the rails and shelves that its `place` sets name. */
export function homesOf(change: Change): Set<Home> {
  const homes = new Set<Home>()
  for (const set of change.sets) {
    homes.add(homeOf(set.record))
    if (set.field !== 'place') continue
    for (const value of [set.from, set.to]) {
      const home = placeHome(readPlace(value))
      if (home !== undefined) homes.add(home)
    }
  }
  return homes
}

/** The rail or shelf that a record shows itself on. */
export function placedOn(record: RecordState | undefined): Home | undefined {
  return placeHome(readPlace(valueOf(record, 'place')))
}
