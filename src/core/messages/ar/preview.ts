import type { preview as words } from '../en/preview.ts'

export const preview: typeof words = {
  title: 'معاينة الصفحة',
  next: 'الإطلاق القادم',
  drafts: 'مع المسودات',
  what: 'ما يُعرض',
  phone: 'هاتف',
  desktop: 'حاسوب',
  width: 'عرض الصفحة',
  failed: 'تعذّر إعداد المعاينة. كلماتك لم تتأثر، وتُعاد المحاولة مع التغيير القادم.',
  again: 'إعادة المحاولة',
}
