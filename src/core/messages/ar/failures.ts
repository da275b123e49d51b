import type { failures as words } from '../en/failures.ts'

export const failures: typeof words = {
  unreachable: 'تعذّر الوصول إلى المكتب. ما تكتبه يبقى هنا ويُسجَّل حين يجيب من جديد.',
  view: 'تعذّر عرض هذا اليوم.',
  again: 'إعادة المحاولة',
}
