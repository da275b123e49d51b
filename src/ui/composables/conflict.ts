/** An open conflict in words, and how a choice is recorded. */
import { choose } from '../../core/acts.ts'
import type { Conflict, RecordState } from '../../core/change.ts'
import type { EditSet } from '../../core/edit.ts'
import { dayOfHome } from '../../core/ids.ts'
import { briefKind, readPlace, statuses } from '../../core/model/brief.ts'
import type { Json } from '../../core/model/field.ts'
import { imageSchema } from '../../core/model/image.ts'
import { dayLabel, timeLabel } from '../format.ts'
import { t, type Message } from '../i18n.ts'

const fieldNames: Readonly<Record<string, Message>> = {
  at: 'card.time',
  kicker: 'card.kicker',
  headline: 'card.headline',
  text: 'card.text',
  link: 'card.link',
  source: 'card.source',
  tags: 'card.tags',
  pinned: 'history.pinned',
  keep: 'shelf.template',
  corrections: 'history.corrections',
  takenDown: 'history.takenDown',
  copyOf: 'history.copyOf',
  off: 'history.off',
  image: 'card.image',
  imageAlt: 'card.imageAlt',
  imageCredit: 'card.imageCredit',
  embargo: 'card.embargo',
  note: 'card.note',
  standfirst: 'card.standfirst',
  body: 'card.body',
  prompt: 'card.prompt',
  emptyState: 'card.emptyState',
  discussion: 'conflict.openOrClosed',
  status: 'conflict.status',
  place: 'conflict.place',
}

export function fieldName(field: string): string {
  const name = fieldNames[field]
  return name === undefined ? field : t(name)
}

/** A field's value as people read it. */
export function valueText(field: string, value: Json | undefined, zone: string, day: string): string {
  if (field === 'place') return placeText(value)
  if (value === undefined || value === null || value === '') return t('conflict.nothing')
  if ((field === 'at' || field === 'embargo') && typeof value === 'string') return timeLabel(value, zone, day)
  if (field === 'status') return t(`marks.${statuses.find((status) => status === value) ?? 'draft'}`)
  if (field === 'discussion') return t(value === 'closed' ? 'board.closed' : 'board.open')
  if (field === 'image') return imageText(value)
  if (field === 'copyOf') return t('history.copy')
  if (field === 'off' && Array.isArray(value)) return t('history.count', {}, value.length)
  if (field === 'pinned' || field === 'keep') return t(value === true ? 'history.yes' : 'history.no')
  if (field === 'takenDown') return takenDownText(value)
  if (Array.isArray(value)) return value.map(partText).join(field === 'tags' ? ', ' : '\n')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What tells one image, or one crop of it, from another in words. */
function imageText(value: Json): string {
  const image = imageSchema.safeParse(value).data
  if (image === undefined) return t('conflict.nothing')
  const { master, focus } = image
  return t('image.size', { width: master.width, height: master.height, x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) })
}

/** A tag, or a correction's note. */
function partText(part: Json): string {
  if (typeof part === 'object' && part !== null && 'note' in part && typeof part.note === 'string') return part.note
  return typeof part === 'string' ? part : JSON.stringify(part)
}

/** Why it was taken down, and what readers were told. */
function takenDownText(value: Json): string {
  const down = briefKind.fields.takenDown.safeParse(value).data
  return [down?.reason, down?.notice].filter(Boolean).join('\n')
}

function placeText(value: Json | undefined): string {
  const place = readPlace(value)
  if (place === undefined) return t('conflict.discarded')
  if ('shelf' in place) return t('conflict.onShelf')
  return t('conflict.onRail', { day: dayLabel(dayOfHome(place.rail)?.day ?? '') })
}

/** The edit that decides for one of the values. A place is asked for anew: ranks are the desk's. */
export function chosen(record: RecordState, conflict: Conflict, value: Json | undefined): EditSet {
  const place = conflict.field === 'place' ? readPlace(value) : undefined
  if (place === undefined) return choose(record, conflict, value)
  return choose(record, conflict, 'rail' in place ? { rail: place.rail, where: 'time' } : { shelf: place.shelf, where: 'top' })
}
