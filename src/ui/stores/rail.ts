/** The rail in view: its records, what core derives from them, and recording edits of it. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Change } from '../../core/change.ts'
import { channelsInUse, channelsOf } from '../../core/channels.ts'
import type { Result } from '../../core/contract/failure.ts'
import { directionIn, directionOf, type Direction } from '../../core/direction.ts'
import type { EditSet } from '../../core/edit.ts'
import { homes, kindOf, recordIds, type RecordId } from '../../core/ids.ts'
import { isWordless } from '../../core/model/brief.ts'
import { channelDefaults } from '../../core/model/channel.ts'
import { board, byPlace, standing, type Board } from '../../core/rail.ts'
import { ofKind, readBrief, readChannel, readPerson, readTarget } from '../../core/records.ts'
import { noChoices } from '../../core/held.ts'
import { review } from '../../core/review.ts'
import { useNow } from '../composables/now.ts'
import { useConnection } from '../connection.ts'
import { createFeed } from '../feed.ts'
import { marksOf } from '../marks.ts'
import { newKey } from '../random.ts'
import { useSaving } from './saving.ts'

export const useRail = defineStore('rail', () => {
  const connection = useConnection()
  const saving = useSaving()
  const now = useNow()
  const feed = createFeed(connection)
  const { view, records, editing } = feed
  /** Counts the edits made here. */
  const edits = shallowRef(0)

  // What could not be recorded while the desk was away can be now.
  connection.on(({ kind }) => {
    if (kind === 'gap') void saving.flush()
  })

  /** Records an edit. Settles when the desk has it; what is shown follows by its event. */
  async function edit(sets: readonly EditSet[], step: string = newKey()): Promise<Result<{ change: Change }>> {
    saving.begin()
    const result = await connection.call('edit', { step, sets: [...sets] })
    saving.end(result.ok ? undefined : result.error)
    if (result.ok) {
      edits.value += 1
      feed.expect(result.value.change.id)
    }
    return result
  }

  /** As `edit`, settling when it is also shown. Answers whether it was accepted. */
  async function act(sets: readonly EditSet[], step?: string): Promise<boolean> {
    if (sets.length === 0) return true
    const result = await edit(sets, step)
    if (result.ok) await feed.settled()
    return result.ok
  }

  const channelKey = computed(() => view.value?.channel ?? '')
  const day = computed(() => view.value?.day ?? '')
  const channel = computed(() => {
    const record = records.value.get(recordIds.channel(channelKey.value))
    return record === undefined ? { key: channelKey.value, ...channelDefaults } : readChannel(record)
  })
  /** Asked for only while a rail is in view; what was shown last stays until the window has let go of it. */
  const shown = computed<Board>((last) => {
    if (view.value === undefined && last !== undefined) return last
    return board(records.value, {
      channel: channel.value,
      day: day.value,
      now: now.value,
      base: view.value?.base,
      earlier: view.value?.earlier,
    })
  })
  const places = computed(() => byPlace(records.value.values()))
  const base = computed(() => new Map(view.value?.base?.briefs.map((brief) => [brief.record, brief])))
  const choices = computed(() => ({ ...noChoices, editing: editing.value }))

  // A brief that is retracted or discarded makes room for one of an earlier day that may not be known here.
  const lacking = computed(() => {
    if (view.value === undefined) return undefined
    const own = shown.value.own.filter((row) => standing(row.brief, now.value)).length
    return Math.max(0, channel.value.keep - own - shown.value.carried.length)
  })
  watch(lacking, (lacks, before) => {
    if (lacks !== undefined && before !== undefined && lacks > before && !feed.isAsking()) void feed.reload()
  })

  return {
    ...feed,
    edits,
    edit,
    act,
    channel,
    day,
    board: shown,
    marks: computed(() => marksOf([...shown.value.own, ...shown.value.carried], base.value, channel.value.zone, now.value)),
    base,
    review: computed(() => review(shown.value, view.value?.base, choices.value, now.value)),
    shelf: computed(() => places.value.get(homes.shelf(channelKey.value)) ?? []),
    discarded: computed(() =>
      (places.value.get(undefined) ?? []).filter((row) => row.id.startsWith(`${channelKey.value}/`) && !isWordless(row.brief)),
    ),
    /** All, archived ones too, and those in use, in the desk's order. */
    channels: computed(() => channelsOf(records.value.values())),
    channelsInUse: computed(() => channelsInUse(records.value.values())),
    targets: computed(() =>
      ofKind(records.value.values(), 'target')
        .map(readTarget)
        .filter((target) => !target.removed && target.channel === channelKey.value),
    ),
    /** How words of this channel are written, for the element that they stand in. */
    words: (text: string): { dir: Direction; lang?: string; class?: string } => {
      const { language } = channel.value
      const dir = directionIn(text, language)
      return dir === directionOf(language) ? { dir, lang: language } : { dir, class: 'across' }
    },
    /** A person's name; empty where it is not known. */
    nameOf: (person: RecordId): string => {
      const record = records.value.get(person)
      return record === undefined ? '' : readPerson(record).name
    },
    /** What a brief is called; empty for none, or no brief. */
    kickerOf: (record: RecordId | undefined): string => {
      const state = record === undefined || kindOf(record) !== 'brief' ? undefined : records.value.get(record)
      return state === undefined ? '' : readBrief(state).kicker.trim()
    },
  }
})
