import type { calendar as words } from '../en/calendar.ts'

export const calendar: typeof words = {
  title: 'التقويم',
  before: 'الشهر السابق',
  after: 'الشهر التالي',
  today: 'اليوم',
  briefs: 'لا أخبار | خبر واحد | خبران | {n} أخبار | {n} خبرًا | {n} خبر',
  edition: 'ط. {number}',
  editionLong: 'أُطلق، الطبعة {number}',
  states: {
    empty: '',
    drafts: 'مسودات',
    ready: 'جاهز',
    launched: 'أُطلق',
  },
  failed: 'تعذّرت قراءة ما في هذه الأيام. {message}',
  keys: 'تنتقل الأسهم بين الأيام والأسابيع، وPgUp وPgDn بين الأشهر. يفتح Enter اليوم.',
}
