import { check as checksOf, likeTexts } from '../../core/checks/checks.ts'
import type { Finding, Severity } from '../../core/checks/finding.ts'
import { createLikenesses } from '../../core/checks/likeness.ts'
import { localTime } from '../../core/clock.ts'
import { en } from '../../core/messages/en.ts'
import { command } from './command.ts'
import { withDesk } from './desk.ts'
import { print, printJson, say, table } from './output.ts'
import { railNamed, type Rail } from './rail.ts'

/** All that the checks find on a rail. */
export function findingsOf({ board, now }: Pick<Rail, 'board' | 'now'>): Finding[] {
  const likenesses = createLikenesses()
  likenesses.update(likeTexts(board))
  return checksOf(board, now, likenesses.pairs())
}

function says({ check: name, params, sentAnyway }: Finding): string {
  const words = say(en.checks.says[name], params)
  return sentAnyway === undefined ? words : `${words}. ${say(en.checks.sentAnyway, { reason: sentAnyway })}`
}

/** The time and name of what a finding is about. */
function aboutOf({ record }: Finding, { board, channel }: Rail): [time: string, name: string] {
  const row = [...board.own, ...board.carried].find(({ id }) => id === record)
  if (row === undefined) return ['', record === board.lead.id ? 'lead' : 'discussion']
  return [row.at === undefined ? '' : localTime(row.at, channel.zone).label, row.brief.kicker.trim()]
}

const order: readonly Severity[] = ['error', 'warning', 'note']

export const check = command({
  name: 'check',
  does: 'the editorial checks; exits with 1 where there is an error',
  options: {},
  example: 'newsrail check --day 2026-04-15',
  async act({ values }) {
    const rail = await withDesk(values, 'read', (desk) => railNamed(desk, values))
    const found = findingsOf(rail)
    const errors = found.filter(({ severity }) => severity === 'error').length
    const { channel, day } = rail
    if (values.json === true) {
      const findings = found.map((one) => ({
        check: one.check,
        severity: one.severity,
        record: one.record,
        field: one.field ?? null,
        other: one.other ?? null,
        sentAnyway: one.sentAnyway ?? null,
        message: says(one),
      }))
      printJson({ channel: channel.key, day, errors, findings })
    } else {
      const rows = order.flatMap((severity) =>
        found.filter((one) => one.severity === severity).map((one) => [one.severity, ...aboutOf(one, rail), one.field ?? '', says(one)]),
      )
      print(`${channel.title}, ${day}: ${errors === 1 ? '1 error' : `${errors} errors`}, ${found.length - errors} other`)
      if (rows.length > 0) print(table(rows))
    }
    return errors > 0 ? 1 : 0
  },
})
