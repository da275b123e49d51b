/** Finding a command by the beginnings of its words, accents and case aside. */

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** How well a name fits: 0 begins with what was typed, 1 has a word for each part in their order, 2 has them somewhere. */
function fit(name: string, query: string): number | undefined {
  const [text, typed] = [fold(name), fold(query).trim().replace(/\s+/g, ' ')]
  if (text.startsWith(typed)) return 0
  const parts = typed.split(' ')
  const words = text.split(/[^\p{L}\p{N}]+/u)
  let from = 0
  const inOrder = parts.every((part) => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part))
    from = at + 1
    return at >= 0
  })
  if (inOrder) return 1
  return parts.every((part) => text.includes(part)) ? 2 : undefined
}

/** The items whose names fit what was typed, the best first; all of them, in their order, for nothing typed. */
export function filterByName<T>(items: readonly T[], nameOf: (item: T) => string, query: string): T[] {
  return items
    .flatMap((item) => {
      const rank = fit(nameOf(item), query)
      return rank === undefined ? [] : [{ item, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
