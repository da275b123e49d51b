import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, localTime } from '../../../src/core/clock.ts'
import { isWhole } from '../../../src/core/ingest/list.ts'
import { understand, type UnderstandContext } from '../../../src/core/ingest/understand.ts'
import { escapeText, inlineText } from '../../../src/core/text.ts'

const zone = 'Europe/Vilnius'
const context: UnderstandContext = { day: '2026-04-15', zone, railTitle: 'Read next' }

const example = `Ferries resume across the bay after a two-day stop.
The first boat left at dawn on Monday, the harbour office said.
"We are back," said its head.
Read next
00:20
Night buses
Two night lines return on Friday.
23:40
harbour toll
The city council has delayed the toll by a year. A vote follows in May.
9.05 pm
EU summit
Leaders meet in Riga on Thursday.
What do you think?
Be the first to comment
`

/** Words without line numbers, times as day and label. */
function wordsIn(text: string, more: Partial<UnderstandContext> = {}) {
  const { lead, briefs, prompt, emptyState } = understand(text, { ...context, ...more })
  return {
    lead: lead && { headline: lead.headline, standfirst: lead.standfirst, body: lead.body },
    briefs: briefs.map(({ time, kicker, text }) => [time.kind === 'impossible' ? time.typed : `${time.day} ${time.label}`, kicker, text]),
    prompt: prompt?.text,
    emptyState: emptyState?.text,
  }
}

const briefsIn = (text: string, more: Partial<UnderstandContext> = {}) => wordsIn(text, more).briefs
const problemsIn = (text: string, more: Partial<UnderstandContext> = {}) =>
  understand(text, { ...context, ...more }).problems.map(({ kind, line, text }) => `${String(line)} ${kind}: ${text}`)

const understoodExample = wordsIn(example)

