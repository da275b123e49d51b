/** Makes a switch over a union exhaustive: a case that was forgotten does not type-check. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`)
}
