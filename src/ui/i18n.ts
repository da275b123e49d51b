/** The desk's words: vue-i18n over the message catalogues, with keys that type-check, in the language that was chosen. */
import { createI18n } from 'vue-i18n'
import { computed } from 'vue'
import { directionOf, hasRightToLeft } from '../core/direction.ts'
import { en } from '../core/messages/en.ts'
import type { DeskLanguage } from '../core/messages/languages.ts'

type Catalogue = typeof en

const arabic = new Intl.PluralRules('ar')
/** The order of the plural forms of an Arabic message, all of which it has where it has more than one. */
const arabicForms: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  messages: { en } as Record<DeskLanguage, Catalogue>,
  pluralRules: { ar: (count: number, forms: number) => (forms === 1 ? 0 : arabicForms.indexOf(arabic.select(count))) },
})

/** The other catalogues come when they are asked for. */
const others: Record<Exclude<DeskLanguage, 'en'>, () => Promise<Catalogue>> = {
  ar: async () => (await import('../core/messages/ar.ts')).ar,
}

/** The language that the desk speaks now. */
export const language = computed<DeskLanguage>(() => i18n.global.locale.value)
export const direction = computed(() => directionOf(language.value))

/** Speaks another language from now on. */
export async function speak(wanted: DeskLanguage): Promise<void> {
  if (wanted !== 'en') i18n.global.setLocaleMessage(wanted, await others[wanted]())
  i18n.global.locale.value = wanted
}

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

/** A message's path in the catalogue, such as `acts.undo`. */
export type Message = Leaves<Catalogue>

/** A message with its named values filled in; `count` picks among plural forms and is `{n}` in them. */
export function t(message: Message, values: Readonly<Record<string, string | number>> = {}, count?: number): string {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]))
  return count === undefined ? i18n.global.t(message, shown) : i18n.global.t(message, { n: count, ...shown }, count)
}

/** A value whose direction may be another than the sentence's keeps to itself (UAX 9: first strong isolate). */
function isolated(value: string | number): string | number {
  if (typeof value === 'number' || value === '') return value
  return direction.value === 'rtl' || hasRightToLeft(value) ? `\u2068${value}\u2069` : value
}