describe('the page of a day', () => {
  test('is a lead, briefs over midnight, and a discussion', () => {
    expect(understand(example, context)).toEqual({
      lead: {
        line: 1,
        headline: '',
        standfirst: 'Ferries resume across the bay after a two-day stop.',
        body: 'The first boat left at dawn on Monday, the harbour office said.\n\n"We are back," said its head.',
      },
      briefs: [
        {
          line: 5,
          time: { kind: 'known', day: '2026-04-15', label: '00:20', at: '2026-04-14T21:20:00.000Z' },
          kicker: 'Night buses',
          text: 'Two night lines return on Friday.',
        },
        {
          line: 8,
          time: { kind: 'known', day: '2026-04-14', label: '23:40', at: '2026-04-14T20:40:00.000Z' },
          kicker: 'harbour toll',
          text: 'The city council has delayed the toll by a year. A vote follows in May.',
        },
        {
          line: 11,
          time: { kind: 'known', day: '2026-04-14', label: '21:05', at: '2026-04-14T18:05:00.000Z' },
          kicker: 'EU summit',
          text: 'Leaders meet in Riga on Thursday.',
        },
      ],
      prompt: { line: 14, text: 'What do you think?' },
      emptyState: { line: 15, text: 'Be the first to comment' },
      problems: [],
      moreProblems: 0,
    })
  })

  const everyLine = (change: (line: string) => string) => example.trimEnd().split('\n').map(change).join('\n')
  const withTabs = example.replace(/^(\d.*)\n(.*)\n/gm, '$1\t$2\t')
  test.each([
    ['without a line end at its end', example.trimEnd()],
    ['with Windows line ends', example.replaceAll('\n', '\r\n')],
    ['with the line ends of old Macs', example.replaceAll('\n', '\r')],
    ['with soft breaks of a word processor', example.replaceAll('\n', '\v')],
    ['with a byte order mark', `\uFEFF${example}`],
    ['with blank lines between all', everyLine((line) => `${line}\n`)],
    ['with blank lines that hold spaces', everyLine((line) => `${line}\n \t\u00A0`)],
    ['with blank lines at both ends', `\n\n${example}\n\n`],
    ['with one blank line in the lead', example.replace('said.\n', 'said.\n\n')],
    ['with rules between briefs', example.replace(/^(?=\d)/gm, '-----\n').replace('Read next', '* * *\nRead next')],
    ['with spaces round its lines', everyLine((line) => `  ${line} \t`)],
    ['with spaces doubled', example.replaceAll(' ', '  ')],
    ['with non-breaking spaces', example.replaceAll(' ', '\u00A0')],
    ['with narrow non-breaking spaces', example.replaceAll(' ', '\u202F')],
    ['with tabs between time, kicker and text', withTabs],
    ['with rows of tabs between them', withTabs.replaceAll('\t', '\t\t')],
    ['with a tab between kicker and text', example.replace('toll\n', 'toll\t')],
    ['with dots between time, kicker and text', withTabs.replaceAll('\t', ' · ')],
    ['with hyphens between them', withTabs.replaceAll('\t', ' - ')],
    ['with dashes between them', withTabs.replaceAll('\t', ' – ')],
    ['with bars between them', withTabs.replaceAll('\t', ' | ')],
    ['with the time and kicker on one line', example.replace(/^(\d.*)\n/gm, '$1 · ')],
    ['with a mere space after the time', example.replace(/^(\d.*)\n/gm, '$1 ')],
    ['with a mark after the time', example.replace(/^(\d.*)\n/gm, '$1 ·\n')],
    ['with bullets', everyLine((line) => `• ${line}`)],
    ['with tight bullets', everyLine((line) => `•${line}`)],
    ['with hyphens for bullets', everyLine((line) => `- ${line}`)],
    ['with asterisks for bullets', everyLine((line) => `* ${line}`)],
    ['with dashes for bullets', everyLine((line) => `–\t${line}`)],
    ['with bullets before times', example.replace(/^(?=\d)/gm, '• ')],
    ['with bullets before texts', example.replace(/^(?=Two|The city|Leaders)/gm, '- ')],
    ['with another case of the title', example.replace('Read next', 'READ NEXT')],
    ['with marks of direction before times', example.replace(/^(?=\d)/gm, '\u200E')],
  ])('reads the same %s', (_, text) => {
    expect(wordsIn(text)).toEqual(understoodExample)
    expect(understand(text, context).problems).toEqual([])
  })

  test('comes in again as it went out, times written HH:MM', () => {
    expect(wordsIn(example.replace('9.05 pm', '21:05'))).toEqual(understoodExample)
  })

  test('a title that is written with other code points is the same', () => {
    const text = 'Lead.\nRead ne\u0301xt\n10:00\nkicker\nText.'
    expect(wordsIn(text, { railTitle: 'Read n\u00E9xt' }).lead?.standfirst).toBe('Lead.')
  })
})

describe('the lead', () => {
  const leadOf = (text: string) => wordsIn(`${text}\nRead next\n10:00\nkicker\nText.\n`).lead

  test('has a headline only where one is marked', () => {
    expect(leadOf('# Ferries are back\nThe first boat left at dawn.\nThe sea was calm.')).toEqual({
      headline: 'Ferries are back',
      standfirst: 'The first boat left at dawn.',
      body: 'The sea was calm.',
    })
    expect(leadOf('Ferries are back\n\nThe first boat left.')?.headline).toBe('')
    expect(leadOf('#ferries are back')?.headline).toBe('')
  })

  test('may be a headline alone, or nothing', () => {
    expect(leadOf('## Ferries are back')).toEqual({ headline: 'Ferries are back', standfirst: '', body: '' })
    expect(leadOf('\n \n')).toBeUndefined()
  })

  test('is of one paragraph a line, or of wrapped lines between blank ones', () => {
    expect(leadOf('One.\nTwo.\nThree.')).toMatchObject({ standfirst: 'One.', body: 'Two.\n\nThree.' })
    expect(leadOf('Ferries resume\nacross the bay.\n\nThe first boat\nleft at dawn.\nAll was calm.')).toMatchObject({
      standfirst: 'Ferries resume\nacross the bay.',
      body: 'The first boat\nleft at dawn.\n\nAll was calm.',
    })
  })

  test('reads as it was written, marks and bullets too', () => {
    const lead = leadOf('A *star* [sic].\nWhat changes:\n- fares\n* times\n> quotes')
    expect(inlineText(lead?.standfirst ?? '')).toBe('A *star* [sic].')
    expect(lead?.body.split('\n\n')).toEqual(['What changes:', '- fares', '* times', '> quotes'].map(escapeText))
  })

  test('holds whatever stands before the title, times too', () => {
    expect(leadOf('Ferries resume.\n10:30\nBy our desk')).toMatchObject({ standfirst: 'Ferries resume.', body: '10:30\n\nBy our desk' })
    expect(wordsIn('Ferries resume.\n10:30\nRead next\n00:20\nNight buses\nThey return.')).toMatchObject({
      lead: { body: '10:30' },
      briefs: [['2026-04-15 00:20', 'Night buses', 'They return.']],
    })
  })
})

