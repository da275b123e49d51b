import { describe, expect, it } from 'vitest'
import { discard, moveAbove, setField, setStatus, type NewBrief } from '../../../src/core/acts.ts'
import { canSendAnyway, canSilence, holdAgain, sendAnyway, silence, silencedOn, tellAgain } from '../../../src/core/checks/answers.ts'
import { check, likeTexts } from '../../../src/core/checks/checks.ts'
import type { CheckName, Finding } from '../../../src/core/checks/finding.ts'
import { createLikenesses } from '../../../src/core/checks/likeness.ts'
import { recordIds } from '../../../src/core/ids.ts'
import type { Channel } from '../../../src/core/model/channel.ts'
import { readBrief } from '../../../src/core/records.ts'
import { noChoices } from '../../../src/core/held.ts'
import { review } from '../../../src/core/review.ts'
import { channelKey, day, home, Newsroom } from '../newsroom.ts'

function findings(room: Newsroom, on = day): Finding[] {
  const board = room.board(undefined, undefined, on)
  const likenesses = createLikenesses()
  likenesses.update(likeTexts(board))
  return check(board, room.now, likenesses.pairs())
}

const names = (room: Newsroom, on = day): CheckName[] => findings(room, on).map((one) => one.check)

/** A rail with one brief of these words; and what the checks say of it. */
function one(more: NewBrief & { time?: string } = {}, fields: Partial<Channel> = {}): { room: Newsroom; id: string; found: Finding[] } {
  const room = new Newsroom(fields)
  const { time = '22:00', kicker = 'Congo', ...words } = more
  const id = room.brief(time, kicker, words)
  return { room, id, found: findings(room) }
}

function mended({ room, found }: { room: Newsroom; found: Finding[] }): Newsroom {
  room.edit(found[0]!.mend!.sets)
  return room
}

describe('the words of a brief', () => {
  it('finds nothing in a plain brief', () => {
    expect(one({ text: 'Talks go on in Doha, [AFP](https://example.org/a_(b)) says. “Soon,” they said.' }).found).toEqual([])
  })

  it.each(['The vote is on TK May.', 'Lorem ipsum dolor.', 'Who won???', 'By ____ votes.'])('takes “%s” for a placeholder', (text) => {
    expect(one({ text }).found).toMatchObject([{ check: 'placeholder', severity: 'error', field: 'text' }])
  })

  it('closes a link, before the sentence’s own full stop', () => {
    const case1 = one({ text: 'As [AFP](https://example.org/a. More follows.' })
    expect(case1.found).toMatchObject([{ check: 'unclosedLink', severity: 'error' }])
    expect(readBrief(mended(case1).get(case1.id)).text).toBe('As [AFP](https://example.org/a). More follows.')
    expect(findings(case1.room)).toEqual([])
  })

  it('gives a link its scheme, and offers nothing where it cannot know', () => {
    const host = one({ text: 'See [it](www.example.org/a).' })
    expect(host.found).toMatchObject([{ check: 'badAddress', params: { address: 'www.example.org/a' } }])
    expect(readBrief(mended(host).get(host.id)).text).toBe('See [it](https://www.example.org/a).')
    expect(one({ text: 'See [it](javascript:alert).' }).found[0]).not.toHaveProperty('mend')
  })

  it('counts what readers see against the channel’s limit', () => {
    const text = `${'a'.repeat(20)} [b](https://example.org/${'c'.repeat(50)})`
    expect(one({ text }, { textLimit: 22 }).found).toEqual([])
    expect(one({ text }, { textLimit: 21 }).found).toMatchObject([{ check: 'tooLong', severity: 'warning', params: { n: 22, limit: 21 } }])
    expect(one({ text: 'a'.repeat(5_000) }, { textLimit: 0 }).found).toEqual([])
    expect(one({ kicker: '👩‍👩‍👧'.repeat(5) }, { kickerLimit: 5 }).found).toEqual([])
  })

  it('curls quotes in the channel’s language where its house style asks for it', () => {
    const text = 'They said "it\'s [so](https://example.org/"a")".'
    expect(one({ text }).found).toEqual([])
    const curly = one({ text }, { quotes: 'curly', language: 'de' })
    expect(curly.found).toMatchObject([{ check: 'straightQuotes' }])
    expect(readBrief(mended(curly).get(curly.id)).text).toBe('They said „it’s [so](https://example.org/"a")“.')
    expect(findings(curly.room)).toEqual([])
  })

  it('finds a missing quotation mark and doubled spaces', () => {
    const case1 = one({ text: '“Soon, they said.  More  follows.' })
    expect(case1.found.map((found) => found.check)).toEqual(['unbalancedQuotes', 'doubleSpace'])
    case1.room.edit(case1.found[1]!.mend!.sets)
    expect(readBrief(case1.room.get(case1.id)).text).toBe('“Soon, they said. More follows.')
    expect(one({ text: 'A 5" gun, aged "85".' }).found).toEqual([])
  })

  it('knows a ready brief that is not complete', () => {
    expect(one({ text: '' }).found).toMatchObject([{ check: 'incomplete', field: 'text' }])
    expect(one({ text: '', status: 'draft' }).found).toEqual([])
  })

  it('says nothing of what is retracted', () => {
    const { room, id } = one({ text: 'TK  TK' })
    room.edit(setStatus(room.get(id), id, 'retracted'))
    expect(findings(room)).toEqual([])
  })
})

