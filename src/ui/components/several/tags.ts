/** The tags of several briefs, and what a form of ticks makes of them. */
import type { BriefRow } from '../../../core/rail.ts'

export interface TagCount {
  readonly tag: string
  /** How many of the briefs have it. */
  readonly on: number
}

/** Every tag that one of them has, the commonest first. */
export function tagsOf(rows: readonly BriefRow[]): TagCount[] {
  const counts = new Map<string, number>()
  for (const { brief } of rows) for (const tag of brief.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].map(([tag, on]) => ({ tag, on })).sort((a, b) => b.on - a.on)
}

/** Tags as they are typed, parted by commas. */
export function readTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
