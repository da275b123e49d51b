import type { corrections as words } from '../en/corrections.ts'

export const corrections: typeof words = {
  title: 'التصويبات',
  note: 'تصويب للقراء',
  hint: 'ما يُقال للقراء، مثل «تصويب: ورد في صيغة سابقة رقم آخر.»',
  add: 'إضافة تصويب',
  edit: 'تحرير',
  editName: 'تحرير تصويب {time}',
  remove: 'إزالة',
  removeName: 'إزالة تصويب {time}',
  removed: 'أُزيل التصويب',
  done: 'تم',
  notLive: 'لم يرَ القراء {kicker} بعد: لا شيء يُصوَّب.',
}
