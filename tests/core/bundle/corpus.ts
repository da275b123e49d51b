/** Editions of many kinds, for what every bundle must hold. */
import fc from 'fast-check'
import { mediaPath } from '../../../src/core/bundle/figure.ts'
import type { Edition, FrozenBrief, FrozenImage, FrozenLead } from '../../../src/core/edition.ts'
import { cleanText } from '../../../src/core/model/field.ts'

const at = '2026-04-15T20:00:00.000Z'

/** The n-th brief of a page, a minute older than the one before it. */
export function brief(n: number, fields: Partial<FrozenBrief> = {}): FrozenBrief {
  const minute = 23 * 60 - (n % 1000)
  const own = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const { label = own, date = '2026-04-15', offset = '+03:00' } = fields
  const instant = new Date(`${date}T${label || own}:00${offset}`).toISOString()
  return {
    record: `world-4f2a/2026-04-15/brief-k${String(n)}`,
    at: instant,
    label,
    date,
    offset,
    kicker: `kicker ${String(n)}`,
    headline: '',
    text: `The text of brief ${String(n)}.`,
    link: '',
    source: '',
    tags: [],
    pinned: false,
    corrections: [],
    published: at,
    updated: at,
    ...fields,
  }
}

/** The same taken down: of its words nothing is left but the notice. */
export function withdrawn(n: number, notice: string): FrozenBrief {
  return brief(n, { kicker: '', text: '', retracted: { at, notice } })
}

export function lead(fields: Partial<FrozenLead> = {}): FrozenLead {
  return { record: 'world-4f2a/2026-04-15/lead', headline: '', standfirst: '', body: '', link: '', published: at, updated: at, ...fields }
}

export function edition({
  channel,
  ...fields
}: Partial<Omit<Edition, 'channel'>> & { channel?: Partial<Edition['channel']> } = {}): Edition {
  return {
    channel: {
      key: 'world-4f2a',
      title: 'World',
      railTitle: 'Read next',
      language: 'en-GB',
      zone: 'Europe/Vilnius',
      site: 'https://news.example/world/',
      accent: '',
      ...channel,
    },
    day: '2026-04-15',
    briefs: [],
    discussion: { prompt: '', emptyState: '', state: 'open' },
    format: 1,
    number: 14,
    opening: '0123456789abcdef',
    at: '2026-04-15T20:05:00.000Z',
    by: 'library/person-ana7',
    previous: '13-fedcba9876543210',
    ...fields,
  }
}

/** A page as it is pasted in, and the lines that readers see of it. */
export const pasted: { edition: Edition; lines: string[] } = {
  edition: edition({
    lead: lead({
      standfirst: 'Ferries resume across the bay after a two-day stop.',
      body: 'The first boat left at dawn on Monday, the harbour office said.\n\n"We are back," said its head.',
    }),
    briefs: [
      brief(1, { label: '00:20', date: '2026-04-16', kicker: 'Night buses', text: 'Two night lines return on Friday.' }),
      brief(2, { label: '23:40', kicker: 'harbour toll', text: 'The city council has delayed the toll by a year. A vote follows in May.' }),
      brief(3, { label: '21:05', kicker: 'EU summit', text: 'Leaders meet in Riga on Thursday.' }),
    ],
    discussion: { prompt: 'What do you think?', emptyState: 'Be the first to comment', state: 'open' },
  }),
  lines: [
    'Ferries resume across the bay after a two-day stop.',
    'The first boat left at dawn on Monday, the harbour office said.',
    '"We are back," said its head.',
    'Read next',
    ...['00:20', 'Night buses', 'Two night lines return on Friday.'],
    ...['23:40', 'harbour toll', 'The city council has delayed the toll by a year. A vote follows in May.'],
    ...['21:05', 'EU summit', 'Leaders meet in Riga on Thursday.'],
    'What do you think?',
    'Be the first to comment',
  ],
}

/** Images of an edition: what stands for their bytes is as good as any. */
export function image(fields: Partial<FrozenImage> = {}): FrozenImage {
  const crops = [crop('a', 1280, 720), crop('b', 640, 360)]
  return { alt: 'A ferry at the quay', credit: 'Photo: Harbour office', crops, ...fields }
}

export function crop(digit: string, width: number, height: number): FrozenImage['crops'][number] {
  return { hash: digit.repeat(64), type: 'image/jpeg', width, height, size: digit.charCodeAt(0) }
}

export const media: ReadonlyMap<string, Uint8Array> = new Map(
  ['a', 'b', 'c', 'd', 'e'].flatMap((digit) =>
    (['image/jpeg', 'image/png'] as const).map(
      (type) => [mediaPath({ hash: digit.repeat(64), type }), new Uint8Array(digit.charCodeAt(0)).fill(digit.charCodeAt(0))] as const,
    ),
  ),
)

const hostile = `</script><script>alert(1)</script> & "quotes" 'and' <b>tags</b> ]]> &apos; &lt; -->`

