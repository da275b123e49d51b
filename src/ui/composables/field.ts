/** A field of a record, edited in place. */
import { onScopeDispose, watch } from 'vue'
import { setField } from '../../core/acts.ts'
import type { RecordState } from '../../core/change.ts'
import type { EditSet } from '../../core/edit.ts'
import type { RecordId } from '../../core/ids.ts'
import type { Json } from '../../core/model/field.ts'
import { useRail } from '../stores/rail.ts'
import { useSaving } from '../stores/saving.ts'
import { createWriter, type Parsed, type Writer, type WriterOptions } from '../writer.ts'

export interface FieldOptions {
  readonly record: RecordId
  readonly field: string
  /** The card's visit, which joins its edits. */
  readonly step: string
  readonly when?: WriterOptions['when']
  readonly parse?: WriterOptions['parse']
  readonly print?: WriterOptions['print']
  /** The record as it is now, where it is not among those of the rail in view. */
  readonly of?: () => RecordState | undefined
  /** The sets that record a value, where it is more than this field's. */
  readonly sets?: (record: RecordState, value: Json | undefined) => EditSet[]
}

const asText = (text: string): Parsed => ({ ok: true, value: text })
const printText = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** The writer of a field, as long as its card is open; words not yet recorded live on until they are. */
export function useField(options: FieldOptions): Writer {
  const rail = useRail()
  const saving = useSaving()
  const { record: id, field, step, when = 'pause', parse = asText, print = printText } = options
  const key = `${id} ${field}`
  const current = (): RecordState | undefined => (options.of ?? (() => rail.records.get(id)))()

  const writer =
    saving.heldBy(key) ??
    createWriter(current(), {
      field,
      when,
      parse,
      print,
      send: (value, after) => {
        const record = current()
        const sets = options.sets !== undefined && record !== undefined ? options.sets(record, value) : [setField(record, id, field, value)]
        return rail.edit(
          sets.map((set) => (set.record === id && set.field === field ? { ...set, after: [...after] } : set)),
          step,
        )
      },
      held: (holds) => {
        if (holds) saving.hold(key, { writer, quiet: when === 'leave' })
        else saving.release(key)
      },
    })
  watch(current, (record) => writer.meet(record))
  onScopeDispose(() => void writer.leave())
  return writer
}
