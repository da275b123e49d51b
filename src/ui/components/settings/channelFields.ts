/** The channel's fields as a form writes them, each checked by its own schema. */
import { recordIds, type ChannelKey } from '../../../core/ids.ts'
import { checkValue } from '../../../core/model/kinds.ts'
import type { Json } from '../../../core/model/field.ts'
import type { FieldOptions } from '../../composables/field.ts'
import { t } from '../../i18n.ts'
import type { Parsed } from '../../writer.ts'

export const textFields = ['title', 'railTitle', 'site', 'language', 'zone', 'prompt', 'emptyState', 'accent'] as const
export type ChannelField = (typeof textFields)[number] | 'keep'

/** Recorded at every pause; the others only when they are left and can be what they say. */
const words: readonly ChannelField[] = ['title', 'railTitle', 'prompt', 'emptyState']

function valueOf(field: ChannelField, text: string): Json {
  if (field !== 'keep') return words.includes(field) ? text : text.trim()
  return text.trim() === '' ? text : Number(text)
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
    print: (value) => (value === undefined ? shown : typeof value === 'string' || typeof value === 'number' ? String(value) : ''),
  }
}
