/** Retractions that readers can still read: a launch went without the brief, but a target was never sent it. */
import type { Edition, FrozenBrief } from './edition.ts'

/** The retracted briefs that an edition shows (`sent`, which a target holds) and a newer one (`launched`) no longer does. */
export function stillReadable(sent: Edition, launched: Edition, isRetracted: (brief: FrozenBrief) => boolean): FrozenBrief[] {
  const shown = new Set(launched.briefs.map((brief) => brief.record))
  return sent.briefs.filter((brief) => !shown.has(brief.record) && isRetracted(brief))
}