describe('without a title line', () => {
  test('it is briefs alone, and further lines are text to the end', () => {
    expect(wordsIn('10:30\nharbour toll\nDelayed.\nA vote follows.\nWhat do you think?')).toEqual({
      lead: undefined,
      briefs: [['2026-04-15 10:30', 'harbour toll', 'Delayed.\nA vote follows.\nWhat do you think?']],
      prompt: undefined,
      emptyState: undefined,
    })
  })

  test('a kicker that equals the title is a kicker', () => {
    expect(wordsIn('10:30\nWorld\nNews of it.\n09:00\nCongo\nTalks go on.', { railTitle: 'World' })).toMatchObject({
      lead: undefined,
      briefs: [
        ['2026-04-15 10:30', 'World', 'News of it.'],
        ['2026-04-15 09:00', 'Congo', 'Talks go on.'],
      ],
    })
  })

  test('what stands before the first time is reported as a stretch', () => {
    const { problems, briefs } = understand('Dear desk,\n\nhere it is:\n10:30\nharbour toll\nDelayed.', context)
    expect(problems).toEqual([{ kind: 'stray', line: 1, until: 3, text: 'Dear desk,' }])
    expect(briefs).toHaveLength(1)
  })
})

describe('a brief', () => {
  test('keeps its lines of text', () => {
    expect(briefsIn('10:30\nkicker\nOne.\n\nTwo.\n- Three.\n09:00\nother\nText.')[0]?.[2]).toBe('One.\nTwo.\n\\- Three.')
  })

  test('reads as it was written', () => {
    const written = 'Prices rose by 5_000 * 2 [sic], **said** <b>her</b> office & others.'
    expect(inlineText(briefsIn(`10:30\nkicker\n${written}`)[0]?.[2] ?? '')).toBe(written)
  })

  test('keeps the non-breaking spaces that hold figures together, and no other', () => {
    expect(briefsIn('10:30\nEU\u00A0summit\nSome\u00A0said 12\u00A0000 or 5\u00A0%.')[0]).toEqual([
      '2026-04-15 10:30',
      'EU summit',
      'Some said 12\u00A0000 or 5\u00A0%.',
    ])
  })

  test('loses characters that no output can carry', () => {
    expect(briefsIn('10:30\nkick\u0000er\nTe\u0008xt.')[0]).toEqual(['2026-04-15 10:30', 'kicker', 'Text.'])
  })

  test('on one line is parted by the mark that follows its time', () => {
    expect(briefsIn('23:00 · tariff talks · U.S. President - or Congress - decides.')[0]).toEqual([
      '2026-04-15 23:00',
      'tariff talks',
      'U.S. President - or Congress - decides.',
    ])
    expect(briefsIn('23:00\tUS - China talks\tThey met.')[0]?.slice(1)).toEqual(['US - China talks', 'They met.'])
  })

  test.each(['2024', '24.12', 'Route 9:30', '9 to 5', 'G7', '7', '10 Downing Street', '3.5 percent', '15.04.2026', '2026-04-15'])(
    'may have the kicker %s',
    (kicker) => {
      expect(briefsIn(`10:30\n${kicker}\nText.\n09:00\nother\nText.`)).toEqual([
        ['2026-04-15 10:30', kicker, 'Text.'],
        ['2026-04-15 09:00', 'other', 'Text.'],
      ])
    },
  )

  test('a sentence that begins with a time is text, and is pointed out', () => {
    const text = '10:30\ntrains\nThey run again.\n21:00 is when the last one leaves.\n09:00\nother\nText.'
    expect(briefsIn(text)[0]?.[2]).toBe('They run again.\n21:00 is when the last one leaves.')
    expect(problemsIn(text)).toEqual(['4 like-a-time: 21:00 is when the last one leaves.'])
    expect(problemsIn('10:30\nbread\nDearer.\n2.50 euros a loaf.\n12.75 – a record.')).toEqual(['4 like-a-time: 2.50 euros a loaf.'])
  })
})

