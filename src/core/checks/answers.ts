/** What an editor answers to a finding, as the sets of an edit. */
import { setField } from '../acts.ts'
import type { RecordState } from '../change.ts'
import type { EditSet } from '../edit.ts'
import { kindOf } from '../ids.ts'
import { readBrief, readLead } from '../records.ts'
import { checkNames, type CheckName, type Finding } from './finding.ts'

/** Whether it can be silenced where it stands. An error cannot: it is sent anyway, with a reason. */
export function canSilence({ severity, record, sentAnyway }: Finding): boolean {
  const kind = kindOf(record)
  return severity !== 'error' && sentAnyway === undefined && (kind === 'brief' || kind === 'lead')
}

/** The checks that are silent on a brief or lead. */
export function silencedOn(record: RecordState): readonly CheckName[] {
  const { silenced } = kindOf(record.id) === 'lead' ? readLead(record, record.id) : readBrief(record)
  return checkNames.filter((name) => silenced.includes(name))
}

/** The check stays silent on this brief or lead from now on. */
export function silence(record: RecordState, check: CheckName): EditSet[] {
  return [setField(record, record.id, 'silenced', [...new Set([...silencedOn(record), check])])]
}

/** The check is told of again. */
export function tellAgain(record: RecordState, check: CheckName): EditSet[] {
  const others = silencedOn(record).filter((name) => name !== check)
  return [setField(record, record.id, 'silenced', others)]
}

/** An error that words can be sent with; what is incomplete has nothing to send. */
export function canSendAnyway({ severity, check, record }: Finding): boolean {
  return severity === 'error' && check !== 'incomplete' && kindOf(record) === 'brief'
}

/** The error no longer holds the brief back; the reason is recorded with who gave it. */
export function sendAnyway(record: RecordState, check: CheckName, reason: string): EditSet[] {
  const others = readBrief(record).sendAnyway.filter((one) => one.check !== check)
  return [setField(record, record.id, 'sendAnyway', [...others.map((one) => ({ ...one })), { check, reason }])]
}

/** The error holds the brief back again. */
export function holdAgain(record: RecordState, check: CheckName): EditSet[] {
  const others = readBrief(record).sendAnyway.filter((one) => one.check !== check)
  return [
    setField(
      record,
      record.id,
      'sendAnyway',
      others.map((one) => ({ ...one })),
    ),
  ]
}
