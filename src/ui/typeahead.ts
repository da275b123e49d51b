/**
 * What is typed between asking for a new brief and its card's opening goes into the card: up to a Tab into
 * the field the caret comes to, after it into the next.
 */

import { fieldAfter, typeInto } from './fields.ts'

let waiting = 0
let typed: string[] = ['']

/** Keeps what is typed while a card is on its way. */
export async function typeAhead<T>(opening: () => Promise<T>): Promise<T> {
  if (waiting === 0) typed = ['']
  waiting += 1
  try {
    return await opening()
  } finally {
    waiting -= 1
  }
}

/** Takes a key pressed while a card is on its way, as far as it types something; answers whether it did. */
export function keepTyped({ key }: Pick<KeyboardEvent, 'key'>): boolean {
  if (waiting === 0) return false
  const last = typed.at(-1) ?? ''
  if (key === 'Tab' || key === 'Enter') typed = [...typed, '']
  else if (key === 'Backspace') typed = [...typed.slice(0, -1), last.slice(0, -1)]
  else if (Array.from(key).length === 1) typed = [...typed.slice(0, -1), last + key]
  else return false
  return true
}

/** What was typed so far for the field that the caret comes to, once; whether the caret is to go on to the next. */
export function takeTyped(): { readonly text: string; readonly goesOn: boolean } {
  const [text = '', ...rest] = typed
  typed = rest.length === 0 ? [''] : rest
  return { text, goesOn: rest.length > 0 }
}

/** Types into a field what was typed ahead, as if just now, going on to the card's next field at each Tab. */
export function typeOn(field: HTMLElement): void {
  const { text, goesOn } = takeTyped()
  if (text !== '') typeInto(field, text)
  if (!goesOn) return
  const next = fieldAfter(field)
  next?.focus()
  if (next !== undefined) typeOn(next)
}