describe('errors hold their brief back', () => {
  const launched = (room: Newsroom) => review(room.board(), undefined, noChoices, room.now)

  it('and never the launch; with a recorded reason it goes out', () => {
    const { room, id, found } = one({ text: 'The vote is on TK May.' })
    room.brief('21:00', 'Riga')
    expect(launched(room).held).toEqual([{ id, reason: 'error', live: false }])
    expect(launched(room).page.briefs).toHaveLength(1)
    expect(review(room.board(), undefined, { ...noChoices, taken: new Set([id]) }, room.now).held).toMatchObject([{ reason: 'error' }])
    expect(found.map(canSendAnyway)).toEqual([true])
    expect(found.map(canSilence)).toEqual([false])

    room.edit(sendAnyway(room.get(id), 'placeholder', 'TK is the party’s name'))
    expect(launched(room).held).toEqual([])
    expect(findings(room)).toMatchObject([{ severity: 'note', sentAnyway: 'TK is the party’s name' }])
    // Another error holds it back all the same.
    room.edit([setField(room.get(id), id, 'text', 'TK [a](b).')])
    expect(launched(room).held).toMatchObject([{ id, reason: 'error' }])
    room.edit([setField(room.get(id), id, 'text', 'TK.'), ...holdAgain(room.get(id), 'placeholder')])
    expect(launched(room).held).toMatchObject([{ id, reason: 'error' }])
  })

  it('cannot be silenced; other checks stay silent where they were, and only there', () => {
    const { room, id } = one({ text: 'Two  spaces TK.' })
    const other = room.brief('21:00', 'Riga', { text: 'Also  two.' })
    room.edit(silence(room.get(id), 'placeholder'))
    room.edit(silence(room.get(id), 'doubleSpace'))
    expect(findings(room).map(({ check: name, record }) => [name, record])).toEqual([
      ['placeholder', id],
      ['doubleSpace', other],
    ])
  })
})

