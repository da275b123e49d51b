/** The editorial checks of a day's rail: each finding says which record and field, how grave, and how it is mended. */
import { setField } from '../acts.ts'
import type { RecordState } from '../change.ts'
import { minutesBetween } from '../clock.ts'
import { recordIds, type Instant, type RecordId } from '../ids.ts'
import { isComplete, hasWords, type Board, type BriefRow } from '../rail.ts'
import { readBrief } from '../records.ts'
import { inlineText } from '../text.ts'
import { dayWord } from './day-words.ts'
import { errorsIn, errorsOf, imageErrors, type WordsFinding } from './errors.ts'
import { severities, type CheckedField, type CheckName, type Finding, type Severity } from './finding.ts'
import type { Likeness, LikeText } from './likeness.ts'
import { timeFindings } from './times.ts'
import { styleKey, styleOf, type Style } from './words.ts'

/** A brief's words may speak of "today" for so many minutes. */
const fresh = 12 * 60

/**
 * All that the checks find, in the order of the board. `likenesses` are the pairs of texts that are nearly the same
 * (`createLikenesses` over `likeTexts`); they may be those of a moment ago.
 */
export function check(board: Board, now: Instant, likenesses: readonly Likeness[]): Finding[] {
  const key = styleKey(board.channel)
  const found = [
    ...leadFindings(board),
    ...board.own.flatMap((row) => [...briefFindings(row, board.channel, key), ...staleFindings(row, board, now)]),
    ...board.carried.flatMap((row) => [...errorFindings(row.record, row), ...staleFindings(row, board, now)]),
    ...timeFindings(board, now),
    ...likeFindings(board, likenesses),
    ...discussionFindings(board),
  ]
  return inBoardOrder(found.filter(isHeard(board)), board)
}

/** Checks that were silenced on a brief or lead stay silent there; errors never do. */
function isHeard({ own, carried, lead }: Board): (finding: Finding) => boolean {
  const silenced = new Map<RecordId, readonly string[]>([[lead.id, lead.lead.silenced]])
  for (const { id, brief } of [...own, ...carried]) if (brief.silenced.length > 0) silenced.set(id, brief.silenced)
  return ({ severity, check: name, record }) => severity === 'error' || silenced.get(record)?.includes(name) !== true
}

function inBoardOrder(found: readonly Finding[], { lead, own, carried }: Board): Finding[] {
  const place = new Map<RecordId, number>([lead, ...own, ...carried].map(({ id }, index) => [id, index]))
  const order = ({ record }: Finding): number => place.get(record) ?? Infinity
  return [...found].sort((a, b) => order(a) - order(b) || 0)
}

interface Known {
  readonly style: string
  readonly found: readonly Finding[]
}
const known = new WeakMap<RecordState, Known>()

/** What a brief's own words and fields have in them; worked out again only when its record or the style changed. */
function briefFindings(row: BriefRow, style: Style, key: string): readonly Finding[] {
  const had = known.get(row.record)
  if (had?.style === key) return had.found
  const { kicker, headline, text, status } = row.brief
  const found =
    status === 'retracted'
      ? []
      : [
          ...incomplete(row),
          ...errorFindings(row.record, row),
          ...[...styleOf('kicker', kicker, style), ...styleOf('headline', headline, style), ...styleOf('text', text, style)].map((one) =>
            inRecord(row.record, row.id, one),
          ),
        ]
  known.set(row.record, { style: key, found })
  return found
}

function incomplete({ id, brief }: BriefRow): Finding[] {
  if (brief.status !== 'ready' || isComplete(brief)) return []
  const field: CheckedField = brief.at === undefined ? 'at' : brief.kicker.trim() === '' ? 'kicker' : 'text'
  return [{ check: 'incomplete', record: id, field, severity: severities.incomplete, params: {} }]
}

function errorFindings(record: RecordState, { id, brief }: Pick<BriefRow, 'id' | 'brief'>): Finding[] {
  if (brief.status === 'retracted') return []
  const sent = new Map(readBrief(record).sendAnyway.map(({ check: name, reason }) => [name, reason]))
  return errorsOf(record).map((error) => {
    const reason = sent.get(error.check)
    const finding = inRecord(record, id, error)
    return reason === undefined ? finding : { ...finding, severity: 'note', sentAnyway: reason }
  })
}

/** A finding in the words of a field, with the mend as an edit of it. */
function inRecord(
  record: RecordState | undefined,
  id: RecordId,
  { check: name, field, params, mend }: WordsFinding<CheckName>,
  severity: Severity = severities[name],
): Finding {
  const sets = mend && record ? { mend: { name: mend.name, params: {}, sets: [setField(record, id, field, mend.to)] } } : {}
  return { check: name, record: id, field, severity, params, ...sets }
}

