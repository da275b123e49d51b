/** The desk's own words in English: the one message catalogue, in vue-i18n's format, a file a place in the desk. */
import { acts } from './en/acts.ts'
import { alerts } from './en/alerts.ts'
import { menus } from './en/menus.ts'
import { failures } from './en/failures.ts'
import { marks } from './en/marks.ts'
import { header } from './en/header.ts'
import { find } from './en/find.ts'
import { search } from './en/search.ts'
import { status } from './en/status.ts'
import { panes } from './en/panes.ts'
import { board } from './en/board.ts'
import { card } from './en/card.ts'
import { rich } from './en/rich.ts'
import { conflict } from './en/conflict.ts'
import { history } from './en/history.ts'
import { shelf } from './en/shelf.ts'
import { discardMenu } from './en/discardMenu.ts'
import { did } from './en/did.ts'
import { typing } from './en/typing.ts'
import { calendar } from './en/calendar.ts'
import { channels } from './en/channels.ts'
import { dialogs } from './en/dialogs.ts'
import { palette } from './en/palette.ts'
import { importing } from './en/importing.ts'
import { launch } from './en/launch.ts'
import { corrections } from './en/corrections.ts'
import { elsewhere } from './en/elsewhere.ts'
import { takeDown } from './en/takeDown.ts'
import { checks } from './en/checks.ts'
import { image } from './en/image.ts'
import { cadence } from './en/cadence.ts'
import { print } from './en/print.ts'
import { preview } from './en/preview.ts'
import { settings } from './en/settings.ts'
import { outputs } from './en/outputs.ts'
import { start } from './en/start.ts'
import { several } from './en/several.ts'

export const en = {
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
} as const