describe('a time line', () => {
  const list = (time: string) => `${time}\nkicker\nText.\n`

  test.each([
    ['23:40', '23:40'],
    ['23.40', '23:40'],
    ['9:05', '09:05'],
    ['09.05', '09:05'],
    ['00:00', '00:00'],
    ['23h40', '23:40'],
    ['23:40:59', '23:40'],
    ['9.05 pm', '21:05'],
    ['9:05 PM', '21:05'],
    ['9:05pm', '21:05'],
    ['9:05 p.m.', '21:05'],
    ['9.05 P. M.', '21:05'],
    ['9\u202Fp.m.', '21:00'],
    ['9 pm', '21:00'],
    ['9pm', '21:00'],
    ['12 am', '00:00'],
    ['12.30 a.m.', '00:30'],
    ['12 pm', '12:00'],
    ['9:05:30 pm', '21:05'],
    ['23:40 ·', '23:40'],
    ['23:40 –', '23:40'],
    ['23:40\t', '23:40'],
  ])('%j is %s', (time, label) => {
    expect(briefsIn(list(time))).toEqual([[`2026-04-15 ${label}`, 'kicker', 'Text.']])
    expect(problemsIn(list(time))).toEqual([])
  })

  test.each([
    ['2026-04-13T23:40', '2026-04-13 23:40'],
    ['2026-04-13 23:40', '2026-04-13 23:40'],
    ['2026-04-13 9.05 pm', '2026-04-13 21:05'],
    ['2026-04-13T20:40:00Z', '2026-04-13 23:40'],
    ['2026-04-13t20:40:00.123z', '2026-04-13 23:40'],
    ['2026-04-13T22:40:30+02:00', '2026-04-13 23:40'],
    ['2026-04-13 22:40 +0200', '2026-04-13 23:40'],
    ['2026-04-13T22:40+02', '2026-04-13 23:40'],
    ['2026-04-13T16:40-04:00', '2026-04-13 23:40'],
    ['2026-04-13T22:40:00Z', '2026-04-14 01:40'],
  ])('%s is %s on the channel’s clock', (time, local) => {
    expect(briefsIn(list(time))).toEqual([[local, 'kicker', 'Text.']])
    expect(briefsIn(`${time} · kicker · Text.`)).toEqual([[local, 'kicker', 'Text.']])
  })

  test.each(['25:61', '24:00', '9:75', '13:05 pm', '2026-02-30T10:00', '2026-04-15T24:10', '2126-04-15T10:00', '2026-04-15T10:00+99:00'])(
    '%s cannot be: it is reported, its words and the other briefs are kept',
    (time) => {
      const text = `23:00\nfirst\nText.\n${time}\nharbour toll\nDelayed.\n22:00\nlast\nText.`
      expect(briefsIn(text)).toEqual([
        ['2026-04-15 23:00', 'first', 'Text.'],
        [time, 'harbour toll', 'Delayed.'],
        ['2026-04-15 22:00', 'last', 'Text.'],
      ])
      expect(problemsIn(text)).toEqual([`4 impossible-time: ${time}`])
      expect(understand(text, context).briefs.map(isWhole)).toEqual([true, false, true])
    },
  )

  test('with a dot that cannot be is one where no kicker is due', () => {
    expect(problemsIn('23:00\nfirst\nText.\n25.61\nharbour toll\nDelayed.')).toEqual(['4 impossible-time: 25.61'])
    expect(problemsIn('23:00\nfirst\nText.\n25.61\tharbour toll\tDelayed.')).toEqual(['4 impossible-time: 25.61'])
  })
})

