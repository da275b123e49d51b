/** The log of several homes as one. */
import { union, type Change } from '../../core/change.ts'
import type { Home } from '../../core/ids.ts'
import type { Library } from '../library/library.ts'

/** All that was ever done in these homes, in order. */
export async function logOfHomes(library: Library, homes: Iterable<Home>): Promise<Change[]> {
  const histories = await Promise.all([...new Set(homes)].map((home) => library.history(home)))
  return union([], histories.flat())
}
