/** More editions: every way of writing, what text can hold, days on which clocks change, and what was retracted. */
import type { Edition } from '../../../src/core/edition.ts'
import { cleanText } from '../../../src/core/model/field.ts'
import { brief, edition, editions, lead, twoThousand, withdrawn } from './corpus.ts'

/** A greeting or so in each language, by its tag. */
const languages: Readonly<Record<string, string>> = {
  'am-ET': 'ጤና ይስጥልኝ',
  ar: 'صباح الخير يا قراءنا، 12 قارباً',
  'bn-IN': 'সুপ্রভাত',
  ckb: 'بەیانی باش',
  'chr-US': 'ᎣᏏᏲ',
  'de-AT': 'Grüß Gott, „Fähre“',
  dv: 'ބާއްޖަވެރި ހެނދުނެއް',
  el: 'Καλημέρα',
  fa: 'صبح بخیر می‌گوییم',
  ff: 'Jam waali',
  'ff-Adlm': '𞤔𞤢𞤥 𞤱𞤢𞤤𞤭',
  'fr-CA': '« Bonjour » à tous !',
  gu: 'સુપ્રભાત',
  he: 'בוקר טוב, EstLink 2 חזר',
  hi: 'सुप्रभात, क्षमा',
  hy: 'Բարի լույս',
  ja: 'おはようございます。フェリーが再開',
  ka: 'დილა მშვიდობისა',
  km: 'អរុណសួស្តី',
  ko: '안녕하세요',
  lo: 'ສະບາຍດີ',
  lt: 'Labas rytas, ąčęėįšųūž',
  ml: 'സുപ്രഭാതം',
  'mn-Mong': 'ᠰᠠᠶᠢᠨ',
  my: 'မင်္ဂလာပါ',
  nqo: 'ߌ ߣߌ ߛߐ߲߬ߜߐ߲',
  or: 'ସୁପ୍ରଭାତ',
  'pa-Arab': 'سویر دا سلام',
  'pa-Guru': 'ਸ਼ੁਭ ਸਵੇਰ',
  ru: 'Доброе утро — паром',
  si: 'සුභ උදෑසනක්',
  'sr-Cyrl': 'Добро јутро',
  'sr-Latn': 'Dobro jutro',
  syr: 'ܨܦܪܐ ܛܒܐ',
  ta: 'காலை வணக்கம்',
  te: 'శుభోదయం',
  th: 'สวัสดีตอนเช้าไม่มีช่องว่าง',
  ti: 'ከመይ ሓዲርኩም',
  tr: 'Günaydın, İstanbul ılık',
  'ug-CN': 'ئەتىگەنلىك سالام',
  uk: 'Доброго ранку, п’ять',
  'ur-PK': 'صبح بخیر',
  vi: 'Chào buổi sáng, phở',
  yi: 'גוט מאָרגן',
  'zh-Hans-CN': '早上好，渡轮恢复运行',
  'zh-Hant-TW': '早安，渡輪恢復航行',
}

function inLanguage([language, text]: [string, string]): [string, Edition] {
  return [
    `in ${language}`,
    edition({
      channel: { language, title: text, railTitle: text },
      lead: lead({ headline: text, standfirst: `**${text}**`, body: `## ${text}\n\n${text}\n\n> ${text}` }),
      briefs: [
        brief(1, { kicker: text, headline: text, text: `*${text}* [${text}](https://example.org/${text})`, source: text, tags: [text] }),
        brief(2, { kicker: 'EstLink 2 (EU)', text, corrections: [{ at: '2026-04-15T20:01:00.000Z', note: text }] }),
      ],
      discussion: { prompt: text, emptyState: text, state: 'open' },
    }),
  ]
}

const odd = {
  controls: cleanText(String.fromCharCode(...Array.from({ length: 32 }, (_, n) => n), 0x7f, 0xfffe, 0xffff, 0xd800) + 'between'),
  'second controls': 'a\u0080\u0085\u0090\u009fb',
  'spaces and separators': '\u00a0\u2003\u2028\u2029\u202f\u3000\ufeffa\u200b\u00adb',
  'directions turned': '\u202Eabc\u202C \u2067עברית\u2069 \u200F(1)\u200E',
  combined: 'e\u0301\u0323\u0308 Z\u0351\u036b\u0343 \u{1F468}\u{1F3FD}\u200D\u{1F680} \u{1F1F1}\u{1F1F9}',
  'beyond the plane': '\u{20000}\u{2F800}\u{10FFFD}\u{1F6A2}\u{1D518}',
  'marks of every kind': '`code` ~~gone~~ | a | b | $x^2$ :ship: @name #tag <b>&amp; &#x41; [^1] --- === 1) - [ ] www.example.org',
}

