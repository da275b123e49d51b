import type { conflict as words } from '../en/conflict.ts'

export const conflict: typeof words = {
  title: '{field}: كتب شخصان دون علم أحدهما بالآخر',
  shown: 'المعروض الآن',
  take: 'أخذ هذا',
  nothing: '(لا شيء)',
  onRail: 'على شريط {day}',
  onShelf: 'على الرف',
  discarded: 'مستبعَد',
  chosen: 'تم الاختيار.',
  openOrClosed: 'مفتوح أو مغلق',
  status: 'جاهز أو مسودة',
  place: 'الموضع',
}
