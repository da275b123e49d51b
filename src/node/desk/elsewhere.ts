/**
 * Where else a brief stands. Its copies are looked for in the whole library; near-same wording and the same figures
 * on the rails of the last 31 days and those ahead, and on the shelves, of all channels.
 */
import { channelsOf } from '../../core/channels.ts'
import { addDays, localTime } from '../../core/clock.ts'
import type { Output } from '../../core/contract.ts'
import type { RecordState } from '../../core/change.ts'
import type { Edition, FrozenBrief } from '../../core/edition.ts'
import { familyOf, findElsewhere, sayingOf } from '../../core/elsewhere.ts'
import { sameWords, wordsOf } from '../../core/frozen.ts'
import { dayOfHome, homeOf, homes, kindOf, libraryHome, type Day, type Home, type RecordId } from '../../core/ids.ts'
import { placeHome } from '../../core/model/brief.ts'
import type { Channel } from '../../core/model/channel.ts'
import { rowOf } from '../../core/rail.ts'
import { readBrief, readLead } from '../../core/records.ts'
import { inlineText } from '../../core/text.ts'
import { DeskError } from '../failure.ts'
import type { DeskContext } from './context.ts'
import { loadReadable, recordsOf } from './day.ts'
import type { Pages, Stand } from './pages.ts'

/** So many days back are looked through for wording and figures. */
const farthest = 31
/** More than these are too many to go through by hand. */
const most = 60
/** In so many of its day's editions a brief's earlier wordings are looked for. */
const wordingsFrom = 12

type Place = Output<'elsewhere'>['places'][number]

export class Elsewhere {
  readonly #context: DeskContext
  readonly #pages: Pages
  /** Whose copies have been looked for in files; since then what is loaded tells them. */
  readonly #searched = new Set<RecordId>()

  constructor(context: DeskContext, pages: Pages) {
    this.#context = context
    this.#pages = pages
  }

  /** @throws DeskError `not-found` */
  async of(id: RecordId): Promise<Output<'elsewhere'>> {
    const { library } = this.#context
    await library.load([libraryHome, homeOf(id)])
    const record = library.records.get(id)
    if (record === undefined || kindOf(id) !== 'brief')
      throw new DeskError('not-found', 'There is no such brief in this library.', { field: 'record' })
    const family = await this.#family(id)
    const near = recordsOf(library.records.values(), await this.#near())
    const looked = new Map([...near, ...[...family].flatMap((one) => library.records.get(one) ?? [])].map((one) => [one.id, one]))
    const found = findElsewhere(id, await this.#wordings(record), family, looked.values())
    const places: Place[] = []
    for (const { record: one, why, share, figures } of found.slice(0, most)) {
      places.push({ record: one, why, percent: Math.floor(share * 100), figures: [...figures], shows: await this.#shows(one) })
    }
    // What readers see first; among these the nearest.
    const turn = ({ why, shows }: Place): number => (why === 'itself' ? 0 : shows.length > 0 ? 1 : 2)
    return {
      places: places.sort((a, b) => turn(a) - turn(b)),
      more: Math.max(0, found.length - most),
      records: places.flatMap((place) => library.records.get(place.record) ?? []),
      readable: readBrief(record).takenDown === undefined ? [] : (await this.#pages.readable(new Set([id]))).map(stillAt),
    }
  }

  async #family(id: RecordId): Promise<Set<RecordId>> {
    const { library } = this.#context
    for (;;) {
      const family = familyOf(library.records.values(), id)
      const unsearched = [...family].filter((one) => !this.#searched.has(one))
      if (unsearched.length === 0) return family
      for (const one of unsearched) {
        for (const home of [homeOf(one), ...(await library.mentioning(one))]) await loadReadable(library, home)
        this.#searched.add(one)
      }
    }
  }

  async #near(): Promise<Set<Home>> {
    const { library } = this.#context
    const near = new Set<Home>()
    for (const channel of channelsOf(library.records.values())) {
      const days = (await library.days(channel.key)).filter((day) => day >= this.#since(channel))
      for (const home of [homes.shelf(channel.key), ...days.map((day) => homes.day(channel.key, day))])
        if (await loadReadable(library, home)) near.add(home)
    }
    return near
  }

  #since(channel: Channel): Day {
    return addDays(localTime(this.#context.now(), channel.zone).day, -farthest)
  }

  /** What it says, and what it said in the editions of its rail. */
  async #wordings(record: RecordState): Promise<string[]> {
    const { library } = this.#context
    const rail = dayOfHome(placeHome(readBrief(record).place) ?? homeOf(record.id))
    const said = new Set([sayingOf(record)])
    if (rail === undefined) return [...said]
    const names = (await library.editions.list(rail.channel)).filter(({ day }) => day === rail.day)
    for (const name of names.slice(-wordingsFrom)) {
      const edition = await this.#pages.read(rail.channel, name)
      const then = edition?.briefs.find((brief) => brief.record === record.id)
      if (then !== undefined && then.retracted === undefined) said.add([then.headline, inlineText(then.text)].filter(Boolean).join('\n'))
    }
    return [...said]
  }

  /** The rails that readers see it on, and whether they would read something else there after a launch. */
  async #shows(id: RecordId): Promise<Place['shows']> {
    const { library } = this.#context
    const shows: Place['shows'] = []
    for (const channel of channelsOf(library.records.values())) {
      for (const name of await this.#pages.newest(channel.key)) {
        if (!(await this.#pages.names(channel.key, name, [id]))) continue
        const edition = await this.#pages.read(channel.key, name)
        const changed = edition && hasChanged(edition, library.records.get(id), channel)
        if (changed !== undefined) shows.push({ channel: channel.key, day: name.day, changed })
      }
    }
    return shows
  }
}

/** Whether an edition's words of a record differ from its present ones; undefined where readers of it do not see the record. */
function hasChanged(edition: Edition, record: RecordState | undefined, channel: Channel): boolean | undefined {
  if (record === undefined) return undefined
  const { lead } = edition
  if (lead?.record === record.id) {
    const now = readLead(record, record.id)
    return now.status === 'retracted' || (['headline', 'standfirst', 'body', 'link'] as const).some((field) => now[field] !== lead[field])
  }
  const then = edition.briefs.find((brief) => brief.record === record.id)
  return then === undefined || isNotice(then)
    ? undefined
    : readBrief(record).status === 'retracted' || !sameWords(wordsOf(rowOf(record), channel.zone), then)
}

function isNotice({ retracted }: FrozenBrief): boolean {
  return retracted !== undefined
}

/** A place in a target where words can still be read. */
export function stillAt({ target, place, day, edition }: Stand): Output<'elsewhere'>['readable'][number] {
  return { target: target.id, name: target.name, removed: target.removed, place, day, edition }
}
