/** What days hold, asked for by months and kept as long as it is in view. */
import { shallowRef, type Ref } from 'vue'
import type { Failure } from '../../core/contract/failure.ts'
import type { DayNote } from '../../core/contract/view.ts'
import type { ChannelKey, Day } from '../../core/ids.ts'
import { useConnection } from '../connection.ts'

export interface DayNotes {
  readonly notes: Readonly<Ref<ReadonlyMap<Day, DayNote>>>
  readonly failure: Readonly<Ref<Failure | undefined>>
  /** Months as `yyyy-mm`; answers when they are there. */
  readonly load: (channel: ChannelKey, months: readonly string[]) => Promise<void>
}

export function useDayNotes(): DayNotes {
  const { call } = useConnection()
  const notes = shallowRef<ReadonlyMap<Day, DayNote>>(new Map())
  const failure = shallowRef<Failure>()
  return {
    notes,
    failure,
    async load(channel, months) {
      const answers = await Promise.all(months.map((month) => call('days', { channel, month })))
      failure.value = answers.find((answer) => !answer.ok)?.error
      const days = answers.flatMap((answer) => (answer.ok ? answer.value.days : []))
      notes.value = new Map([...notes.value, ...days.map((note) => [note.day, note] as const)])
    },
  }
}
