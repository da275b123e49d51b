/** Where else words stand: copies and what was copied, near-same wording, and the same figures. */
import type { RecordState } from './change.ts'
import { alike, shareOf, trigramsOf } from './checks/likeness.ts'
import { dayOfHome, homeOf, kindOf, type RecordId } from './ids.ts'
import { readBrief, readLead } from './records.ts'
import { bodyText, inlineText } from './text.ts'

/** Why a record is told of: it is the brief itself, of its family of copies, worded nearly the same, or has a figure of it. Nearest first. */
export const whys = ['itself', 'copy', 'wording', 'figure'] as const
export type Why = (typeof whys)[number]

export interface Found {
  readonly record: RecordId
  readonly why: Why
  /** How alike the wordings are, from 0 to 1. */
  readonly share: number
  readonly figures: readonly string[]
}

/** A brief with all copies of it, of its copies and of what it was copied from, however far. */
export function familyOf(records: Iterable<RecordState>, id: RecordId): Set<RecordId> {
  const related = new Map<RecordId, RecordId[]>()
  const relate = (one: RecordId, other: RecordId): void => {
    related.set(one, [...(related.get(one) ?? []), other])
  }
  for (const record of records) {
    if (kindOf(record.id) !== 'brief') continue
    const { copyOf } = readBrief(record)
    if (copyOf === undefined) continue
    relate(record.id, copyOf)
    relate(copyOf, record.id)
  }
  const family = new Set<RecordId>([id])
  // A set is gone through in the order of its growth.
  for (const member of family) for (const other of related.get(member) ?? []) family.add(other)
  return family
}

const number = /(?<![\d:.,])\d+(?:[.,\u00a0\u202f]\d+)*(?![\d:])%?/gu

/**
 * The figures of a text, one spelling each: `1,200` and `1 200` (with a no-break space) are `1200`. Not those that
 * say too little: single digits, years and times of the clock.
 */
export function figuresIn(text: string): Set<string> {
  const found = [...text.matchAll(number)].map(([match]) => match.replace(/[.,\u00a0\u202f](?=\d{3}(?!\d))/gu, '').replace(',', '.'))
  return new Set(found.filter((figure) => figure.length > 1 && !/^(?:19|20)\d\d$/.test(figure)))
}

interface Text {
  readonly grams: ReadonlySet<number>
  readonly figures: ReadonlySet<string>
}

const texts = new WeakMap<RecordState, Text>()

function textOf(words: string): Text {
  return { grams: new Set(trigramsOf(words)), figures: figuresIn(words) }
}

/** What a brief or lead says, as readers read it. */
export function sayingOf(record: RecordState): string {
  if (kindOf(record.id) === 'lead') {
    const { headline, standfirst, body } = readLead(record, record.id)
    return [headline, inlineText(standfirst), ...bodyText(body)].join('\n')
  }
  const { headline, text } = readBrief(record)
  return [headline, inlineText(text)].filter(Boolean).join('\n')
}

function known(record: RecordState): Text {
  const had = texts.get(record) ?? textOf(sayingOf(record))
  texts.set(record, had)
  return had
}

/**
 * Goes through briefs and leads for what may say the same as a brief, in any of its wordings: a mistake that was
 * corrected in one place stands in its old words elsewhere. The nearest first. A brief that is discarded stands nowhere.
 */
export function findElsewhere(
  id: RecordId,
  wordings: readonly string[],
  family: ReadonlySet<RecordId>,
  records: Iterable<RecordState>,
): Found[] {
  const said = wordings.map(textOf)
  const figures = new Set(said.flatMap((one) => [...one.figures]))
  const found = [...records].flatMap((record): Found[] => {
    const kind = kindOf(record.id)
    if (kind !== 'brief' && (kind !== 'lead' || dayOfHome(homeOf(record.id)) === undefined)) return []
    const text = known(record)
    const share = Math.max(0, ...said.map((one) => shareOf(one.grams, text.grams)))
    const common = [...text.figures].filter((figure) => figures.has(figure))
    const one = { record: record.id, share, figures: common }
    if (record.id === id) return [{ ...one, why: 'itself' }]
    if (family.has(record.id)) return [{ ...one, why: 'copy' }]
    if (kind === 'brief' && readBrief(record).place === undefined) return []
    if (share >= alike) return [{ ...one, why: 'wording' }]
    return common.length > 0 ? [{ ...one, why: 'figure' }] : []
  })
  return found.sort((a, b) => whys.indexOf(a.why) - whys.indexOf(b.why) || b.share - a.share)
}
