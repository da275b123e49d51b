/**
 * The desk's own words in Arabic (Modern Standard), in the shape of the English ones: a missing or extra key does not
 * type-check. A message with plural forms has all six: zero, one, two, few, many, other (CLDR).
 *
 * Terms: brief خبر, kicker العنوان التمهيدي, headline العنوان, text النص, lead الموضوع الرئيسي, standfirst المقدمة, body المتن,
 * rail الشريط, shelf الرف, channel القناة, desk المكتب, library المكتبة, discussion النقاش, prompt سؤال النقاش, target الوجهة,
 * launch إطلاق, edition الطبعة, bundle الحزمة, held back مؤجَّل, embargo حظر النشر, live منشور, ready جاهز, draft مسودة,
 * retract سحب, discard استبعاد, correction تصويب, carried مرحَّل, pinned مثبَّت, check فحص, mend إصلاح, conflict تعارض,
 * wording صياغة, row صف, pane لوحة, sample تجربة, house style أسلوب الدار, take down حجب, reinstate رفع الحجب, notice تنويه,
 * template قالب, selection التحديد, figure رقم, output مخرج, fragment مقطع, tag وسم.
 */
import { acts } from './ar/acts.ts'
import { alerts } from './ar/alerts.ts'
import { menus } from './ar/menus.ts'
import { failures } from './ar/failures.ts'
import { marks } from './ar/marks.ts'
import { header } from './ar/header.ts'
import { find } from './ar/find.ts'
import { search } from './ar/search.ts'
import { status } from './ar/status.ts'
import { panes } from './ar/panes.ts'
import { board } from './ar/board.ts'
import { card } from './ar/card.ts'
import { rich } from './ar/rich.ts'
import { conflict } from './ar/conflict.ts'
import { history } from './ar/history.ts'
import { shelf } from './ar/shelf.ts'
import { discardMenu } from './ar/discardMenu.ts'
import { did } from './ar/did.ts'
import { typing } from './ar/typing.ts'
import { calendar } from './ar/calendar.ts'
import { channels } from './ar/channels.ts'
import { dialogs } from './ar/dialogs.ts'
import { palette } from './ar/palette.ts'
import { importing } from './ar/importing.ts'
import { launch } from './ar/launch.ts'
import { corrections } from './ar/corrections.ts'
import { elsewhere } from './ar/elsewhere.ts'
import { takeDown } from './ar/takeDown.ts'
import { checks } from './ar/checks.ts'
import { image } from './ar/image.ts'
import { cadence } from './ar/cadence.ts'
import { print } from './ar/print.ts'
import { preview } from './ar/preview.ts'
import { settings } from './ar/settings.ts'
import { outputs } from './ar/outputs.ts'
import { start } from './ar/start.ts'
import { several } from './ar/several.ts'
import type { en } from './en.ts'

export const ar: typeof en = {
  acts,
  alerts,
  menus,
  failures,
  marks,
  header,
  find,
  search,
  status,
  panes,
  board,
  card,
  rich,
  conflict,
  history,
  shelf,
  discardMenu,
  did,
  typing,
  calendar,
  channels,
  dialogs,
  palette,
  importing,
  launch,
  checks,
  image,
  corrections,
  elsewhere,
  takeDown,
  cadence,
  print,
  preview,
  settings,
  outputs,
  start,
  several,
}
