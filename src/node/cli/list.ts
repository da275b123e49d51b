import { localTime } from '../../core/clock.ts'
import type { BriefRow } from '../../core/rail.ts'
import { markOf } from '../../core/mark.ts'
import { inlineText } from '../../core/text.ts'
import { command } from './command.ts'
import { withDesk } from './desk.ts'
import { excerpt, print, printJson, table } from './output.ts'
import { railNamed, type Rail } from './rail.ts'

/** A brief as it is listed. */
function listed({ channel, view, now }: Rail, row: BriefRow) {
  const { brief, carried } = row
  const last = view.base?.briefs.find((frozen) => frozen.record === row.id)
  const local = brief.at === undefined ? undefined : localTime(brief.at, channel.zone)
  return {
    id: row.id,
    at: brief.at ?? null,
    date: local?.day ?? null,
    time: local?.label ?? null,
    status: markOf(row, last, channel.zone, now),
    pinned: brief.pinned,
    kicker: brief.kicker,
    text: inlineText(brief.text),
    carried: carried ?? null,
  }
}

/** The time as the board shows it: with its date where that is not the rail's day. */
function timeOf({ date, time, carried }: ReturnType<typeof listed>, day: string): string {
  if (time === null || date === null) return 'no time'
  return date === (carried ?? day) ? time : `${date.slice(5)} ${time}`
}

export const list = command({
  name: 'list',
  does: 'prints the rail: order, time, status, kicker',
  options: {},
  example: 'newsrail list --day 2026-04-15',
  async act({ values }) {
    const rail = await withDesk(values, 'read', (desk) => railNamed(desk, values))
    const { board, channel, day, view } = rail
    const briefs = [...board.own, ...board.carried].map((row) => listed(rail, row))
    const edition = view.base?.day === day ? view.base.number : undefined
    if (values.json === true) {
      printJson({ channel: { key: channel.key, title: channel.title, zone: channel.zone }, day, edition: edition ?? null, briefs })
      return 0
    }
    print(`${channel.title}, ${day}${edition === undefined ? ', not launched' : `, edition ${edition}`}`)
    const row = (brief: (typeof briefs)[number]): string[] => [
      timeOf(brief, day),
      brief.carried === null ? brief.status : `${brief.status}, carried`,
      `${brief.pinned ? '^ ' : ''}${brief.kicker}`,
      excerpt(brief.text),
    ]
    print(briefs.length === 0 ? 'No briefs yet.' : table(briefs.map(row)))
    return 0
  },
})
