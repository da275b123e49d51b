import { z } from 'zod'
import type { RecordId } from '../ids.ts'
import { preferUnpublished, statuses, type Status } from './brief.ts'
import { line, lines, silencedChecks, webAddress, type RecordKind } from './field.ts'
import { imageDefaults, imageFields, type Illustrated } from './image.ts'

/** The optional lead article of a rail. */
export interface Lead extends Illustrated {
  readonly id: RecordId
  readonly headline: string
  /** Inline text in the Markdown subset. */
  readonly standfirst: string
  /** Paragraphs, subheads, quotes and lists in the Markdown subset. */
  readonly body: string
  readonly link: string
  readonly status: Status
  /** Checks that are not to be told of here. */
  readonly silenced: readonly string[]
}

export const leadKind = {
  kind: 'lead',
  fields: {
    headline: line(500),
    standfirst: lines(2_000),
    body: lines(100_000),
    link: z.union([z.literal(''), webAddress]),
    ...imageFields,
    status: z.enum(statuses),
    silenced: silencedChecks,
  },
  rules: { status: { prefer: preferUnpublished }, silenced: { quiet: () => true } },
  migrations: [],
} as const satisfies RecordKind

export const leadDefaults: Omit<Lead, 'id'> = {
  headline: '',
  standfirst: '',
  body: '',
  link: '',
  ...imageDefaults,
  status: 'draft',
  silenced: [],
}
