/** Words that mean a day only while that day lasts: "today", "tonight", "yesterday", "tomorrow". */

/** By primary language subtag. Capitals count as small letters, except in German, where they make another word. */
const words: Readonly<Record<string, readonly string[]>> = {
  ar: ['اليوم', 'الليلة', 'أمس', 'غدا', 'غدًا'],
  be: ['сёння', 'учора', 'заўтра'],
  bg: ['днес', 'довечера', 'вчера', 'утре'],
  cs: ['dnes', 'včera', 'zítra'],
  da: ['i dag', 'i aften', 'i går', 'i morgen'],
  de: ['heute', 'Heute', 'gestern', 'Gestern', 'morgen'],
  el: ['σήμερα', 'απόψε', 'χθες', 'χτες', 'αύριο'],
  en: ['today', 'tonight', 'yesterday', 'tomorrow'],
  es: ['hoy', 'esta noche', 'ayer', 'anoche', '(?<!(?:la|esta|una) )mañana'],
  et: ['täna', 'eile', 'homme'],
  fi: ['tänään', 'eilen', 'huomenna'],
  fr: ["aujourd[’']hui", 'ce soir', 'cette nuit', 'hier', 'demain'],
  he: ['היום', 'הלילה', 'אתמול', 'מחר'],
  hu: ['ma', 'tegnap', 'holnap'],
  it: ['oggi', 'stasera', 'stanotte', 'ieri', 'domani'],
  lt: ['šiandien', 'šįvakar', 'šiąnakt', 'vakar', 'rytoj'],
  lv: ['šodien', 'šovakar', 'šonakt', 'vakar', 'rīt'],
  nb: ['i dag', 'i kveld', 'i natt', 'i går', 'i morgen'],
  nl: ['vandaag', 'vanavond', 'vannacht', 'gisteren', '(?<!(?:de|in de) )morgen'],
  no: ['i dag', 'i kveld', 'i natt', 'i går', 'i morgen'],
  pl: ['dziś', 'dzisiaj', 'wczoraj', 'jutro'],
  pt: ['hoje', 'esta noite', 'ontem', 'amanhã'],
  ro: ['astăzi', 'azi', 'diseară', 'ieri', 'mâine'],
  ru: ['сегодня', 'вчера', 'завтра'],
  sk: ['dnes', 'včera', 'zajtra'],
  sv: ['i ?dag', 'i ?kväll', 'i ?natt', 'i ?går', 'i ?morgon'],
  tr: ['bugün', 'bu gece', 'bu akşam', 'dün', 'yarın'],
  uk: ['сьогодні', 'вчора', 'учора', 'завтра'],
}

const patterns = new Map<string, RegExp | undefined>()

function patternOf(language: string): RegExp | undefined {
  const tag = language.split('-', 1)[0]?.toLowerCase() ?? ''
  if (!patterns.has(tag)) {
    const list = words[tag]
    patterns.set(tag, list && new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`, tag === 'de' ? 'u' : 'iu'))
  }
  return patterns.get(tag)
}

/** The first such word of a text, as it stands there; undefined for none, or a language that is not known. */
export function dayWord(text: string, language: string): string | undefined {
  return patternOf(language)?.exec(text)?.[0]
}
