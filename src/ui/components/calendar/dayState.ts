/** How far a day is, by the board's marks and in a word. */
import type { DayNote } from '../../../core/contract/view.ts'
import { t } from '../../i18n.ts'

/** Hollow draft, filled ready, ringed live. */
export const dayMarks = { drafts: 'draft', ready: 'ready', launched: 'live' } as const

/** The edition where there is one, else the state; nothing for an empty day. */
export function dayWord(note: DayNote | undefined): string {
  if (note?.edition !== undefined) return t('calendar.edition', { number: note.edition })
  return note === undefined || note.state === 'empty' ? '' : t(`calendar.states.${note.state}`)
}
