import type { cadence as words } from '../en/cadence.ts'

export const cadence: typeof words = {
  title: 'الإيقاع، {day}',
  thisDay: 'الأخبار في الساعة',
  usualDay: 'اليوم المعتاد، من الأسابيع الأربعة السابقة',
  soFar: '{briefs} حتى الآن؛ والمعتاد {usual} حتى {time}.',
  whole: '{briefs}؛ والمعتاد {usual} في اليوم.',
  noUsual: '{briefs}. ليس في الأسابيع الأربعة السابقة ما يقارَن به.',
  week: 'الأسبوع بنظرة',
}
