import { z } from 'zod'
import type { ChannelKey, Day, RecordId } from '../ids.ts'
import { recordIdRegExp } from '../ids.ts'
import { discussionStates, type DiscussionState } from './channel.ts'
import { line, type RecordKind } from './field.ts'

/** One channel on one local day: what is said of the day itself. Its briefs say in `place` that they stand on it. */
export interface Rail {
  readonly id: RecordId
  readonly channel: ChannelKey
  readonly day: Day
  /** The discussion; where nothing is set the carried or the channel's own holds. */
  readonly prompt: string | undefined
  readonly emptyState: string | undefined
  readonly discussion: DiscussionState | undefined
  /** Carried briefs, and the carried lead, that were taken off this rail. */
  readonly off: readonly RecordId[]
}

export const railKind = {
  kind: 'rail',
  fields: {
    prompt: line(500),
    emptyState: line(500),
    discussion: z.enum(discussionStates),
    off: z.array(z.string().regex(recordIdRegExp)),
  },
  rules: { off: { quiet: () => true } },
  migrations: [],
} as const satisfies RecordKind

export const railDefaults: Omit<Rail, 'id' | 'channel' | 'day'> = {
  prompt: undefined,
  emptyState: undefined,
  discussion: undefined,
  off: [],
}