describe('days', () => {
  const days = (times: string[], more: Partial<UnderstandContext> = {}) =>
    briefsIn(times.map((time) => `${time}\nkicker\nText.\n`).join(''), more).map(([time]) => time)

  test('the given day is the first time’s, and each step up is a midnight', () => {
    expect(days(['00:20', '23:40', '9.05 pm', '00:10', '23:59'])).toEqual([
      '2026-04-15 00:20',
      '2026-04-14 23:40',
      '2026-04-14 21:05',
      '2026-04-14 00:10',
      '2026-04-13 23:59',
    ])
    expect(days(['10:00', '10:00'])).toEqual(['2026-04-15 10:00', '2026-04-15 10:00'])
  })

  test('a date sets the day for what follows', () => {
    expect(days(['10:00', '2026-04-10T09:00', '08:00', '22:00'])).toEqual([
      '2026-04-15 10:00',
      '2026-04-10 09:00',
      '2026-04-10 08:00',
      '2026-04-09 22:00',
    ])
  })

  test('a time that cannot be changes no day', () => {
    expect(days(['10:00', '25:00', '09:00'])).toEqual(['2026-04-15 10:00', '25:00', '2026-04-15 09:00'])
  })

  test('a list that seems to run oldest first is asked about, and read so when a person says it', () => {
    const times = ['07:10', '09:00', '12:30', '22:00', '00:20']
    const text = times.map((time) => `${time}\nkicker\nText.\n`).join('')
    expect(problemsIn(text)).toEqual(['1 oldest-first: 07:10'])
    expect(days(times, { direction: 'oldest-first' })).toEqual([
      '2026-04-15 07:10',
      '2026-04-15 09:00',
      '2026-04-15 12:30',
      '2026-04-15 22:00',
      '2026-04-16 00:20',
    ])
    expect(problemsIn(text, { direction: 'oldest-first' })).toEqual([])
  })

  test('a time that clocks repeated or skipped is asked about, and the brief is kept', () => {
    const back = understand('03:20\nkicker\nText.\n03:50\nkicker\nOther.\n02:00\nlast\nText.', { ...context, day: '2026-10-25' })
    expect(back.briefs.map(({ time }) => time)).toEqual([
      { kind: 'twice', day: '2026-10-25', label: '03:20', choices: ['2026-10-25T00:20:00.000Z', '2026-10-25T01:20:00.000Z'] },
      { kind: 'twice', day: '2026-10-25', label: '03:50', choices: ['2026-10-25T00:50:00.000Z', '2026-10-25T01:50:00.000Z'] },
      { kind: 'known', day: '2026-10-25', label: '02:00', at: '2026-10-24T23:00:00.000Z' },
    ])
    expect(back.problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['time-twice', 1],
      ['time-twice', 4],
    ])
    const forward = understand('03:20\nkicker\nText.', { ...context, day: '2026-03-29' })
    expect(forward.briefs).toMatchObject([{ time: { kind: 'never', day: '2026-03-29', label: '03:20' }, kicker: 'kicker', text: 'Text.' }])
    expect(forward.problems).toMatchObject([{ kind: 'time-never', line: 1, text: '03:20' }])
    expect(forward.briefs.map(isWhole)).toEqual([false])
  })
})

