/**
 * The one table of acts and their keys: menus, palette, key sheet and tooltips are made from it.
 * Each act's words are `acts.<act>` in the message catalogue.
 */

/** Where a key acts: anywhere in the window, on a row of the board, or inside an open card. */
export type KeyPlace = 'window' | 'board' | 'card'
export type MenuName = 'file' | 'edit' | 'brief' | 'view' | 'launch' | 'help'

export interface KeyAct {
  /** As `KeyboardEvent.key` writes it, modifiers before: `Mod` is Ctrl, or Cmd on a Mac. The first is the one shown. */
  readonly keys: readonly string[]
  readonly place: KeyPlace
  /** The native menu and the palette's group; left out where it belongs in neither. */
  readonly menu?: MenuName
}

const table = {
  newBrief: { keys: ['n', 'Mod+n'], place: 'board', menu: 'file' },
  newBelow: { keys: ['Shift+N'], place: 'board', menu: 'file' },
  importText: { keys: ['Mod+Shift+i'], place: 'window', menu: 'file' },
  newWindow: { keys: ['Mod+Shift+n'], place: 'window', menu: 'file' },
  openLibrary: { keys: ['Mod+o'], place: 'window', menu: 'file' },
  deskSettings: { keys: [], place: 'window', menu: 'file' },
  print: { keys: ['Mod+p'], place: 'window', menu: 'file' },
  channelSettings: { keys: ['Mod+,'], place: 'window', menu: 'file' },
  channels: { keys: ['Shift+G'], place: 'board', menu: 'file' },
  recordNow: { keys: ['Mod+s'], place: 'window', menu: 'file' },
  undo: { keys: ['Mod+z'], place: 'window', menu: 'edit' },
  redo: { keys: ['Mod+Shift+z', 'Mod+y'], place: 'window', menu: 'edit' },
  find: { keys: ['Mod+f'], place: 'window', menu: 'edit' },
  search: { keys: ['Mod+Shift+f'], place: 'window', menu: 'edit' },
  edit: { keys: ['Enter'], place: 'board', menu: 'brief' },
  time: { keys: ['t'], place: 'board', menu: 'brief' },
  embargo: { keys: ['e'], place: 'board', menu: 'brief' },
  retimeToFit: { keys: ['Shift+T'], place: 'board', menu: 'brief' },
  sortBack: { keys: ['Shift+O'], place: 'board', menu: 'brief' },
  mend: { keys: ['m'], place: 'board', menu: 'brief' },
  image: { keys: ['i'], place: 'board', menu: 'brief' },
  readyOrDraft: { keys: ['r'], place: 'board', menu: 'brief' },
  pin: { keys: ['p'], place: 'board', menu: 'brief' },
  moveUp: { keys: ['Alt+ArrowUp'], place: 'board', menu: 'brief' },
  moveDown: { keys: ['Alt+ArrowDown'], place: 'board', menu: 'brief' },
  correct: { keys: ['c'], place: 'board', menu: 'brief' },
  shelf: { keys: ['s'], place: 'board', menu: 'brief' },
  duplicate: { keys: ['Mod+d'], place: 'board', menu: 'brief' },
  tags: { keys: ['#'], place: 'board', menu: 'brief' },
  moveTo: { keys: ['v'], place: 'board', menu: 'brief' },
  discard: { keys: ['Delete', 'Backspace'], place: 'board', menu: 'brief' },
  takeDown: { keys: ['Shift+Delete'], place: 'board', menu: 'brief' },
  reinstate: { keys: ['Shift+R'], place: 'board', menu: 'brief' },
  elsewhere: { keys: ['Shift+C'], place: 'board', menu: 'brief' },
  history: { keys: ['h'], place: 'board', menu: 'brief' },
  readyAndClose: { keys: ['Mod+Enter'], place: 'card', menu: 'brief' },
  close: { keys: ['Escape'], place: 'card' },
  selectUp: { keys: ['ArrowUp', 'k'], place: 'board' },
  selectDown: { keys: ['ArrowDown', 'j'], place: 'board' },
  addToSelection: { keys: ['x'], place: 'board' },
  extendUp: { keys: ['Shift+ArrowUp'], place: 'board' },
  extendDown: { keys: ['Shift+ArrowDown'], place: 'board' },
  selectAll: { keys: ['Mod+a'], place: 'board' },
  first: { keys: ['Home'], place: 'board' },
  last: { keys: ['End'], place: 'board' },
  nextProblem: { keys: ['F8'], place: 'window', menu: 'view' },
  now: { keys: ['.'], place: 'board', menu: 'view' },
  dayBefore: { keys: ['Alt+PageUp', '['], place: 'board', menu: 'view' },
  dayAfter: { keys: ['Alt+PageDown', ']'], place: 'board', menu: 'view' },
  calendar: { keys: ['g'], place: 'board', menu: 'view' },
  channelBefore: { keys: ['Alt+Shift+PageUp', '{'], place: 'board', menu: 'view' },
  channelAfter: { keys: ['Alt+Shift+PageDown', '}'], place: 'board', menu: 'view' },
  alerts: { keys: ['a'], place: 'board', menu: 'view' },
  cadence: { keys: ['w'], place: 'board', menu: 'view' },
  nextPane: { keys: ['F6'], place: 'window', menu: 'view' },
  palette: { keys: ['Mod+k', 'F1'], place: 'window', menu: 'view' },
  launch: { keys: ['Mod+Shift+Enter'], place: 'window', menu: 'launch' },
  keySheet: { keys: ['?'], place: 'board', menu: 'help' },
} as const satisfies Record<string, KeyAct>

export type Act = keyof typeof table
export const keyTable: Readonly<Record<Act, KeyAct>> = table
export const acts = Object.keys(table) as Act[]
