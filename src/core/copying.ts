/**
 * Copying a rail's lead or discussion to another rail. Each rail has one of either, so what is said there is
 * replaced, and undo on that rail brings it back.
 */
import { setField } from './acts.ts'
import { same, valueOf, type RecordState } from './change.ts'
import type { EditSet } from './edit.ts'
import type { RecordId } from './ids.ts'
import type { Json } from './model/field.ts'
import { imageFieldNames } from './model/image.ts'
import type { DiscussionRow, LeadRow } from './rail.ts'
import { readLead, readRail } from './records.ts'

const leadWords = ['headline', 'standfirst', 'body', 'link', ...imageFieldNames] as const

/** The lead's words as the draft of another rail's lead `id`, which is now `there`; none where it says the same already. */
export function copyLead({ record, lead }: LeadRow, id: RecordId, there: RecordState | undefined): EditSet[] {
  const now = readLead(there, id)
  const differs = leadWords.filter((field) => !same(now[field] as Json | undefined, lead[field] as Json | undefined))
  const words = differs.map((field) => setField(there, id, field, valueOf(record, field)))
  return words.length === 0 || now.status === 'draft' ? words : [...words, setField(there, id, 'status', 'draft')]
}

/** The discussion as it shows here, its parts carried or the channel's as well, on another rail `id`, which is now `there`. */
export function copyDiscussion({ prompt, emptyState, state }: DiscussionRow, id: RecordId, there: RecordState | undefined): EditSet[] {
  const now = readRail(there, id)
  return Object.entries({ prompt, emptyState, discussion: state }).flatMap(([field, to]) =>
    now[field as 'prompt' | 'emptyState' | 'discussion'] === to ? [] : [setField(there, id, field, to)],
  )
}
