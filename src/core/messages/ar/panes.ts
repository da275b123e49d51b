import type { panes as words } from '../en/panes.ts'

export const panes: typeof words = {
  title: '{channel}، {day}',
  shelf: 'الرف والمستبعَد',
  board: 'الشريط',
  side: 'المعاينة والفحوص والمواضع الأخرى والسجل والإطلاق',
  tabs: { preview: 'المعاينة', checks: 'الفحوص', elsewhere: 'مواضع أخرى', history: 'السجل' },
  resizeLeft: 'عرض الرف',
  resizeRight: 'عرض المعاينة',
  close: 'إغلاق',
}
