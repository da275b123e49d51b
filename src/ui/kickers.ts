/** Suggestions for a kicker that is being typed. */
import { folded } from '../core/search/words.ts'

const most = 6

/**
 * Those of the kickers used lately that hold what is typed, at the start of a word, in the order they are given. With
 * nothing typed the first of them; never what stands there already.
 */
export function suggestKickers(kickers: readonly string[], typed: string): string[] {
  const wanted = folded(typed.trim())
  return kickers
    .filter((kicker) => {
      const words = folded(kicker)
      return words !== wanted && ` ${words}`.includes(` ${wanted}`)
    })
    .slice(0, most)
}