describe('the timeline', () => {
  it('mends a brief out of order by a time that fits, or sorts it back', () => {
    const room = new Newsroom()
    const [a, b] = [room.brief('22:00', 'a'), room.brief('20:00', 'b')]
    const c = room.brief('18:00', 'c')
    room.edit(moveAbove(room.get(c), home, b))
    const found = findings(room)
    expect(found).toMatchObject([{ check: 'outOfOrder', record: c, mend: { name: 'retime', params: { time: '21:00' } } }])
    room.edit(found[0]!.mend!.sets)
    expect(names(room)).toEqual([])
    expect(room.kickers()).toEqual(['a', 'c', 'b'])

    room.edit(moveAbove(room.get(c), home, a))
    room.edit([setField(room.get(b), b, 'at', '2026-04-15T18:59:00.000Z')])
    expect(findings(room)).toMatchObject([{ check: 'outOfOrder', record: c, mend: { name: 'retime', params: { time: '22:01' } } }])
  })

  it('tells the lower of two of one minute, which goes a minute back', () => {
    const room = new Newsroom()
    const first = room.brief('22:00', 'first')
    const second = room.brief('22:00', 'second')
    const found = findings(room)
    expect(found).toMatchObject([
      { check: 'sameMinute', severity: 'note', record: first, other: second, params: { time: '22:00', other: 'second' } },
    ])
    room.edit(found[0]!.mend!.sets)
    expect(names(room)).toEqual([])
  })

  it('notes a time of another day, and warns of a far one', () => {
    const room = new Newsroom()
    const id = room.brief('10:30', 'late')
    room.edit([setField(room.get(id), id, 'at', '2026-04-16T07:30:00.000Z')])
    expect(findings(room)).toMatchObject([{ check: 'otherDay', params: { day: '2026-04-16', time: '10:30' } }])
    room.edit([setField(room.get(id), id, 'at', '2026-04-17T21:30:00.000Z')])
    const found = findings(room)
    expect(found).toMatchObject([{ check: 'farDay', severity: 'warning' }])
    room.edit(found[0]!.mend!.sets)
    expect(readBrief(room.get(id)).at).toBe('2026-04-14T21:30:00.000Z')
  })

  it('takes a rail’s evening before and its small hours after for what they are', () => {
    const room = new Newsroom()
    const id = room.brief('00:30', 'late')
    room.edit([setField(room.get(id), id, 'at', '2026-04-15T21:30:00.000Z')])
    expect(findings(room)).toEqual([])
    room.edit([setField(room.get(id), id, 'at', '2026-04-14T20:30:00.000Z')])
    expect(findings(room)).toEqual([])
  })

  it('takes “23:50” shortly after midnight for a slip', () => {
    const room = new Newsroom()
    room.now = '2026-04-14T21:10:00.000Z'
    const id = room.brief('23:50', 'slip')
    const found = findings(room)
    expect(found).toMatchObject([{ check: 'lateAhead' }])
    room.edit(found[0]!.mend!.sets)
    expect(readBrief(room.get(id))).toMatchObject({ at: '2026-04-14T20:50:00.000Z', embargo: undefined })
  })

  it('says which of two it is where clocks are set back', () => {
    const room = new Newsroom()
    room.now = '2026-10-25T20:00:00.000Z'
    const id = room.brief('03:30', 'night', { day: '2026-10-25' })
    const found = findings(room, '2026-10-25')
    expect(found).toMatchObject([
      { check: 'clockTwice', params: { time: '03:30', offset: '+03:00' }, mend: { params: { time: '03:30 +02:00' } } },
    ])
    room.edit(found[0]!.mend!.sets)
    expect(readBrief(room.get(id)).at).toBe('2026-10-25T01:30:00.000Z')
    room.brief('12:00', 'noon', { day: '2026-10-25' })
    expect(names(room, '2026-10-25')).toEqual(['clockTwice'])
  })

  it('finds gaps and bursts within the channel’s hours alone', () => {
    const build = (hours: Channel['hours']): Newsroom => {
      const room = new Newsroom({ hours })
      for (const time of ['05:00', '09:00', '12:00', '12:02', '12:04', '12:06', '12:08']) room.brief(time, time)
      return room
    }
    expect(names(build(undefined))).toEqual([])
    const found = findings(build({ from: '08:00', to: '22:00' }))
    expect(found.map(({ check: name, params }) => [name, params])).toEqual([
      ['burst', { n: 5, from: '12:00', to: '12:08' }],
      ['gap', { from: '09:00', to: '12:00' }],
    ])
  })

  it('tells of the same kicker within 30 minutes where the channel asks', () => {
    const build = (sameKicker: boolean): Newsroom => {
      const room = new Newsroom({ sameKicker })
      room.brief('22:00', 'Congo')
      room.brief('21:40', 'congo ')
      room.brief('21:00', 'Congo')
      return room
    }
    expect(names(build(false))).toEqual([])
    expect(findings(build(true))).toMatchObject([{ check: 'sameKicker', field: 'kicker', params: { time: '21:40' } }])
  })

  it('warns of “today” in a brief that is old or carried, in the channel’s language', () => {
    const { room } = one({ time: '12:00', text: 'The vote is today.' })
    expect(names(room)).toEqual([])
    room.now = '2026-04-15T21:30:00.000Z'
    expect(findings(room)).toMatchObject([{ check: 'dayWord', params: { word: 'today' } }])
    const carried = one({ time: '22:00', text: 'Balsavimas vyks šiandien.' }, { language: 'lt' }).room
    expect(findings(carried, '2026-04-16')).toMatchObject([{ check: 'dayWord', params: { word: 'šiandien' } }])
    const german = one({ time: '01:00', text: 'Am Morgen tagte der Rat.' }, { language: 'de' }).room
    expect(names(german)).toEqual([])
  })
})

