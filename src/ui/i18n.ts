/** The desk's words: vue-i18n over the one message catalogue, with keys that type-check. */
import { createI18n } from 'vue-i18n'
import { en } from '../core/messages/en.ts'

export const i18n = createI18n({ legacy: false, locale: 'en', messages: { en } })

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

/** A message's path in the catalogue, such as `acts.undo`. */
export type Message = Leaves<typeof en>

/** A message with its named values filled in; `count` picks among plural forms and is `{n}` in them. */
export function t(message: Message, values: Readonly<Record<string, string | number>> = {}, count?: number): string {
  return count === undefined ? i18n.global.t(message, values) : i18n.global.t(message, { n: count, ...values }, count)
}
