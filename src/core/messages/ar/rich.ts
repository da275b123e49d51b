import type { rich as words } from '../en/rich.ts'

export const rich: typeof words = {
  bar: 'تنسيق الكلمات المحدَّدة',
  bold: 'غامق',
  italic: 'مائل',
  link: 'رابط',
  subhead: 'عنوان فرعي',
  quote: 'اقتباس',
  bullets: 'قائمة نقطية',
  numbers: 'قائمة مرقّمة',
  address: 'عنوان الرابط',
  setLink: 'ربط',
  removeLink: 'إزالة',
  badLink: 'ليس عنوانًا. يبدأ العنوان بـ \u2066https://\u2069 أو \u2066http://\u2069 أو \u2066mailto:\u2069.',
  paragraphs: 'عدد الفقرات الداخلة إلى هذا النص: {n}.',
  join: 'دمجها في واحدة',
  further: 'صنع {n} من الأخبار',
  cancel: 'إلغاء',
}
