import type { menus as words } from '../en/menus.ts'

export const menus: typeof words = {
  file: 'ملف',
  edit: 'تحرير',
  brief: 'خبر',
  view: 'عرض',
  launch: 'إطلاق',
  help: 'مساعدة',
  learn: 'إضافة إلى القاموس',
  channels: 'القنوات',
  quit: 'إنهاء',
  closeWindow: 'إغلاق النافذة',
  cut: 'قص',
  copy: 'نسخ',
  paste: 'لصق',
  selectAll: 'تحديد الكل',
  resetZoom: 'الحجم الأصلي',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  fullScreen: 'ملء الشاشة',
  about: 'حول Newsrail',
}
