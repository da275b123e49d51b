import type { palette as words } from '../en/palette.ts'

export const palette: typeof words = {
  title: 'كل الأوامر',
  filter: 'ابحث عن أمر',
  none: 'لا أمر باسم «{query}».',
  keys: 'كل المفاتيح',
  letters: 'تعمل الحروف حين يكون التركيز على صف في الشريط. وهي في الحقول نص.',
  lettersOff: 'الحروف معطّلة في إعدادات المكتب. كل أمر متاح أيضًا في قائمة البطاقة وفي قائمة الأوامر.',
  about: 'على الشريط',
}
