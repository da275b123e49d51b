import type { discardMenu as words } from '../en/discardMenu.ts'

export const discardMenu: typeof words = {
  title: '{kicker} على الموقع',
  titleMany: '{seen} من {n} على الموقع',
  takeOff: 'إزالة من الموقع',
  takeOffHint: 'يختفي مع الإطلاق القادم',
  retract: 'سحب',
  retractHint: 'يبقى هنا بعلامة، ويختفي من الصفحة مع الإطلاق القادم',
  takeDown: 'حجب…',
  takeDownHint: 'يختفي فورًا من كل شريط ووجهة، مع نسخه',
  takeOffRail: 'إزالة من هذا الشريط',
  takeOffRailHint: 'يحتفظ به يومه',
  cancel: 'إلغاء',
}
