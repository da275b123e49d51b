import type { find as words } from '../en/find.ts'

export const find: typeof words = {
  label: 'بحث في هذا الشريط',
  word: 'بحث',
  count: 'لا نتائج | نتيجة واحدة | نتيجتان | {n} نتائج | {n} نتيجة | {n} نتيجة',
  close: 'إغلاق البحث',
  position: '{at} من {n}',
}
