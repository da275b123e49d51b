import type { dialogs as words } from '../en/dialogs.ts'

export const dialogs: typeof words = {
  close: 'إغلاق',
  cancel: 'إلغاء',
}
