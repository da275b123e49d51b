/** The channel's fields as a form writes them, each checked by its own schema. */
import { readLabel } from '../../../core/clock.ts'
import { recordIds, type ChannelKey } from '../../../core/ids.ts'
import { channelKind } from '../../../core/model/channel.ts'
import { checkValue } from '../../../core/model/kinds.ts'
import type { Json } from '../../../core/model/field.ts'
import type { FieldOptions } from '../../composables/field.ts'
import { t } from '../../i18n.ts'
import type { Parsed } from '../../writer.ts'

export const textFields = ['title', 'railTitle', 'site', 'language', 'zone', 'prompt', 'emptyState', 'retractionNotice', 'accent'] as const
export const numberFields = ['keep', 'show', 'staleAfter', 'kickerLimit', 'textLimit', 'standfirstLimit'] as const
export type ChannelField = (typeof textFields)[number] | (typeof numberFields)[number] | 'hours'

export function isNumber(field: ChannelField): boolean {
  return numberFields.some((one) => one === field)
}

/** Recorded at every pause; the others only when they are left and can be what they say. */
const words: readonly ChannelField[] = ['title', 'railTitle', 'prompt', 'emptyState', 'retractionNotice']

/** `06:00–23:00`, and the same as people type it: `6:00-23:00`, `0600 to 2300`. */
function hoursOf(text: string): Json | undefined {
  if (text.trim() === '') return undefined
  const [from, to, ...more] = text.split(/\s*(?:-|–|—|\bto\b)\s*/)
  const [begin, end] = [readLabel(from ?? ''), readLabel(to ?? '')]
  return begin === undefined || end === undefined || more.length > 0 ? text : { from: begin, to: end }
}

function valueOf(field: ChannelField, text: string): Json | undefined {
  if (field === 'hours') return hoursOf(text)
  if (!isNumber(field)) return words.includes(field) ? text : text.trim()
  return text.trim() === '' ? text : Number(text)
}

/** A field's value as its input shows it. */
export function printField(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  const hours = channelKind.fields.hours.safeParse(value)
  return hours.success ? `${hours.data.from}–${hours.data.to}` : ''
}

/** What a field's text means, or why it cannot be recorded. */
export function parseField(channel: ChannelKey, field: ChannelField, text: string): Parsed {
  const checked = checkValue(recordIds.channel(channel), field, valueOf(field, text))
  return checked.ok ? { ok: true, value: checked.value } : { ok: false, problem: t(`settings.wrong.${field}`) }
}

/** `shown` is what holds where the channel has nothing of its own. */
export function channelField(channel: ChannelKey, field: ChannelField, shown: string, step: string): FieldOptions {
  return {
    record: recordIds.channel(channel),
    field,
    step,
    when: words.includes(field) ? 'pause' : 'leave',
    parse: (text) => parseField(channel, field, text),
    // A channel without hours has none; what else is not set shows what holds.
    print: (value) => (value === undefined && field !== 'hours' ? shown : printField(value)),
  }
}
