/** The search command: what was typed and chosen as a question to the index, and its answer with what was looked for marked. */
import type { Input, Output } from '../../core/contract.ts'
import type { Hit } from '../../core/contract/found.ts'
import { kickerFacet, placeOfDay, tagFacet, type Entry } from '../../core/search/entry.ts'
import { addDays } from '../../core/clock.ts'
import { excerpt, marked, matchOf, phrasesIn, type Facet, type Marked, type Phrase } from '../../core/search/query.ts'
import type { Search } from '../search/search.ts'
import type { DeskContext } from './context.ts'

export async function find({ now }: DeskContext, search: Search, input: Input<'search'>): Promise<Output<'search'>> {
  const phrases = phrasesIn(input.text)
  // Signs alone are no words, and found nowhere.
  if (phrases.length === 0 && input.text.trim() !== '') return { hits: [], total: 0, more: false }
  const { from, to, limit, offset = 0 } = input
  const wanted = {
    match: matchOf(phrases, facetsOf(input)),
    from: from === undefined ? 0 : placeOfDay(from),
    to: to === undefined ? Number.MAX_SAFE_INTEGER : placeOfDay(addDays(to, 1)) - 1,
    embargoAfter: input.state === 'embargoed' ? now() : undefined,
  }
  const { entries, ...more } = await search.find(wanted, limit, offset)
  return { ...more, hits: entries.map((entry) => hitOf(entry, phrases)) }
}

function facetsOf({ channel, state, person, tag, kicker }: Input<'search'>): Facet[] {
  return [
    ...(channel === undefined ? [] : [{ name: 'channel' as const, value: channel }]),
    ...(state === undefined
      ? []
      : [state === 'embargoed' ? { name: 'embargo' as const, value: '' } : { name: 'state' as const, value: state }]),
    ...(person === undefined ? [] : [{ name: 'person' as const, value: person }]),
    ...(tag === undefined ? [] : [tagFacet(tag)]),
    ...(kicker === undefined ? [] : [kickerFacet(kicker)]),
  ]
}

function hitOf({ record, channel, day, at, state, embargo, kicker, texts, tags }: Entry, phrases: readonly Phrase[]): Hit {
  const [first = marked('', []), ...others] = [...texts, tags.join(', ')].map((text) => marked(text, phrases))
  // The words themselves, unless only others hold what was looked for.
  const shown = first.marks.length > 0 ? first : (others.find(({ marks }) => marks.length > 0) ?? first)
  return {
    record,
    channel,
    ...(day === undefined ? {} : { day }),
    ...(at === undefined ? {} : { at }),
    state,
    ...(embargo === undefined ? {} : { embargo }),
    kicker: sent(marked(kicker, phrases)),
    excerpt: sent(excerpt({ ...shown, text: shown.text.replaceAll('\n', ' ') })),
  }
}

const sent = ({ text, marks }: Marked): Hit['kicker'] => ({ text, marks: marks.map(([start, end]) => [start, end]) })
