/** A brief's words as a closed row shows them. */
import { inlineHtml } from '../../core/text.ts'
import type { Mark } from '../../core/mark.ts'
import type { Brief } from '../../core/model/brief.ts'
import { timeLabel } from '../format.ts'
import { t } from '../i18n.ts'

/** Inline Markdown as HTML without links that could be tabbed to: a row is one tab stop. */
export function rowHtml(markdown: string): string {
  // Only core's own escaping functions write this HTML, so its links have exactly this form.
  return inlineHtml(markdown)
    .replace(/<a href="[^"]*">/g, '<span class="link">')
    .replaceAll('</a>', '</span>')
}

/** The word for a mark. */
export function markWord(mark: Mark, brief: Brief, zone: string, day: string): string {
  return mark === 'embargoed' && brief.embargo !== undefined
    ? t('marks.embargoed', { time: timeLabel(brief.embargo, zone, day) })
    : t(`marks.${mark}`)
}