export const editions: Readonly<Record<string, Edition>> = {
  pasted: pasted.edition,
  empty: edition(),
  'without a site': edition({
    channel: { site: '', title: '' },
    lead: lead({ headline: 'Only a headline' }),
    briefs: [brief(1), brief(2, { link: 'https://example.org/a', image: image() })],
    discussion: { prompt: 'Closed', emptyState: '', state: 'closed' },
  }),
  full: edition({
    channel: { accent: '#ffcc00' },
    lead: lead({
      headline: 'Ferries resume',
      standfirst: 'The first boat left *at dawn*.',
      body: '## What changes\n\n- Boats at 06:10\n- No bicycles\n\n> "We waited"\n\nMore [here](https://example.org/?a=1&b=2).',
      link: 'https://news.example/ferries?from=rail&x[]=ž',
    }),
    briefs: [
      brief(1, { pinned: true, headline: 'A headline of its own', tags: ['sea', 'R&D'] }),
      brief(2, { text: 'First line\nsecond **line**', source: 'Harbour office', link: 'https://www.example.org/a?b=1&c=ä' }),
      brief(3, { link: 'https://www.example.org/' }),
      brief(4, { corrections: [{ at, note: 'An earlier version gave another\nlength.' }], updated: '2026-04-15T20:04:00.000Z' }),
      withdrawn(7, 'This item was withdrawn.'),
      brief(5, { record: 'world-4f2a/shelf/brief-k5', date: '2026-04-14', label: '23:58', offset: '+03:00' }),
      brief(6, { kicker: '', text: 'Without a kicker.' }),
    ],
    discussion: { prompt: 'Your view?', emptyState: 'Nobody yet', state: 'closed' },
  }),
  illustrated: edition({
    lead: lead({ headline: 'Ferries resume', standfirst: 'At dawn.', body: 'The first boat left.', image: image() }),
    briefs: [
      brief(1, { image: image({ crops: [{ ...crop('c', 640, 480), type: 'image/png' }, crop('d', 320, 240)] }) }),
      brief(2),
      brief(3, { image: image({ credit: '', crops: [crop('e', 100, 75)] }) }),
    ],
  }),
  'right to left': edition({
    channel: { language: 'ar', railTitle: 'اقرأ أيضا', title: 'العالم' },
    lead: lead({ standfirst: 'تستأنف العبّارات رحلاتها عبر الخليج.' }),
    briefs: [brief(1, { kicker: 'EstLink 2', text: 'عاد الكابل إلى حمولته الكاملة.', image: image({ alt: 'عبّارة', credit: 'AFP' }) })],
  }),
  'beyond the plane': edition({
    channel: { language: 'zh-Hant', railTitle: '延伸閱讀 \u{1F6A2}', title: '\u{20BB7}野家' },
    briefs: [
      brief(1, {
        kicker: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
        text: 'e\u0301 \u{1D518}\u{1D52B}\u{1D526} \u00AB\u00A0là\u00A0\u00BB',
        tags: ['\u{1F6A2}'],
      }),
    ],
  }),
  hostile: edition({
    channel: { title: hostile, railTitle: hostile, accent: 'red;}</style>', site: 'https://news.example/?a"b' },
    lead: lead({ headline: hostile, standfirst: hostile, body: hostile, link: 'javascript:alert(1)' }),
    briefs: [
      brief(1, {
        kicker: hostile,
        headline: hostile,
        text: hostile,
        source: hostile,
        link: 'https://a.example/"><script>',
        tags: [hostile],
        image: image({ alt: hostile, credit: hostile }),
      }),
    ],
    discussion: { prompt: hostile, emptyState: hostile, state: 'open' },
  }),
}

export const twoThousand = edition({
  briefs: Array.from({ length: 2000 }, (_, n) => brief(n, { text: `The *text* of brief ${String(n)}.` })),
})

const words = fc
  .oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'*_[](<>&"\'#\\;x -\n'.split('')) }))
  .map(cleanText)
const line = words.map((text) => text.replace(/[\n\t\u2028\u2029]+/g, ' '))
const link = fc.oneof(fc.constant(''), fc.webUrl({ withQueryParameters: true, withFragments: true }))

const pictured = fc.record({ alt: line, credit: line }).map(image)

/** Editions with any words at all. */
export const anyEdition: fc.Arbitrary<Edition> = fc
  .record({
    site: link,
    title: line,
    lead: fc.option(fc.record({ headline: line, standfirst: words, body: words, link }), { nil: undefined }),
    briefs: fc.array(
      fc.record({
        kicker: line,
        headline: line,
        text: words,
        source: line,
        link,
        tags: fc.array(line, { maxLength: 2 }),
        image: fc.option(pictured, { nil: undefined }),
        notice: fc.option(line, { nil: undefined, freq: 4 }),
      }),
      {
        maxLength: 5,
      },
    ),
    discussion: fc.record({ prompt: line, emptyState: line, state: fc.constantFrom('open' as const, 'closed' as const) }),
  })
  .map(({ site, title, lead: words, briefs, discussion }) =>
    edition({
      channel: { site, title },
      ...(words && { lead: lead(words) }),
      briefs: briefs.map(({ notice, ...fields }, n) => (notice === undefined ? brief(n, fields) : withdrawn(n, notice))),
      discussion,
    }),
  )