describe('what is missing or too much', () => {
  test('a brief without text, kicker or both is reported by line, and the rest is kept', () => {
    const text = '12:00\n11:00\nharbour toll\n10:00\nThe city council has delayed the toll by a year.\n09:00\nother\nText.'
    expect(problemsIn(text)).toEqual([
      '1 no-words: 12:00',
      '2 no-text: harbour toll',
      '4 no-kicker: The city council has delayed the toll by a year.',
    ])
    expect(understand(text, context).briefs.map(isWhole)).toEqual([false, false, false, true])
    expect(briefsIn(text)[2]).toEqual(['2026-04-15 10:00', '', 'The city council has delayed the toll by a year.'])
  })

  test('the last brief is reported alike', () => {
    expect(problemsIn('Read next\n12:00\nharbour toll')).toEqual(['2 no-text: harbour toll'])
    expect(problemsIn('Read next\n12:00')).toEqual(['2 no-words: 12:00'])
  })

  test('lines after the empty state are reported as a stretch', () => {
    const { problems } = understand(`${example}\nAbout us\nImprint\nContact\n`, context)
    expect(problems).toEqual([{ kind: 'after-end', line: 17, until: 19, text: 'About us' }])
  })

  test('lines between the title and the first time are reported', () => {
    expect(problemsIn(example.replace('Read next', 'Read next\nMore stories'))).toEqual(['5 stray: More stories'])
  })

  test('what is too long for its field is reported, and nothing of it is cut', () => {
    const long = 'word '.repeat(5_000).trim()
    const text = `# ${'h'.repeat(501)}\n${'s'.repeat(2001)}\n${'b'.repeat(100_001)}\nRead next\n12:00\n${'k'.repeat(201)}\n${long}.\n${'p'.repeat(501)}\n${'e'.repeat(501)}`
    const { problems, lead, briefs, prompt, emptyState } = understand(text, context)
    expect(problems.map(({ kind, line, field }) => [kind, line, field])).toEqual([
      ['too-long', 1, 'headline'],
      ['too-long', 2, 'standfirst'],
      ['too-long', 3, 'body'],
      ['too-long', 5, 'kicker'],
      ['too-long', 7, 'text'],
      ['too-long', 8, 'prompt'],
      ['too-long', 9, 'emptyState'],
    ])
    expect([lead?.headline, lead?.standfirst, lead?.body].map((words) => words?.length)).toEqual([501, 2001, 100_001])
    expect(briefs[0]?.text).toBe(`${long}.`)
    expect([prompt?.text.length, emptyState?.text.length]).toEqual([501, 501])
    expect(briefs.map(isWhole)).toEqual([false])
    expect(problems.every((problem) => problem.text.length <= 80)).toBe(true)
  })

  test('of very many problems the first hundred are told', () => {
    const { problems, moreProblems } = understand('12:00\n'.repeat(150), context)
    expect([problems.length, moreProblems]).toEqual([100, 50])
  })

  const filled = (line: string) => line.repeat(Math.ceil(5_000_000 / line.length))
  test.each([
    ['one word', filled('a')],
    ['blank lines', filled('\n')],
    ['lines of one letter', filled('a\n')],
    ['marks', filled('*_[`')],
    ['spaces and tabs', filled(' \t ')],
    ['lines like the title', filled('Read nexx\n')],
    ['broken characters', filled('\uD800')],
    ['sentences that begin with times', filled('10:30 it was.\n')],
  ])('five megabytes of %s are passed over, and the briefs before and after are kept', { timeout: 10_000 }, (_, rubbish) => {
    const { briefs, problems } = understand(`12:00\nfirst\nText.\n11:00\nsecond\n${rubbish}\n10:00\nlast\nText.\n`, context)
    expect(briefs.map(({ kicker }) => kicker)).toEqual(['first', 'second', 'last'])
    expect([briefs[0]?.text, briefs[2]?.text]).toEqual(['Text.', 'Text.'])
    expect(problems.every(({ line }) => line >= 4)).toBe(true)
    expect(problems.length).toBeLessThanOrEqual(100)
  })

  test('of more briefs than a rail can have the first are kept, and the line is told where reading stopped', () => {
    const { briefs, problems } = understand('10:00 \u00B7 kicker \u00B7 Text.\n'.repeat(6_000), context)
    expect(briefs).toHaveLength(5_000)
    expect(problems).toMatchObject([{ kind: 'too-many', line: 5_001 }])
  })
})

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Read next',
      '10:30',
      '9.05 pm',
      '25:61',
      '2026-04-15T10:00Z',
      '# Headline',
      'kicker',
      'A text of some words.',
      '- item',
      '',
    ),
    fc.constantFrom('\t', ' \u00B7 ', ' - ', ' ', '\u00A0', '\uFEFF', '\u0000', '\r', '\n', '\r\n', '\u2028', '\uD800'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const text = fc.array(fc.tuple(piece, fc.constantFrom('', '\n', '\n', '\r\n')), { maxLength: 40 }).map((pieces) => pieces.flat().join(''))

  test('it is read without an error, and each problem names the line that it quotes', () => {
    fc.assert(
      fc.property(text, (written) => {
        const understood = understand(written, context)
        const lines = written.split(/\r\n|\r|\n/)
        const starts = [understood.lead, ...understood.briefs, understood.prompt, understood.emptyState].flatMap((one) => one?.line ?? [])
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        for (const { line, until, text: quoted } of understood.problems) {
          expect(until).toBeGreaterThanOrEqual(line)
          // Quotes are cleaned: one word of it has to be there.
          const word = /[A-Za-z0-9]+/.exec(quoted)?.[0] ?? ''
          expect(lines.slice(line - 1, line + 40).join('\n')).toContain(word)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('no word of it is lost without being told of', () => {
    const words = fc
      .array(fc.constantFrom('harbour', 'toll', 'vote', 'Riga', 'summit'), { minLength: 1, maxLength: 5 })
      .map((all) => all.join(' '))
    const line = fc.oneof({ weight: 3, arbitrary: words }, fc.constantFrom('10:30', '9.05 pm', '25:61', 'Read next', ''))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { lead, briefs, prompt, emptyState, problems } = understand(lines.join('\n'), context)
        const told = problems.flatMap(({ kind, line, until }) =>
          kind === 'stray' || kind === 'after-end' ? lines.slice(line - 1, until) : [],
        )
        const kept = [
          lead?.standfirst,
          lead?.body,
          ...briefs.flatMap(({ kicker, text }) => [kicker, text]),
          prompt?.text,
          emptyState?.text,
          ...told,
        ]
        const counted = (all: readonly (string | undefined)[]) => all.join('\n').match(/harbour|toll|vote|Riga|summit/g)?.length
        expect(counted(kept)).toBe(counted(lines))
      }),
    )
  })

  test('a newest-first list that was written out is read back', () => {
    const word = fc.constantFrom('toll', 'Riga', 'vote', '*star*', '[sic]', '2024', '5_000', '<b>', '&amp;', 'd\u00E9j\u00E0', '\u{1F6A2}')
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => `A ${all.join(' ')}`)
    const brief = fc.record({
      gap: fc.integer({ min: 0, max: 1300 }),
      kicker: words,
      text: fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n')),
      time: fc.constantFrom('colon', 'dot', 'twelve', 'local', 'utc'),
      between: fc.constantFrom('\n', '\t', ' \u00B7 ', ' | ', '\n\n'),
    })
    // A year with both nights on which clocks are set.
    const start = fc.integer({ min: 0, max: 525_600 }).map((minutes) => addMinutes('2026-01-01T00:00:00.000Z', minutes))
    fc.assert(
      fc.property(start, fc.array(brief, { minLength: 1, maxLength: 12 }), (newest, list) => {
        let at = newest
        const written = list.map((one) => {
          at = addMinutes(at, -one.gap)
          return { ...one, at, ...localTime(at, zone) }
        })
        const text = written.map((one) => `${writtenTime(one)}${one.between}${one.kicker}${one.between}${one.text}\n`).join('')
        const { briefs, problems } = understand(text, { ...context, day: written[0]!.day })
        expect(briefs.map(({ kicker, text }) => [kicker, inlineText(text)])).toEqual(written.map(({ kicker, text }) => [kicker, text]))
        briefs.forEach(({ time }, index) => {
          const meant = written[index]!.at
          if (time.kind === 'known') expect(time.at).toBe(meant)
          else expect(time.kind === 'twice' ? time.choices : []).toContain(meant)
        })
        expect(problems.filter(({ kind }) => kind !== 'time-twice' && kind !== 'oldest-first')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  function writtenTime({ time, at, day, label }: { time: string; at: string; day: string; label: string }): string {
    const hour = Number(label.slice(0, 2))
    switch (time) {
      case 'dot':
        return label.replace(':', '.')
      case 'twelve':
        return `${String(hour % 12 || 12)}:${label.slice(3)} ${hour < 12 ? 'a.m.' : 'PM'}`
      case 'local':
        return `${day}T${label}`
      case 'utc':
        return at
      default:
        return label
    }
  }
})
