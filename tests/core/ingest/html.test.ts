import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOfHtml } from '../../../src/core/ingest/html.ts'
import { inOneLine, paragraphsOf, plainParagraphs } from '../../../src/core/rich/pasted.ts'
import { wordsOf } from '../../../src/core/rich/doc.ts'
import { printDoc } from '../../../src/core/rich/print.ts'

const sample = (name: string): string => readFileSync(join(import.meta.dirname, 'clipboard', `${name}.html`), 'utf8')
const asBody = (html: string): string => printDoc({ type: 'doc', content: blocksOfHtml(html) }, 'body')

describe('HTML of the clipboard', () => {
  test('from Word comes in as words, emphasis, links and lists', () => {
    expect(asBody(sample('word'))).toBe(
      [
        '## Ferries resume',
        '“We are back,” said the harbour’s **head, Ana\u00A0Berg**, on [Monday](https://example.org/ferries).',
        '*The first boat* left at dawn – with 20\u00A0cars.\n- Two boats a day\n- No lorries',
        '3. A third point',
      ].join('\n\n'),
    )
  })

  test('from Google Docs is bold only where its style says so', () => {
    expect(asBody(sample('google-docs'))).toBe(
      [
        '## Night buses',
        'Two **night lines** return on *Friday*, [the city says](https://example.org/buses?a=1&b=2).\n- Line 8\n  - via the port\n- Line 12',
      ].join('\n\n'),
    )
  })

  test('from LibreOffice keeps quotes, their lines and the numbers of a list', () => {
    expect(asBody(sample('libreoffice'))).toBe(
      ['Der **Zoll** wird um ein Jahr verschoben.', '> „Wir sind *wieder da*“,\n> sagte sie.', '2. Zweitens\n3. Drittens'].join('\n\n'),
    )
  })

  test('from a web page brings no script, style, picture or link that readers cannot follow', () => {
    expect(asBody(sample('web-page'))).toBe(
      [
        '## Toll delayed',
        'The **city council** has delayed the toll by a year.',
        'A [*vote*](https://example.org/vote) follows in **May**.',
        'Write to [the desk](mailto:desk@example.org) & say <why>.',
        'For 12',
        'Against 9',
      ].join('\n\n'),
    )
  })

  test('comes in as paragraphs where a text holds only lines', () => {
    expect(paragraphsOf(blocksOfHtml(sample('libreoffice'))).map((lines) => lines.map(wordsOf))).toEqual([
      ['Der Zoll wird um ein Jahr verschoben.'],
      ['„Wir sind wieder da“,', 'sagte sie.'],
      ['Zweitens'],
      ['Drittens'],
    ])
  })

  test('reads as itself where it looks like Markdown', () => {
    expect(asBody('<p># 1 *of* [us](x)</p><p>- no list</p>')).toBe('\\# 1 \\*of\\* [us\\](x)\n\n\\- no list')
  })

  test('is read to its end whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<b>',
            '</b>',
            '<ul>',
            '<li>',
            '<ol>',
            '<a href="https://a.b">',
            '<br>',
            '&lt;',
            'word ',
            '&nbsp;',
            '<blockquote>',
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          const words = (text: string): string => text.replace(/[^a-z]+/g, ' ').trim()
          const read = paragraphsOf(blocksOfHtml(parts.join('')))
          expect(words(wordsOf(inOneLine(read)))).toBe(words(parts.filter((part) => part === 'word ').join('')))
        },
      ),
    )
    expect(asBody('<div>'.repeat(20_000))).toBe('')
    expect(asBody(`${'<ul><li>'.repeat(100)}deep`)).toContain('deep')
  })
})

test('plain text is parted by its blank lines, or else by its lines', () => {
  const words = (text: string) => plainParagraphs(text).map((lines) => lines.map(wordsOf))
  expect(words('One\ntwo\n\nthree\n')).toEqual([['One', 'two'], ['three']])
  expect(words('One\r\ntwo')).toEqual([['One'], ['two']])
  expect(words('  One ')).toEqual([['One']])
})
