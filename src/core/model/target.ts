import { z } from 'zod'
import type { ChannelKey, Day, RecordId } from '../ids.ts'
import { channelKeyRegExp, dayPattern } from '../ids.ts'
import { flag, instant, line, type RecordKind } from './field.ts'

/** Where a channel's bundles are sent. Where a folder lies is the machine's own matter and stands in its settings. */
export interface Target {
  readonly id: RecordId
  readonly channel: ChannelKey
  readonly name: string
  readonly kind: 'folder'
  readonly removed: boolean
  /** What was last sent whole, by place in the target: its root (`''`) or `<yyyy-mm-dd>`. */
  readonly sent: Readonly<Record<string, Delivery>>
  /** What was begun and is not finished; offered again at start. */
  readonly sending: (Delivery & { readonly place: string }) | undefined
}

export interface Delivery {
  /** The edition's id, `<number>-<opening>`. */
  readonly edition: string
  readonly day: Day
  readonly at: string
}

const delivery = z.object({ edition: z.string().regex(/^\d+-[0-9a-f]{16}$/), day: z.string().regex(dayPattern), at: instant })

export const targetKind = {
  kind: 'target',
  fields: {
    channel: z.string().regex(channelKeyRegExp),
    name: line(100).refine((name) => name.trim() !== '', 'A target needs a name.'),
    kind: z.enum(['folder']),
    removed: flag,
    sent: z.record(z.string(), delivery),
    sending: delivery.extend({ place: z.string() }),
  },
  rules: {
    sent: { quiet: () => true },
    sending: { quiet: () => true },
  },
  migrations: [],
} as const satisfies RecordKind

export const targetDefaults: Omit<Target, 'id'> = { channel: '', name: '', kind: 'folder', removed: false, sent: {}, sending: undefined }
