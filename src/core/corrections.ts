/** Corrections: notes that readers see below a brief, and whether they were told what changed. */
import { setField } from './acts.ts'
import { same, type RecordState } from './change.ts'
import type { EditSet } from './edit.ts'
import type { FrozenBrief } from './edition.ts'
import type { Instant } from './ids.ts'
import type { Correction } from './model/brief.ts'
import { readBrief } from './records.ts'

/** The corrections with one's note written: that of this instant, or a new one. An empty note takes it out. */
export function withNote(corrections: readonly Correction[], at: Instant, note: string): Correction[] {
  const known = corrections.some((one) => one.at === at)
  const written = known ? corrections.map((one) => (one.at === at ? { at, note } : one)) : [...corrections, { at, note }]
  return written.filter((one) => one.note.trim() !== '')
}

/** A brief's correction without its note: it is taken out. */
export function removeCorrection(record: RecordState, at: Instant): EditSet[] {
  return [setField(record, record.id, 'corrections', withNote(readBrief(record).corrections, at, ''))]
}

const words = ['kicker', 'headline', 'text', 'link', 'source'] as const satisfies readonly (keyof FrozenBrief)[]

/** Whether readers get other words than they saw and no note of it. */
export function isSilent(before: FrozenBrief, after: FrozenBrief): boolean {
  const reworded = words.some((field) => before[field] !== after[field])
  return reworded && after.corrections.every((one) => before.corrections.some((known) => same(known, one)))
}
