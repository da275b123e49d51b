/** An import under way: a text that comes in by paste, drop or file, its review, and the one edit that takes it. */
import { computed, reactive, shallowRef } from 'vue'
import type { Direction } from '../../../core/ingest/calendar.ts'
import { decodeText } from '../../../core/ingest/decode.ts'
import { understand, type Understood } from '../../../core/ingest/understand.ts'
import { useNow } from '../../composables/now.ts'
import { t } from '../../i18n.ts'
import { newKey } from '../../random.ts'
import { useRail } from '../../stores/rail.ts'
import { useSelection } from '../../stores/selection.ts'
import { useUi } from '../../stores/ui.ts'
import { recordIds } from '../../../core/ids.ts'
import { readRail } from '../../../core/records.ts'
import { accept, takenOf, toReview, type ImportContext, type ImportReview } from '../../../core/ingest/accept.ts'

const mostInField = 500_000

export function useImporting() {
  const rail = useRail()
  const selection = useSelection()
  const ui = useUi()
  const now = useNow()

  /** The text as it came in. */
  const text = shallowRef('')
  const problem = shallowRef<string>()
  const understood = shallowRef<Understood>()
  const review = shallowRef<ImportReview>()
  const busy = shallowRef(false)

  const context = (): ImportContext => {
    const id = recordIds.rail(rail.channel.key, rail.day)
    return { board: rail.board, hasPrompt: readRail(rail.records.get(id), id).prompt !== undefined, now: now.value }
  }
  const clock = computed(() => ({ zone: rail.channel.zone, now: now.value }))
  const taken = computed(() => (review.value === undefined ? undefined : takenOf(review.value, clock.value)))

  function read(source: string, direction?: Direction): void {
    const { zone, railTitle } = rail.channel
    const found = understand(source, { day: rail.day, zone, railTitle, ...(direction === undefined ? {} : { direction }) })
    const empty = found.briefs.length === 0 && found.lead === undefined
    // A field takes seconds to lay out megabytes, which nobody would mend by hand.
    text.value = empty && source.length > mostInField ? '' : source
    problem.value = empty ? t('importing.nothing') : undefined
    if (empty) return
    understood.value = found
    review.value = reactive(toReview(found, context()))
  }

  async function readFile(file: File): Promise<void> {
    try {
      const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
      if (decoded === undefined) problem.value = t('importing.notText', { name: file.name })
      else read(decoded)
    } catch {
      problem.value = t('importing.unreadable', { name: file.name })
    }
  }

  function back(): void {
    review.value = undefined
    understood.value = undefined
  }

  /** Takes what is ticked, as one act that one undo takes back. */
  async function take(): Promise<void> {
    if (review.value === undefined || taken.value?.any !== true || busy.value) return
    const count = taken.value.briefs.length
    const sets = accept(review.value, rail.records, context(), newKey)
    busy.value = true
    const result = await rail.edit(sets)
    busy.value = false
    if (!result.ok) {
      problem.value = t('importing.failed', { message: result.error.message })
      return
    }
    text.value = ''
    ui.close()
    const top = sets.findLast((set) => set.field === 'place')?.record
    // After the dialog has given the focus back.
    if (top !== undefined) setTimeout(() => selection.goTo(top))
    ui.say(t('importing.done', {}, count), { undo: true })
  }

  return { text, problem, understood, review, taken, busy, clock, read, readFile, back, take }
}

export type Importing = ReturnType<typeof useImporting>
