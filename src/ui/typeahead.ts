/** What is typed between asking for a new brief and its card's opening goes into the card. */

let waiting = 0
let typed = ''

/** Keeps what is typed while a card is on its way. */
export async function typeAhead<T>(opening: () => Promise<T>): Promise<T> {
  if (waiting === 0) typed = ''
  waiting += 1
  try {
    return await opening()
  } finally {
    waiting -= 1
  }
}

/** Takes a character typed while a card is on its way; answers whether one is. */
export function keepTyped(character: string): boolean {
  if (waiting === 0) return false
  typed += character
  return true
}

/** What was typed so far, once. */
export function takeTyped(): string {
  const taken = typed
  typed = ''
  return taken
}
