import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLikenesses, type LikeText } from '../../../src/core/checks/likeness.ts'
import { curl } from '../../../src/core/checks/quotes.ts'

const words = ['harbour', 'toll', 'council', 'delayed', 'year', 'ferries', 'night', 'talks', 'Doha', 'vote']
const sentence = fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 16 }).map((list) => list.join(' '))
const texts = fc
  .array(sentence, { maxLength: 12 })
  .map((list): LikeText[] => list.map((text, index) => ({ id: String.fromCharCode(97 + index), text })))
const sorted = (found: readonly { one: string; other: string; share: number }[]) =>
  [...found].sort((a, b) => `${a.one}${a.other}`.localeCompare(`${b.one}${b.other}`))

describe('likenesses', () => {
  it('come out the same, however the texts came to be what they are', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (steps) => {
        const [kept, anew] = [createLikenesses(), createLikenesses()]
        for (const step of steps) kept.update(step)
        anew.update(steps.at(-1) ?? [])
        expect(sorted(kept.pairs())).toEqual(sorted(anew.pairs()))
      }),
    )
  })

  it('can be worked out bit by bit', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, text: 'The city council has delayed the harbour toll by a whole year.' }))
    const likenesses = createLikenesses()
    let turns = 0
    const oneATime = () => {
      let left = 1
      return () => left-- > 0
    }
    while (!likenesses.update(list, oneATime())) turns += 1
    expect(turns).toBe(2)
    expect(likenesses.pairs()).toHaveLength(3)
  })
})

describe('curled quotes', () => {
  it('are curled once and for all, and change nothing but the marks', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('en', 'de', 'pl', 'ru', 'sv'), (text, language) => {
        const once = curl(text, language)
        expect(once).toHaveLength(text.length)
        const plain = (some: string): string => some.replace(/["'“”„«»’]/g, '*')
        expect(plain(once)).toBe(plain(text))
      }),
    )
  })
})
