/** The rail as it stood at a chosen moment, against the rail now, and what is ticked to come back. */
import { computed, shallowRef, watch } from 'vue'
import type { RecordState } from '../../../core/change.ts'
import { localTime } from '../../../core/clock.ts'
import { canRestore, compareRails, restoreRows } from '../../../core/history.ts'
import type { RecordId } from '../../../core/ids.ts'
import { board } from '../../../core/rail.ts'
import { useAnswer } from '../../composables/answer.ts'
import { savePage } from '../../composables/download.ts'
import { instantNow } from '../../composables/now.ts'
import { inTurn } from '../../composables/turns.ts'
import { dayWithYear, listed, timeLabel } from '../../format.ts'
import { t } from '../../i18n.ts'
import { useRail } from '../../stores/rail.ts'
import { useUi } from '../../stores/ui.ts'

export function useRailThen() {
  const rail = useRail()
  const ui = useUi()
  /** An instant, or the id of an edition of the day. */
  const moment = shallowRef<string>()
  const ticked = shallowRef<ReadonlySet<RecordId>>(new Set())

  const name = () => ({ channel: rail.channel.key, day: rail.day })
  const editions = useAnswer('editions', name, () => rail.view)
  const asked = useAnswer(
    'railAt',
    () => (moment.value === undefined ? undefined : { ...name(), at: moment.value }),
    () => rail.records,
  )

  const then = computed(() => {
    const answer = asked.answer.value
    if (answer === undefined) return undefined
    const records = new Map(answer.records.map((record) => [record.id, record]))
    const { at, base, earlier } = answer
    return board(records, { channel: rail.channel, day: rail.day, now: at, base, earlier })
  })
  const elsewhere = computed(() => new Map(asked.answer.value?.now.map((record) => [record.id, record])))
  const now = (id: RecordId): RecordState | undefined => rail.records.get(id) ?? elsewhere.value.get(id)
  const rows = computed(() => (then.value === undefined ? [] : compareRails(then.value, rail.board, now)))
  const restorable = computed(() => rows.value.filter((row) => canRestore(row.change)).map((row) => row.row.id))
  /** What is ticked and can still be restored. */
  const chosen = computed(() => restorable.value.filter((id) => ticked.value.has(id)))
  const time = computed(() => timeLabel(asked.answer.value?.at ?? instantNow(), rail.channel.zone, rail.day))

  watch([() => rail.channel.key, () => rail.day], () => {
    moment.value = undefined
  })
  watch(moment, () => {
    ticked.value = new Set()
  })

  /** Words, status and place of what is ticked, as one edit that one undo takes back. */
  function restoreTicked(): void {
    void inTurn(async () => {
      if (then.value === undefined) return
      const ids = new Set(chosen.value)
      const sets = restoreRows(
        then.value,
        rail.board,
        rows.value.filter((row) => ids.has(row.row.id)),
        instantNow(),
      )
      const said = t('history.restoredRows', { time: time.value }, ids.size)
      if (sets.length === 0 || !(await rail.act(sets))) return
      ticked.value = new Set()
      ui.say(said, { undo: true })
    })
  }

  /** Saves the page as it would have been launched then. */
  async function exportPage(): Promise<void> {
    const [answer, shown, said] = [asked.answer.value, then.value, time.value]
    if (shown === undefined || answer === undefined) return
    const { zone } = rail.channel
    const local = localTime(answer.at, zone)
    const asAt = t('history.pageAsAt', { time: local.label, day: dayWithYear(local.day) })
    // What makes pages is fetched when it is first needed.
    const { pageAsAt } = await import('../../../core/bundle/as-at.ts')
    const { html, withheld } = pageAsAt(shown, { at: answer.at, base: answer.base, now }, asAt)
    savePage(`${shown.channel.key}-${shown.day}-as-at-${local.label.replace(':', '')}.html`, html)
    ui.say(listed([t('history.exporting', { time: said }), withheld === 0 ? '' : t('history.withheld', {}, withheld)]))
  }

  return {
    moment,
    editions: computed(() => editions.answer.value?.editions ?? []),
    failure: asked.failure,
    then,
    rows,
    restorable,
    chosen,
    time,
    restoreTicked,
    exportPage,
    tick: (id: RecordId, on: boolean): void => {
      const next = new Set(ticked.value)
      if (on) next.add(id)
      else next.delete(id)
      ticked.value = next
    },
    tickAll: (): void => {
      ticked.value = new Set(restorable.value)
    },
  }
}
