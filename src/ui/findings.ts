/** Findings in the desk's words. */
import type { Finding, Mend } from '../core/checks/finding.ts'
import type { RecordId } from '../core/ids.ts'
import type { Board } from '../core/rail.ts'
import { dayLabel } from './format.ts'
import { t } from './i18n.ts'

/** What is wrong. */
export function findingWords({
  check,
  params,
  sentAnyway,
}: Pick<Finding, 'check' | 'params'> & { sentAnyway?: string | undefined }): string {
  const { day, other } = params
  const words = t(`checks.says.${check}`, {
    ...params,
    ...(typeof day === 'string' ? { day: dayLabel(day) } : {}),
    ...(other === '' ? { other: t('board.noKicker') } : {}),
  })
  return sentAnyway === undefined ? words : `${words}. ${t('checks.sentAnyway', { reason: sentAnyway })}`
}

/** What one key does about it. */
export function mendWords({ name, params }: Mend): string {
  return t(`checks.mends.${name}`, params)
}

/** What a brief, the lead or the discussion is called. */
export function nameOfRecord({ lead, own, carried, yesterday }: Board, id: RecordId): string {
  if (id === lead.id) return t('board.lead')
  const row = [...own, ...carried, ...yesterday].find((one) => one.id === id)
  if (row === undefined) return t('board.discussion')
  return row.brief.kicker.trim() || t('board.noKicker')
}
