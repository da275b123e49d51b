/** The desk's own words in English: the one message catalogue, in vue-i18n's format, a file a place in the desk. */
import { acts } from './en/acts.ts'
import { alerts } from './en/alerts.ts'
import { menus } from './en/menus.ts'
import { failures } from './en/failures.ts'
import { marks } from './en/marks.ts'
import { header } from './en/header.ts'
import { find } from './en/find.ts'
import { status } from './en/status.ts'
import { panes } from './en/panes.ts'
import { board } from './en/board.ts'
import { card } from './en/card.ts'
import { conflict } from './en/conflict.ts'
import { history } from './en/history.ts'
import { shelf } from './en/shelf.ts'
import { discardMenu } from './en/discardMenu.ts'
import { did } from './en/did.ts'
import { typing } from './en/typing.ts'
import { calendar } from './en/calendar.ts'
import { dialogs } from './en/dialogs.ts'
import { palette } from './en/palette.ts'
import { importing } from './en/importing.ts'
import { launch } from './en/launch.ts'
import { checks } from './en/checks.ts'
import { image } from './en/image.ts'
import { cadence } from './en/cadence.ts'
import { print } from './en/print.ts'
import { preview } from './en/preview.ts'
import { settings } from './en/settings.ts'
import { start } from './en/start.ts'

export const en = {
  acts,
  alerts,
  menus,
  failures,
  marks,
  header,
  find,
  status,
  panes,
  board,
  card,
  conflict,
  history,
  shelf,
  discardMenu,
  did,
  typing,
  calendar,
  dialogs,
  palette,
  importing,
  launch,
  checks,
  image,
  cadence,
  print,
  preview,
  settings,
  start,
} as const
