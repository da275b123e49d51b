import type { marks as words } from '../en/marks.ts'

export const marks: typeof words = {
  draft: 'مسودة',
  ready: 'جاهز',
  live: 'منشور',
  corrected: 'منشور، مصوَّب',
  changed: 'تغيّر منذ الإطلاق',
  held: 'مؤجَّل',
  embargoed: 'محظور حتى {time}',
  retracted: 'مسحوب',
}
