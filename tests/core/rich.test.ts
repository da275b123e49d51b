import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../src/core/model/field.ts'
import { bodyHtml, bodyText, inlineHtml, inlineText } from '../../src/core/text.ts'
import { joined, withLines, type Block, type Doc, type Piece } from '../../src/core/rich/doc.ts'
import { printDoc } from '../../src/core/rich/print.ts'
import { readDoc, trimEnds } from '../../src/core/rich/read.ts'

/** Markdown of a kind that trips up a conversion: marks, spaces and line ends among words, and anything else. */
const markdown = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('\\*_[]()#>-+1.)`<&!~| \t\n\u00A0ab…é\u{1F6A2}')) }) },
    {
      weight: 4,
      arbitrary: fc
        .array(
          fc.constantFrom(
            '**',
            '*',
            '_',
            '[',
            '](',
            '](http://a.b)',
            '- ',
            '1. ',
            '# ',
            '> ',
            '\n',
            '\n\n',
            ' ',
            'word',
            '\\',
            '"',
            '*b*',
            '**b**',
            '[w](https://a.b/c)',
            '  ',
          ),
          { maxLength: 24 },
        )
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
  .map(cleanText)

const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.constantFrom('mailto:desk@example.org', 'https://a.b/(c)_d*e', 'https://a.b/?x=1&amp;y=2', 'javascript:alert(1)', '', '/a b', 'x\\y'),
)

const marks = fc.record({
  bold: fc.boolean(),
  italic: fc.boolean(),
  link: fc.option(fc.record({ href, title: fc.constantFrom(null, null, 'A "title"') }), { nil: undefined, freq: 4 }),
})

/** What an editor makes: words, with emphasis that begins and ends at words. */
const words = fc.constantFrom(
  'talks',
  'Riga',
  'go on',
  '2*3',
  'a_b',
  'ferry.',
  '[sic]',
  'née',
  '(x)',
  '- dash',
  '1. one',
  '# tag',
  '*',
  '>',
)
const line = fc
  .array(fc.record({ marks, text: words }), { minLength: 1, maxLength: 4 })
  .map((parts): Piece[] =>
    trimEnds(joined(parts.flatMap(({ marks, text }, index) => [...(index === 0 ? [] : [{ ...plain, text: ' ' }]), { ...marks, text }]))),
  )
const plain: Piece = { text: '', bold: false, italic: false, link: undefined }

const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines): Block => ({ type: 'paragraph', ...withLines(lines) }))
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([level, one]): Block => ({ type: 'heading', attrs: { level }, ...withLines([one]) }))
const { block } = fc.letrec<{ block: Block; list: Block }>((tie) => ({
  list: fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([ordered, start, all]): Block => {
      const content = all.map((content) => ({ type: 'listItem' as const, content }))
      return ordered ? { type: 'orderedList', attrs: { start }, content } : { type: 'bulletList', content }
    }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 2 },
    paragraph,
    heading,
    tie('list'),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content): Block => ({ type: 'blockquote', content })),
  ),
}))

const inlineDoc = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((lines): Doc => ({ type: 'doc', content: lines.map((one) => ({ type: 'paragraph', ...withLines([one]) })) }))
const bodyDoc = fc.array(block, { minLength: 1, maxLength: 4 }).map((content): Doc => ({ type: 'doc', content }))

describe('a document', () => {
  test('of inline text is written and read again as it was', () => {
    fc.assert(
      fc.property(inlineDoc, (doc) => {
        expect(readDoc(printDoc(doc, 'inline'), 'inline')).toEqual(doc)
      }),
      { numRuns: 1000 },
    )
  })

  test('of a body is written and read again as it was', () => {
    fc.assert(
      fc.property(bodyDoc, (doc) => {
        expect(readDoc(printDoc(doc, 'body'), 'body')).toEqual(doc)
      }),
      { numRuns: 300 },
    )
  })
})

describe('stored text', () => {
  test('reads the same to readers after it went through an editor', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const printed = printDoc(readDoc(text, 'inline'), 'inline')
        expect(inlineText(printed)).toBe(inlineText(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('reads the same to readers after it went through an editor, as a body', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const printed = printDoc(readDoc(text, 'body'), 'body')
        expect(bodyText(printed)).toEqual(bodyText(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('is settled after one pass', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom('inline' as const, 'body' as const), (text, shape) => {
        const once = printDoc(readDoc(text, shape), shape)
        expect(printDoc(readDoc(once, shape), shape)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    'Talks go on.',
    'A **bold** word, *quiet* and [linked](https://example.org/?a=1&b=2).',
    '**Riga** - the leaders meet',
    'One line\nand **another**',
    'One\n\ntwo',
    '3 * 4 * 5, snake_case, [sic] and Q&A <live>',
    '[**bold** link](https://example.org/) first',
    '**all [of it](https://example.org/) bold**',
    'a_b **c**',
    'un*believ*able',
    '***both***',
  ])('comes back as it was: %s', (text) => {
    expect(printDoc(readDoc(text, 'inline'), 'inline')).toBe(text)
    expect(inlineHtml(text)).toBe(inlineHtml(printDoc(readDoc(text, 'inline'), 'inline')))
  })

  test('comes back as it was from a body', () => {
    const body =
      'The first.\nIts second line.\n\n## Then\n\n> "Quoted"\n>\n> on\n\n- one\n- *two*\n  - inner\n\n3. three\n4. four\n\n### Last\n\n- a\n\n* b'
    expect(printDoc(readDoc(body, 'body'), 'body')).toBe(body)
    expect(bodyHtml(printDoc(readDoc(body, 'body'), 'body'))).toBe(bodyHtml(body))
  })

  test('keeps as literal text what the subset does not know', () => {
    const [paragraph] = readDoc('![alt](https://a.b/c.png) `code` <b>x</b>', 'inline').content
    expect(JSON.stringify(paragraph)).toContain('`code` <b>x</b>')
  })
})
