/** Names made by chance. */

/** A key for a new record or step: 20 characters, a–z and 0–9, about 100 bits. */
export function newKey(): string {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
  return [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => digits[byte % 36]).join('')
}