const knownStale = new WeakMap<RecordState, { readonly language: string; readonly found: readonly Finding[] }>()

/** "Today" in a brief of another day, or one that has grown old. */
function staleFindings(row: BriefRow, { channel: { language } }: Board, now: Instant): readonly Finding[] {
  const { at, brief, carried, record } = row
  if (brief.status === 'retracted') return []
  const old = at !== undefined && minutesBetween(at, now) > fresh
  if (carried === undefined && !old) return []
  const had = knownStale.get(record)
  if (had?.language === language) return had.found
  const found = dayWords(row, language)
  knownStale.set(record, { language, found })
  return found
}

function dayWords({ id, brief }: BriefRow, language: string): Finding[] {
  return (['kicker', 'headline', 'text'] as const).flatMap((field) => {
    const word = dayWord(brief[field], language)
    return word === undefined ? [] : [{ check: 'dayWord', record: id, field, severity: severities.dayWord, params: { word } } as const]
  })
}

/** Errors in a lead's words do not hold it back: it has a person's whole attention, and nothing to send anyway. Those of its image do. */
function leadFindings({ lead: { id, record, lead, carried }, channel }: Board): Finding[] {
  if (!hasWords(lead) || lead.status === 'retracted') return []
  const ofImage = imageErrors(lead).map((one) => inRecord(record, id, one))
  if (carried !== undefined) return ofImage
  const ofWords = (['headline', 'standfirst', 'body'] as const).flatMap((field) => [
    ...errorsIn(field, lead[field]).map((one) => inRecord(record, id, one, 'warning')),
    ...styleOf(field, lead[field], channel).map((one) => inRecord(record, id, one)),
  ])
  return [...ofWords, ...ofImage]
}

/** The day's own prompt and empty state; the channel's are looked after in its settings. */
function discussionFindings({ discussion, channel, day }: Board): Finding[] {
  const id = recordIds.rail(channel.key, day)
  return (['prompt', 'emptyState'] as const).flatMap((field) => {
    if (discussion.words[field] !== id) return []
    const found = [...errorsIn(field, discussion[field]), ...styleOf(field, discussion[field], channel)]
    return found.map((one) => inRecord(undefined, id, one, severities[one.check] === 'error' ? 'warning' : undefined))
  })
}

const texts = new WeakMap<RecordState, LikeText>()

/** The texts that are compared for nearly the same wording: the rail's, the lead's and yesterday's. */
export function likeTexts({ lead, own, carried, yesterday }: Board): LikeText[] {
  const rows = new Map([...own, ...carried, ...yesterday].map((row) => [row.id, row]))
  const shown = [...rows.values()].filter(({ brief }) => brief.status !== 'retracted')
  const { headline, standfirst, status } = lead.lead
  return [
    ...(status === 'retracted' ? [] : [{ id: lead.id, text: `${headline} ${inlineText(standfirst)}` }]),
    ...shown.map(({ record, brief }) => {
      const had = texts.get(record) ?? { id: record.id, text: inlineText(brief.text) }
      texts.set(record, had)
      return had
    }),
  ]
}

/** One finding a brief of the rail's own: what it is most alike to that came before it. */
function likeFindings(board: Board, likenesses: readonly Likeness[]): Finding[] {
  if (likenesses.length === 0) return []
  const place = new Map(board.own.map((row, index) => [row.id, { row, index }]))
  const names = new Map(
    [...board.carried, ...board.yesterday, ...board.own].map(({ id, brief }) => [id, brief.kicker.trim()] as const),
  ).set(board.lead.id, board.lead.lead.headline.trim())
  const most = new Map<RecordId, { readonly other: RecordId; readonly share: number }>()
  for (const { one, other, share } of likenesses) {
    const [a, b] = [place.get(one), place.get(other)]
    // Of two on the rail the upper, which came later, is the repeat.
    const [later, earlier] = a !== undefined && (b === undefined || a.index < b.index) ? [a, other] : [b, one]
    if (later === undefined || !names.has(earlier) || share <= (most.get(later.row.id)?.share ?? 0)) continue
    if (place.get(earlier)?.row.brief.silenced.includes('nearDuplicate') === true) continue
    most.set(later.row.id, { other: earlier, share })
  }
  return [...most].flatMap(([record, { other, share }]) => {
    if (place.get(record)?.row.brief.status === 'retracted') return []
    const params = { other: names.get(other) ?? '', percent: Math.floor(share * 100) }
    return [{ check: 'nearDuplicate', record, field: 'text', severity: severities.nearDuplicate, params, other } as const]
  })
}
