/** What of a rail can be copied to another one besides its briefs. */
import { copyDiscussion, copyLead } from '../core/copying.ts'
import type { RecordState } from '../core/change.ts'
import type { EditSet } from '../core/edit.ts'
import { recordIds, type ChannelKey, type Day, type RecordId } from '../core/ids.ts'
import { hasWords, type Board } from '../core/rail.ts'
import { readLead, readRail } from '../core/records.ts'
import type { RowKey } from './stores/selection.ts'

export interface Copyable {
  readonly row: 'lead' | 'discussion'
  /** The record on another rail that it is copied over. */
  readonly over: (channel: ChannelKey, day: Day) => RecordId
  /** Whether it is there that its words stand. */
  readonly isFrom: (id: RecordId) => boolean
  readonly sets: (id: RecordId, there: RecordState | undefined) => EditSet[]
  /** The first words that a record says, which a copy replaces; empty for none. */
  readonly words: (id: RecordId, there: RecordState | undefined) => string
}

/** The lead or the discussion of a board; undefined for other rows, and where there is nothing to copy. */
export function copyable({ channel, day, lead, discussion }: Board, row: RowKey | undefined): Copyable | undefined {
  if (row === 'lead' && hasWords(lead.lead))
    return {
      row,
      over: recordIds.lead,
      isFrom: (id) => id === lead.id,
      sets: (id, there) => copyLead(lead, id, there),
      words: (id, there) => {
        const { headline, standfirst, body } = readLead(there, id)
        return headline.trim() || standfirst.trim() || body.trim()
      },
    }
  if (row === 'discussion' && `${discussion.prompt}${discussion.emptyState}`.trim() !== '')
    return {
      row,
      over: recordIds.rail,
      isFrom: (id) => id === recordIds.rail(channel.key, day),
      sets: (id, there) => copyDiscussion(discussion, id, there),
      words: (id, there) => {
        const { prompt = '', emptyState = '' } = readRail(there, id)
        return prompt.trim() || emptyState.trim()
      },
    }
  return undefined
}
