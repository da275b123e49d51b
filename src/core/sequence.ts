/**
 * The longest run of a list whose neighbours are all in order (patience sorting, n log n): what
 * stays where it is when as few items as possible are said to be out of place.
 * `inOrder(a, b)` must be transitive: may `b` follow `a`. Returns the run's indexes.
 */
export function longestRun<T>(items: readonly T[], inOrder: (a: T, b: T) => boolean): Set<number> {
  // tails[n] is the index of the item that ends the best run of length n + 1 so far.
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  items.forEach((item, index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const tail = items[tails[middle] ?? -1]
      if (tail !== undefined && inOrder(tail, item)) low = middle + 1
      else high = middle
    }
    previous[index] = tails[low - 1]
    tails[low] = index
  })
  const run = new Set<number>()
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) run.add(index)
  return run
}
