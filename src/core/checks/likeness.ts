/**
 * Which texts are nearly the same: how many of the runs of three letters that two have, both have (Jaccard's
 * coefficient of their trigrams). The index is kept up as texts change, so that one more costs little.
 */
import type { RecordId } from '../ids.ts'

export interface Likeness {
  readonly one: RecordId
  readonly other: RecordId
  /** From 0 to 1: equal but for case and punctuation. */
  readonly share: number
}

export interface LikeText {
  readonly id: RecordId
  readonly text: string
}

export interface Likenesses {
  /**
   * Takes in what the texts are now. Stops after a text where `mayGoOn` says so, to be called again;
   * answers whether all are in.
   */
  update(texts: readonly LikeText[], mayGoOn?: () => boolean): boolean
  /** The pairs among those taken in that are alike enough to be told of. */
  pairs(): readonly Likeness[]
}

/** From this share on two texts read as one story told twice. */
export const alike = 0.6
/** Shorter ones say too little to be compared. */
const fewest = 40

/** The distinct trigrams of a text's letters and digits, each as a number. */
export function trigramsOf(text: string): number[] {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const found = new Set<number>()
  // Ten bits a letter tell those of one alphabet apart; a clash across alphabets does no harm.
  for (let at = 0; at + 2 < plain.length; at += 1)
    found.add(((plain.charCodeAt(at) & 1023) << 20) | ((plain.charCodeAt(at + 1) & 1023) << 10) | (plain.charCodeAt(at + 2) & 1023))
  return [...found]
}

/** How alike two texts are by their trigrams, from 0 to 1; one that is too short to be compared is like none. */
export function shareOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size < fewest || other.size < fewest) return 0
  let both = 0
  for (const gram of one) if (other.has(gram)) both += 1
  return both / (one.size + other.size - both)
}

interface Doc {
  readonly id: RecordId
  readonly text: string
  readonly grams: readonly number[]
  readonly slot: number
  readonly like: Map<RecordId, number>
}

export function createLikenesses(): Likenesses {
  const docs = new Map<RecordId, Doc>()
  /** By trigram the slots of the texts that have it. */
  const postings = new Map<number, number[]>()
  const slots: (Doc | undefined)[] = []
  const free: number[] = []
  let counts = new Uint16Array(64)

  function remove(doc: Doc): void {
    docs.delete(doc.id)
    slots[doc.slot] = undefined
    free.push(doc.slot)
    for (const gram of doc.grams) {
      const there = postings.get(gram)
      const at = there?.indexOf(doc.slot) ?? -1
      if (there === undefined || at < 0) continue
      there[at] = there.at(-1) ?? 0
      there.pop()
    }
    for (const id of doc.like.keys()) docs.get(id)?.like.delete(doc.id)
  }

  function add({ id, text }: LikeText): void {
    const all = trigramsOf(text)
    const grams = all.length < fewest ? [] : all
    const slot = free.pop() ?? slots.length
    const doc: Doc = { id, text, grams, slot, like: new Map() }
    if (slot >= counts.length) counts = new Uint16Array(counts.length * 2)
    counts.fill(0)
    for (const gram of grams) for (const other of postings.get(gram) ?? []) counts[other] = (counts[other] ?? 0) + 1
    slots.forEach((other, at) => {
      const both = counts[at] ?? 0
      if (other === undefined || both === 0) return
      const share = both / (grams.length + other.grams.length - both)
      if (share < alike) return
      doc.like.set(other.id, share)
      other.like.set(id, share)
    })
    for (const gram of grams) {
      const there = postings.get(gram)
      if (there === undefined) postings.set(gram, [slot])
      else there.push(slot)
    }
    slots[slot] = doc
    docs.set(id, doc)
  }

  return {
    update(texts, mayGoOn = () => true) {
      const wanted = new Map(texts.map(({ id, text }) => [id, text]))
      for (const doc of [...docs.values()]) if (wanted.get(doc.id) !== doc.text) remove(doc)
      for (const text of texts) {
        if (docs.has(text.id)) continue
        if (!mayGoOn()) return false
        add(text)
      }
      return true
    },
    pairs: () =>
      [...docs.values()].flatMap(({ id, like }) => [...like].flatMap(([other, share]) => (id < other ? [{ one: id, other, share }] : []))),
  }
}
