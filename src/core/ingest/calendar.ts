/** From the times of a list, one after the other, to instants: which day each means. */
import { addDays, localTime, onDay } from '../clock.ts'
import type { Day, Instant } from '../ids.ts'
import type { SaidTime } from './times.ts'

/** When a brief happened, or what has to be asked. */
export type BriefTime =
  | { readonly kind: 'known'; readonly day: Day; readonly label: string; readonly at: Instant }
  /** Clocks were set back: a person says which of the two is meant. */
  | { readonly kind: 'twice'; readonly day: Day; readonly label: string; readonly choices: readonly Instant[] }
  /** Clocks were set forward over it. */
  | { readonly kind: 'never'; readonly day: Day; readonly label: string }
  | { readonly kind: 'impossible'; readonly typed: string }

/** How the times of a list run. */
export type Direction = 'newest-first' | 'oldest-first'

type LocalBriefTime = Exclude<BriefTime, { kind: 'impossible' }>

/** Reads a list's times in their order. The first is of the given day; where they step over midnight the day changes. */
export class Calendar {
  readonly #day: Day
  readonly #zone: string
  readonly #direction: Direction
  #last: LocalBriefTime | undefined
  #rises = 0
  #falls = 0

  constructor({ day, zone, direction = 'newest-first' }: { day: Day; zone: string; direction?: Direction }) {
    this.#day = day
    this.#zone = zone
    this.#direction = direction
  }

  timeOf(said: SaidTime): BriefTime {
    if (said.kind === 'impossible') return said
    this.#last = said.kind === 'instant' ? { kind: 'known', at: said.at, ...this.#local(said.at) } : this.#onClock(said)
    return this.#last
  }

  /** Whether a newest-first list would need two more midnights than one that runs oldest first. */
  seemsReversed(): boolean {
    return this.#direction === 'newest-first' && this.#rises - this.#falls > 1
  }

  #local(at: Instant): { day: Day; label: string } {
    const { day, label } = localTime(at, this.#zone)
    return { day, label }
  }

  #onClock(said: SaidTime & { label: string }): LocalBriefTime {
    if (said.kind === 'dated') return this.#at(said.day, said.label)
    const last = this.#last
    if (last === undefined) return this.#at(this.#day, said.label)
    if (said.label > last.label) this.#rises += 1
    if (said.label < last.label) this.#falls += 1
    const same = this.#at(last.day, said.label)
    const [back, newestFirst] = [said.label < last.label, this.#direction === 'newest-first']
    const oversteps = said.label !== last.label && back !== newestFirst
    // In the hour that clocks repeat, a label that goes the other way may still be of the same night.
    if (!oversteps || (same.kind === 'twice' && last.kind === 'twice')) return same
    return this.#at(addDays(last.day, newestFirst ? -1 : 1), said.label)
  }

  #at(day: Day, label: string): LocalBriefTime {
    const time = onDay(day, label, this.#zone)
    switch (time.kind) {
      case 'instant':
        return { kind: 'known', day, label, at: time.at }
      case 'twice':
        return { kind: 'twice', day, label, choices: time.choices }
      default:
        return { kind: 'never', day, label }
    }
  }
}
