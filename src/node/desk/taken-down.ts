/** Words that were taken down stay off the site, whichever edition holds them. */
import type { Edition } from '../../core/edition.ts'
import { homeOf } from '../../core/ids.ts'
import { readBrief } from '../../core/records.ts'
import { DeskError } from '../failure.ts'
import type { DeskContext } from './context.ts'
import { loadReadable } from './day.ts'

/** @throws DeskError `refused` for an edition of before a take-down: it would bring words back. */
export async function refuseTakenDown({ library }: DeskContext, edition: Edition): Promise<void> {
  for (const { record: id, retracted, kicker } of edition.briefs) {
    if (retracted !== undefined || !(await loadReadable(library, homeOf(id)))) continue
    const now = library.records.get(id)
    if (now === undefined || readBrief(now).takenDown === undefined) continue
    throw new DeskError(
      'refused',
      `This edition shows “${kicker}”, which was taken down since. Nothing was sent; launch the day again instead.`,
    )
  }
}