describe('nearly the same wording', () => {
  const text = 'The city council has delayed the harbour toll by a year, after a long night of talks.'
  const near = 'The city council has delayed the harbour toll by a year after long talks at night.'

  it('is told of the later one on the rail, until it is discarded', () => {
    const room = new Newsroom()
    const [older, newer] = [room.brief('20:00', 'toll', { text }), room.brief('21:00', 'harbour', { text: near })]
    room.brief('21:30', 'Congo', { text: 'Talks between the two sides go on in Doha for a third day.' })
    expect(findings(room)).toMatchObject([{ check: 'nearDuplicate', record: newer, other: older, params: { other: 'toll' } }])
    room.edit(discard(room.get(older)))
    expect(names(room)).toEqual([])
  })

  it('is found in the lead and on yesterday’s rail', () => {
    const room = new Newsroom()
    const lead = recordIds.lead(channelKey, day)
    room.edit([setField(undefined, lead, 'headline', 'Toll delayed'), setField(undefined, lead, 'standfirst', text)])
    const id = room.brief('21:00', 'harbour', { text: near })
    expect(findings(room)).toMatchObject([{ check: 'nearDuplicate', record: id, other: lead }])
    const next = room.brief('09:00', 'toll', { text, day: '2026-04-16' })
    expect(findings(room, '2026-04-16')).toMatchObject([{ check: 'nearDuplicate', record: next, other: id }])
  })
})

describe('the lead and the discussion', () => {
  it('are checked too, and never held back', () => {
    const room = new Newsroom({ standfirstLimit: 10 })
    const lead = recordIds.lead(channelKey, day)
    room.edit([setField(undefined, lead, 'headline', 'TK'), setField(undefined, lead, 'standfirst', 'Far too long for it.')])
    const rail = recordIds.rail(channelKey, day)
    room.edit([setField(undefined, rail, 'prompt', 'What do  you think?')])
    expect(findings(room)).toMatchObject([
      { check: 'placeholder', severity: 'warning', record: lead, field: 'headline' },
      { check: 'tooLong', record: lead, field: 'standfirst' },
      { check: 'doubleSpace', record: rail, field: 'prompt' },
    ])
    room.edit(silence(room.get(lead), 'placeholder'))
    expect(names(room)).toEqual(['tooLong', 'doubleSpace'])
    expect(silencedOn(room.get(lead))).toEqual(['placeholder'])
    room.edit(tellAgain(room.get(lead), 'placeholder'))
    expect(names(room)).toEqual(['placeholder', 'tooLong', 'doubleSpace'])
  })
})