const morning = { label: '03:30', date: '2026-10-25' }

export const varied: Readonly<Record<string, Edition>> = {
  ...editions,
  ...Object.fromEntries(Object.entries(languages).map(inLanguage)),
  ...Object.fromEntries(
    Object.entries(odd).map(([name, text]) => [
      name,
      edition({
        lead: lead({ headline: text.replace(/[\n\t]+/g, ' '), standfirst: text, body: text }),
        briefs: [brief(1, { kicker: text.replace(/[\n\t]+/g, ' '), text, source: text.replace(/[\n\t]+/g, ' '), tags: ['x'] })],
        discussion: { prompt: text, emptyState: text, state: 'open' },
      }),
    ]),
  ),
  'on the day with two half past threes': edition({
    day: '2026-10-25',
    at: '2026-10-25T02:00:00.000Z',
    briefs: [
      brief(1, { ...morning, offset: '+02:00' }),
      brief(2, { ...morning, offset: '+03:00' }),
      brief(3, { ...morning, label: '00:10' }),
    ],
  }),
  'on the day without a half past three': edition({
    day: '2026-03-29',
    at: '2026-03-29T02:00:00.000Z',
    briefs: [
      brief(1, { label: '04:00', date: '2026-03-29', offset: '+03:00' }),
      brief(2, { label: '02:59', date: '2026-03-29', offset: '+02:00' }),
      brief(3, { label: '23:58', date: '2026-03-28', offset: '+02:00' }),
    ],
  }),
  'in a zone of a quarter of an hour': edition({
    channel: { zone: 'Asia/Kathmandu', language: 'ne' },
    briefs: [brief(1, { label: '01:44', date: '2026-04-16', offset: '+05:45' })],
  }),
  corrected: edition({
    briefs: [
      brief(1, {
        corrections: [
          { at: '2026-04-15T19:00:00.000Z', note: 'An earlier version gave another length.' },
          { at: '2026-04-15T20:02:00.000Z', note: 'And another\ncolour & "name".' },
        ],
        updated: '2026-04-15T20:02:00.000Z',
      }),
    ],
  }),
  'with things retracted': edition({
    briefs: [brief(1)],
    retracted: [
      { record: 'world-4f2a/2026-04-15/brief-k7', published: '2026-04-15T18:00:00.000Z', at: '2026-04-15T19:00:00.000Z' },
      { record: 'world-4f2a/2026-04-15/lead', published: '2026-04-15T18:00:00.000Z', at: '2026-04-15T20:05:00.000Z' },
    ],
  }),
  'with all retracted': edition({
    retracted: [{ record: 'world-4f2a/2026-04-15/brief-k7', published: '2026-04-15T18:00:00.000Z', at: '2026-04-15T20:05:00.000Z' }],
  }),
  'with a notice': edition({
    briefs: [brief(1), withdrawn(2, 'We took this down: *harbour* & "toll" <b>named</b> the wrong people.'), brief(3)],
  }),
  'with nothing but a notice': edition({ briefs: [withdrawn(1, 'This item was withdrawn.')] }),
  'linking to its own site': edition({
    lead: lead({ headline: 'Ferries resume', link: 'https://news.example/ferries#top' }),
    briefs: [
      brief(1, { link: 'https://news.example/a' }),
      brief(2, { link: 'https://NEWS.example/a' }),
      brief(3, { link: 'https://news.example/old', date: '2026-04-13', label: '10:00' }),
      brief(4, { link: 'https://other.example/b' }),
      brief(5, { link: 'https://news.example/c' }),
    ],
  }),
  'two hundred': { ...twoThousand, briefs: twoThousand.briefs.slice(0, 200) },
}

/** The same by what they are about, all languages together. */
export const variedGroups: readonly (readonly [string, readonly Edition[]])[] = [
  ['all languages', Object.keys(languages).map((language) => varied[`in ${language}`]!)],
  ...Object.entries(varied).flatMap(([name, of]) => (name.slice(3) in languages ? [] : [[name, [of]] as const])),
]
