/** Retractions that readers can still read: a launch went without the brief, but a target was never sent it. */
import type { Edition, FrozenBrief } from './edition.ts'

/** The retracted briefs that an edition shows (`sent`, which a target holds) and a newer one (`launched`) no longer does. */
export function stillReadable(sent: Edition, launched: Edition, isRetracted: (brief: FrozenBrief) => boolean): FrozenBrief[] {
  // A notice in the place of a brief is not its words.
  const shown = new Set(launched.briefs.filter(({ retracted }) => retracted === undefined).map((brief) => brief.record))
  return sent.briefs.filter((brief) => brief.retracted === undefined && !shown.has(brief.record) && isRetracted(brief))
}
