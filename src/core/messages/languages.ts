/** The languages that the desk itself speaks. Those of channels are as many as there are. */
export const deskLanguages = ['en', 'ar'] as const
export type DeskLanguage = (typeof deskLanguages)[number]

/** The language of the desk's words: the one that was chosen, else the first of the system's that it speaks, else English. */
export function deskLanguage(chosen: DeskLanguage | 'system', system: readonly string[]): DeskLanguage {
  if (chosen !== 'system') return chosen
  const spoken = system.map((tag) => deskLanguages.find((language) => language === tag.toLowerCase().split('-', 1)[0]))
  return spoken.find((language) => language !== undefined) ?? 'en'
}
