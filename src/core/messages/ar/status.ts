import type { status as words } from '../en/status.ts'

export const status: typeof words = {
  saved: 'محفوظ',
  savedAt: 'حُفظ {time}',
  saving: 'جارٍ الحفظ',
  notSaved: 'لم يُحفظ. {message}',
  unreachable: 'تعذّر الوصول إلى المكتب؛ كلماتك تبقى هنا حتى يجيب.',
  readOnly: 'للقراءة فقط. {message}',
  conflicts: 'لا تعارض | تعارض واحد | تعارضان | {n} تعارضات | {n} تعارضًا | {n} تعارض',
  problems: 'لا مشكلات | مشكلة واحدة | مشكلتان | {n} مشكلات | {n} مشكلة | {n} مشكلة',
  sinceLaunch: '{time} منذ الإطلاق',
  sending: 'الإرسال إلى {target}، {done} من {total}',
  failed: 'لم يُرسل إلى {target}: {message}',
  disagrees: 'تحمل {target} طبعة أخرى',
  cancelled: 'لم يكتمل الإرسال إلى {target}',
  retry: 'إعادة المحاولة',
  look: 'نظر',
  keys: 'كل المفاتيح: ?',
  damaged: 'لا ملف تالفًا | وُجد ملف تالف | وُجد ملفان تالفان | وُجدت {n} ملفات تالفة | وُجد {n} ملفًا تالفًا | وُجد {n} ملف تالف',
}
