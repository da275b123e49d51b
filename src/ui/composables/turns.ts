/** Acts one after another, each on what the one before it left. */
let last: Promise<unknown> = Promise.resolve()

/** Runs an act when those before it have ended. */
export function inTurn<T>(act: () => T | Promise<T>): Promise<T> {
  const turn = last.then(act)
  last = turn.catch(() => undefined)
  return turn
}
