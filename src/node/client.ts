/** The name that a window draws for itself, at random, to be told from others by. */
export function clientName(text: unknown): string | undefined {
  return typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? text : undefined
}
