/** Web addresses as they are typed. */
import { webAddress } from '../../../core/model/field.ts'
import { t } from '../../i18n.ts'
import type { Parsed } from '../../writer.ts'

/** An address; one without a scheme gets https. Empty is none. */
export function parseLink(text: string): Parsed {
  const typed = text.trim()
  if (typed === '') return { ok: true, value: '' }
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) || !/^[^\s/]+\.[^\s/]{2,}/.test(typed) ? typed : `https://${typed}`
  const parsed = webAddress.safeParse(address)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: t('card.badLink') }
}
