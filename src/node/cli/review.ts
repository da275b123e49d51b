/** A launch review as the terminal shows it: what readers will see change, then what is held back. */
import { localTime } from '../../core/clock.ts'
import type { FrozenBrief, FrozenLead } from '../../core/edition.ts'
import { readBrief } from '../../core/records.ts'
import type { HeldReason } from '../../core/held.ts'
import type { Review, ReviewRow } from '../../core/review.ts'
import { inlineText } from '../../core/text.ts'
import { excerpt, table } from './output.ts'
import type { Rail } from './rail.ts'

export function shownReview({ rows, held, changed }: Review, rail: Rail): string {
  const { channel, day, view } = rail
  const against = view.base === undefined ? 'nothing on the site yet' : `edition ${view.base.number}, ${view.base.day}`
  const head = `${channel.title}, ${day}, against ${against}: ${changed ? `${rows.length} to change` : 'nothing to change'}`
  const lines = [
    ...rows.map((row) => rowOf(row)),
    ...held.map(({ id, reason, live }) => [
      'held back',
      ...heldOf(id, rail),
      `${reasons[reason]}${live ? '; the site keeps its last words' : ''}`,
    ]),
  ]
  return lines.length === 0 ? head : `${head}\n${table(lines)}`
}

/** Why something is held back, in words. */
export const reasons: Readonly<Record<HeldReason, string>> = {
  draft: 'a draft',
  embargo: 'under embargo',
  incomplete: 'not complete',
  error: 'has an error (newsrail check tells)',
  conflict: 'two wordings',
  editing: 'being edited now',
  unticked: 'unticked',
}

function rowOf(row: ReviewRow): string[] {
  switch (row.kind) {
    case 'retracted':
    case 'removed':
    case 'cut':
      return [row.kind === 'cut' ? 'below the cut' : row.kind, ...briefCells(row.before)]
    case 'added':
    case 'reworded':
    case 'retimed':
    case 'moved':
      return [row.kind, ...briefCells(row.after)]
    case 'lead':
      return ['lead', '', '', row.after === undefined ? 'taken off' : leadWords(row.after)]
    case 'discussion':
      return ['discussion', '', '', `${row.after.prompt} (${row.after.state})`]
    case 'channel':
      return ['channel', '', '', 'its settings']
  }
}

function briefCells({ label, kicker, text }: FrozenBrief): string[] {
  return [label, kicker, excerpt(inlineText(text))]
}

function leadWords({ headline, standfirst }: FrozenLead): string {
  return excerpt(inlineText(headline === '' ? standfirst : headline))
}

/** The time and kicker of what is held back; a lead's and discussion's id says which it is. */
function heldOf(id: string, { board, channel }: Rail): [string, string] {
  const row = [...board.own, ...board.carried].find((one) => one.id === id)
  if (row === undefined) return ['', id === board.lead.id ? 'lead' : 'discussion']
  const { at, kicker } = readBrief(row.record)
  return [at === undefined ? '' : localTime(at, channel.zone).label, kicker]
}
