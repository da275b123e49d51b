import type { alerts as words } from '../en/alerts.ts'

export const alerts: typeof words = {
  title: 'التنبيهات',
  count: 'التنبيهات | تنبيه واحد | تنبيهان | {n} تنبيهات | {n} تنبيهًا | {n} تنبيه',
  none: 'لا شيء يستدعي انتباهك.',
  stale: 'لم يُطلق شيء منذ {time}.',
  unlaunched:
    'لا تغيير ينتظر. لم يُطلق شيء منذ {time}. | تغيير واحد ينتظر. لم يُطلق شيء منذ {time}. | تغييران ينتظران. لم يُطلق شيء منذ {time}. | {n} تغييرات تنتظر. لم يُطلق شيء منذ {time}. | {n} تغييرًا ينتظر. لم يُطلق شيء منذ {time}. | {n} تغيير ينتظر. لم يُطلق شيء منذ {time}.',
  due: 'حان وقت {kicker} عند {time} ولم يُطلق.',
  missed: 'كان {kicker} سيخرج من نفسه عند {time}، لكن لم يكن أي مكتب مفتوحًا. لم يُطلق.',
  dueHeld: 'حان وقت {kicker} عند {time} وهو مؤجَّل: {reason}.',
  dueFailed: 'كان {kicker} سيخرج من نفسه عند {time} فتعذّر ذلك. {message}',
  incomplete: 'غير مكتمل',
  out: 'لم يخرج شيء من نفسه: {names}، الطبعة {number}. | خرج {names} من نفسه، الطبعة {number}. | خرج {names} من نفسيهما، الطبعة {number}. | خرجت {names} من نفسها، الطبعة {number}. | خرجت {names} من نفسها، الطبعة {number}. | خرجت {names} من نفسها، الطبعة {number}.',
  readable: 'سُحب {kicker} لكن ما زالت قراءته ممكنة في {target}.',
  launchNow: 'إطلاق الآن',
  launchNowName: 'إطلاق {kicker} الآن',
  review: 'مراجعة الإطلاق',
  goTo: 'الذهاب إليه',
  goToName: 'الذهاب إلى {kicker}',
  sendAgain: 'إرسال من جديد',
  setAside: 'تنحية',
  launched: 'أُطلق {kicker}، الطبعة {number}.',
  look: 'نظر',
  past: 'من قبل',
}
