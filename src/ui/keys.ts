/** From key presses to acts: matching the key table, by `key`, or by `code` where the layout is not Latin. */
import { acts, keyTable, type Act } from '../core/keys.ts'
import { direction } from './i18n.ts'

/** What matching needs to know of a key press. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'> & {
  readonly getModifierState: (key: 'AltGraph') => boolean
}

export interface Binding {
  readonly act: Act
  /** `plain`: a character typed alone, which never acts on repeat; `bare`: another key without Ctrl, Cmd or Alt. */
  readonly chord: 'plain' | 'bare' | 'alt' | 'mod'
}

export const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac')

const codes: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']', Period: '.', Comma: ',', Slash: '/' }
const shifted: Readonly<Record<string, string>> = { BracketLeft: '{', BracketRight: '}', Slash: '?' }

/** The key as a Latin layout has it: `н` on a Russian one is the key `y`. */
function latin(press: Press): string {
  // eslint-disable-next-line no-control-regex -- ASCII is what Latin layouts' letters are matched by
  if (press.key.length !== 1 || /^[\x00-\x7F]$/.test(press.key)) return press.key
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  const sign = (press.shiftKey ? shifted[press.code] : undefined) ?? codes[press.code]
  return letter?.toLowerCase() ?? sign ?? press.key
}

function keysOf(press: Press, mac: boolean): string | undefined {
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other) return undefined
  const key = latin(press)
  const letter = /^[a-z]$/i.test(key)
  const single = key.length === 1
  // A sign such as `?` is whatever its layout needs; Shift counts for letters and named keys.
  const shift = press.shiftKey && (letter || !single)
  return [...(mod ? ['Mod'] : []), ...(press.altKey ? ['Alt'] : []), ...(shift ? ['Shift'] : []), single ? key.toLowerCase() : key].join(
    '+',
  )
}

const bindings = new Map<string, Act>()
for (const act of acts) {
  for (const keys of keyTable[act].keys) {
    const parts = keys.split('+')
    const key = parts.at(-1) ?? ''
    bindings.set([...parts.slice(0, -1), key.length === 1 ? key.toLowerCase() : key].join('+'), act)
  }
}

/** The act of a key press; undefined for none, while composing, with AltGr, and for a plain character on repeat. */
export function match(press: Press, mac = isMac): Binding | undefined {
  if (press.isComposing || (press.key.length === 1 && press.getModifierState('AltGraph'))) return undefined
  const keys = keysOf(press, mac)
  const act = keys === undefined ? undefined : bindings.get(keys)
  if (act === undefined) return undefined
  const chord = press.ctrlKey || press.metaKey ? 'mod' : press.altKey ? 'alt' : press.key.length === 1 ? 'plain' : 'bare'
  return chord === 'plain' && press.repeat ? undefined : { act, chord }
}

/** Whether a press types a character rather than acting with Ctrl, Cmd or Alt. */
export function typesCharacter(press: Press): boolean {
  return press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey && !press.isComposing
}

/** Whether a press types a letter, of any script. */
export function typesLetter(press: Press): boolean {
  return typesCharacter(press) && /^\p{L}$/u.test(press.key) && !press.repeat
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
}

/** A key as people read it, e.g. `Ctrl+Shift+Enter`. */
export function keyName(keys: string, mac = isMac): string {
  const name = keys
    .split('+')
    .map((part) =>
      part === 'Mod'
        ? mac
          ? 'Cmd'
          : 'Ctrl'
        : part === 'Alt' && mac
          ? 'Option'
          : (names[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
    .join('+')
  // Read from left to right also in a line that is not (UAX 9: left-to-right isolate).
  return direction.value === 'rtl' ? `\u2066${name}\u2069` : name
}

/** The first key of an act, for menus and tooltips. */
export function keyOfAct(act: Act): string {
  return keyName(keyTable[act].keys[0] ?? '')
}
