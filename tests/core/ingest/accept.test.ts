import { describe, expect, it } from 'vitest'
import { apply, type Records, type RecordState } from '../../../src/core/change.ts'
import { acceptEdit } from '../../../src/core/edit.ts'
import { changeId } from '../../../src/core/ids.ts'
import { understand } from '../../../src/core/ingest/understand.ts'
import { channelDefaults } from '../../../src/core/model/channel.ts'
import { board, byPlace } from '../../../src/core/rail.ts'
import { readLead, readRail } from '../../../src/core/records.ts'
import { accept, problemsOf, takenOf, timeOf, toReview, tooLong, type ImportReview } from '../../../src/core/ingest/accept.ts'

const channel = { ...channelDefaults, key: 'world', title: 'World', railTitle: 'Read next', zone: 'Europe/Vilnius' }
const day = '2026-04-15'
const now = '2026-04-15T20:30:00.000Z'
const clock = { zone: channel.zone, now }

const text = `Ferries resume across the bay after a two-day stop.
The first boat left at dawn on Monday.
Read next
00:20
Night buses
Two night lines return on Friday.
23:40
harbour toll
The city council has delayed the toll by a year.
9.05 pm
EU summit
Leaders meet in Riga on Thursday.
What do you think?
Be the first to comment`

/** A rail that edits can be made on. */
function rail() {
  let records: Records = new Map<string, RecordState>([[`library/channel-world`, { id: 'library/channel-world', seen: {}, fields: {} }]])
  let key = 0
  let number = 0
  const context = () => ({
    board: board(records, { channel, day, now, base: undefined, earlier: undefined }),
    hasPrompt: readRail(records.get(`world/${day}/rail`), `world/${day}/rail`).prompt !== undefined,
    now,
  })
  return {
    review: (source: string): ImportReview =>
      toReview(understand(source, { day, zone: channel.zone, railTitle: channel.railTitle }), context()),
    /** Accepts a review as the desk would; answers how many edits it was. */
    take(review: ImportReview): void {
      const sets = accept(review, records, context(), () => `key${String(++key)}`)
      const placed = byPlace(records.values())
      const accepted = acceptEdit(records, (home) => (placed.get(home) ?? []).map((row) => row.record), sets)
      const change = { id: changeId(++number, '0123456789abcdef'), at: now, by: 'library/person-ana', sets: accepted }
      const next = new Map(records)
      for (const record of apply(records, change)) next.set(record.id, record)
      records = next
    },
    get board() {
      return context().board
    },
    get lead() {
      return readLead(records.get(`world/${day}/lead`), `world/${day}/lead`)
    },
    get discussion() {
      return readRail(records.get(`world/${day}/rail`), `world/${day}/rail`)
    },
  }
}

describe('taking a text in', () => {
  it('brings everything onto the rail, ready, in the order of the text', () => {
    const desk = rail()
    desk.take(desk.review(text))
    expect(desk.board.own.map(({ brief }) => [brief.kicker, brief.at, brief.status])).toEqual([
      ['Night buses', '2026-04-14T21:20:00.000Z', 'ready'],
      ['harbour toll', '2026-04-14T20:40:00.000Z', 'ready'],
      ['EU summit', '2026-04-14T18:05:00.000Z', 'ready'],
    ])
    expect(desk.lead.standfirst).toBe('Ferries resume across the bay after a two-day stop.')
    expect(desk.lead.status).toBe('ready')
    expect(desk.discussion.prompt).toBe('What do you think?')
    expect(desk.discussion.emptyState).toBe('Be the first to comment')
  })

  it('keeps the order of briefs of one minute', () => {
    const desk = rail()
    desk.take(desk.review('22:00\nfirst\nOne.\n22:00\nsecond\nTwo.\n22:00\nthird\nThree.'))
    expect(desk.board.own.map((row) => row.brief.kicker)).toEqual(['first', 'second', 'third'])
  })

  it('brings drafts where that was asked for', () => {
    const desk = rail()
    const review = desk.review(text)
    review.drafts = true
    desk.take(review)
    expect(desk.board.own.map((row) => row.brief.status)).toEqual(['draft', 'draft', 'draft'])
    expect(desk.lead.status).toBe('draft')
  })

  it('takes what was corrected and leaves out what is unticked', () => {
    const desk = rail()
    const review = desk.review(text)
    review.lead!.take = false
    review.discussion!.take = false
    review.briefs[0]!.take = false
    review.briefs[1]!.kicker = 'Harbour toll '
    review.briefs[1]!.typed = '2026-04-14 22.15'
    desk.take(review)
    expect(desk.board.own.map(({ brief }) => [brief.kicker, brief.at])).toEqual([
      ['Harbour toll', '2026-04-14T19:15:00.000Z'],
      ['EU summit', '2026-04-14T18:05:00.000Z'],
    ])
    expect(desk.lead.standfirst).toBe('')
    expect(desk.discussion.prompt).toBeUndefined()
  })

  it('leaves out by default what the rail has already', () => {
    const desk = rail()
    desk.take(desk.review(text))
    const again = desk.review(text)
    expect(again.briefs.map((brief) => [brief.take, brief.duplicate !== undefined])).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ])
    expect([again.lead!.take, again.discussion!.take]).toEqual([false, false])
    expect(takenOf(again, clock).any).toBe(false)
  })

  it('puts a brief dated ahead of now under embargo until then', () => {
    const desk = rail()
    desk.take(desk.review('23:59\nlater\nNot yet.'))
    expect(desk.board.own[0]!.brief.embargo).toBe('2026-04-15T20:59:00.000Z')
  })
})

describe('what cannot go in yet', () => {
  it('is left out until it is corrected, and only that', () => {
    const desk = rail()
    const review = desk.review('23:40\nharbour toll\nDelayed.\n25:61\nno such time\nText.\n21:00\nlonely kicker')
    expect(review.briefs.map((brief) => brief.take)).toEqual([true, false, false])
    expect(review.briefs.map((brief) => problemsOf(brief, clock))).toEqual([
      [],
      [{ field: 'time', kind: 'unknown' }],
      [{ field: 'text', kind: 'missing' }],
    ])
    review.briefs[1]!.take = true
    expect(takenOf(review, clock)).toMatchObject({ unfit: 1, any: true })
    review.briefs[1]!.typed = '22:01'
    expect(takenOf(review, clock)).toMatchObject({ unfit: 0 })
    desk.take(review)
    expect(desk.board.own.map((row) => row.brief.kicker)).toEqual(['harbour toll', 'no such time'])
  })

  it('asks which is meant of a time that occurs twice, and says of one that never does', () => {
    const brief = { typed: '03:30', day: '2026-10-25', chosen: undefined }
    const time = timeOf(brief, clock)
    expect(time).toEqual({ kind: 'twice', choices: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] })
    expect(timeOf({ ...brief, chosen: '2026-10-25T01:30:00.000Z' }, clock)).toEqual({ kind: 'known', at: '2026-10-25T01:30:00.000Z' })
    expect(timeOf({ ...brief, day: '2026-03-29' }, clock)).toEqual({ kind: 'never' })
    expect(timeOf({ ...brief, typed: 'now' }, clock)).toEqual({ kind: 'unknown' })
  })

  it('tells words that their field does not hold', () => {
    expect(tooLong({ headline: 'x'.repeat(501), standfirst: 'fine' })).toEqual(['headline'])
  })
})
