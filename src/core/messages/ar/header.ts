import type { header as words } from '../en/header.ts'

export const header: typeof words = {
  channel: 'القناة: {title}',
  onSite: 'على الموقع: ط. {number}، {time}',
  onSiteDay: 'على الموقع: ط. {number}، {day} {time}',
  notOnSite: 'لا شيء على الموقع بعد',
  notSent: 'أُطلقت الطبعة {number} ولم تصل إلى الموقع بعد',
  now: 'الآن',
  launch: 'إطلاق',
  launchCount: 'إطلاق {n}',
  closeLibrary: 'إغلاق هذه المكتبة',
  sample: 'تجربة',
  sampleHint: 'مكتبة للتجربة: لا تُطلق إلا إلى ملف مضغوط أو إلى المعاينة.',
  shelfDrawer: 'الرف',
  previewDrawer: 'المعاينة',
}
