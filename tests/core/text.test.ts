import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../src/core/model/field.ts'
import {
  bodyHtml,
  bodyText,
  escapeHtml,
  escapeText,
  inlineHtml,
  inlineText,
  plainHtml,
  safeAddress,
  tidyText,
} from '../../src/core/text.ts'

/** Text of a kind that trips up Markdown: its marks, spaces and line ends among words, and anything else. */
const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('\\*_[]()#>-+1.)`<&!~|: \t\n\u00A0ab…é\u{1F6A2}')) }) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom('**', '__', '](', '](http://a.b)', '- ', '1. ', '# ', '> ', '\n', ' ', 'word', '\\'), { maxLength: 20 })
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
  .map(cleanText)

/** What is left of HTML when the tags that the subset writes are taken out, as text. */
function withoutOurTags(html: string): string {
  return html
    .replace(/<br>/g, '\n')
    .replace(/<\/?(?:p|h2|h3|blockquote|ul|ol|li|strong|em|a)>|<ol start="\d+">|<a href="(?:https?:\/\/|mailto:)[^"<>\s]+">/gi, '')
}

describe('plain text that comes in', () => {
  test('reads as itself in a brief', () => {
    fc.assert(
      fc.property(text, (plain) => {
        expect(inlineText(escapeText(plain))).toBe(tidyText(plain))
      }),
      { numRuns: 3000 },
    )
  })

  test('reads as itself in a body, with no subhead, quote or list made of it', () => {
    fc.assert(
      fc.property(text, (plain) => {
        expect(bodyText(escapeText(plain)).join('\n')).toBe(tidyText(plain))
        expect(bodyHtml(escapeText(plain))).not.toMatch(/<(?!\/?p>|br>)/)
      }),
      { numRuns: 3000 },
    )
  })

  test('reads as itself beside other text that came in', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(!/\s$/.test(one) && !/^\s/.test(other) && !one.includes('\uFEFF') && !other.includes('\uFEFF'))
        expect(inlineText(escapeText(one) + escapeText(other))).toBe(tidyText(one + other))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    'C:\\Users\\Ana',
    'the [sic] word',
    '3 * 4 * 5',
    'snake_case_name',
    'EstLink 2: 14.30',
    'Q&A <live>',
    '"We are back," said its head.',
  ])('is left as it was typed where nothing in it could be a mark: %s', (plain) => {
    expect(escapeText(plain)).toBe(plain)
  })
})

describe('what goes out', () => {
  test('holds no markup that is not of the subset', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        expect(withoutOurTags(inlineHtml(markdown))).not.toMatch(/[<>"]/)
        expect(withoutOurTags(bodyHtml(markdown))).not.toMatch(/[<>"]/)
      }),
      { numRuns: 3000 },
    )
  })

  test('shows in HTML the words that it shows as text', () => {
    const shown = (html: string) =>
      withoutOurTags(html.replace(/<\/(?:p|h2|h3|li)>/g, '\n'))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    fc.assert(
      fc.property(text, (markdown) => {
        expect(tidyText(shown(inlineHtml(markdown)))).toBe(inlineText(markdown))
        expect(tidyText(shown(bodyHtml(markdown)))).toBe(bodyText(markdown).join('\n'))
      }),
      { numRuns: 3000 },
    )
  })

  test('knows bold, italic and links', () => {
    expect(inlineHtml('A **bold**, *quiet* and [linked](https://example.org/?a=1&b="2") word')).toBe(
      'A <strong>bold</strong>, <em>quiet</em> and <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">linked</a> word',
    )
    expect(inlineHtml('[Write](mailto:desk@example.org) to us')).toBe('<a href="mailto:desk@example.org">Write</a> to us')
  })

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/path',
    '#x',
    '<java\tscript:x>',
    'java&#115;cript:x',
  ])('makes text of a link to %s', (address) => {
    expect(inlineHtml(`[here](${address})`)).not.toContain('<')
  })

  test('keeps line breaks and drops blank lines', () => {
    expect(inlineHtml('One\n\n  two  \nthree')).toBe('One<br>two<br>three')
    expect(inlineHtml('*One*\n\n  two  \nthree')).toBe('<em>One</em><br>two<br>three')
    expect(inlineText('*One*\r\n\r\n\ttwo\u2028three')).toBe('One\ntwo\nthree')
    expect(plainHtml(' A\n\n B & C ')).toBe('A<br>B &amp; C')
  })

  test('leaves HTML, images, code and autolinks as the words they are', () => {
    expect(inlineHtml('<b>x</b> `y` <https://example.org> &lt; \\<')).toBe(
      '&lt;b&gt;x&lt;/b&gt; `y` &lt;https://example.org&gt; &amp;lt; &lt;',
    )
    expect(bodyHtml('<script>\nalert(1)\n</script>')).toBe('<p>&lt;script&gt;<br>alert(1)<br>&lt;/script&gt;</p>')
    expect(bodyHtml('```\nx\n```')).toBe('<p>```<br>x<br>```</p>')
  })

  test('says nothing for nothing', () => {
    for (const nothing of ['', ' \n\t\n', '[](https://example.org)']) {
      expect(inlineHtml(nothing)).toBe('')
      expect(inlineText(nothing)).toBe('')
      expect(bodyHtml(nothing)).toBe('')
      expect(bodyText(nothing)).toEqual([])
    }
  })
})

describe('a body', () => {
  const body = 'The first.\nIts second line.\n\n## Then\n\n> "Quoted"\n\n- one\n- *two*\n  - inner\n\n3. three\n4. four\n\n### Last'

  test('has paragraphs, subheads, quotes and lists', () => {
    expect(bodyHtml(body)).toBe(
      '<p>The first.<br>Its second line.</p><h2>Then</h2><blockquote><p>&quot;Quoted&quot;</p></blockquote>' +
        '<ul><li>one</li><li><p><em>two</em></p><ul><li>inner</li></ul></li></ul><ol start="3"><li>three</li><li>four</li></ol><h3>Last</h3>',
    )
    expect(bodyHtml('# A\n### B', 3)).toBe('<h3>A</h3><h4>B</h4>')
  })

  test('reads line by line', () => {
    expect(bodyText(body)).toEqual(['The first.', 'Its second line.', 'Then', '"Quoted"', 'one', 'two', 'inner', 'three', 'four', 'Last'])
  })

  test('of nothing but marks is written without end or harm', () => {
    for (const marks of ['>', '- ', '1. ', '> - ', '[', '*a ']) expect(bodyText(marks.repeat(20_000)).length).toBeLessThan(3)
  })
})

test('escaping covers what HTML and XML ask for', () => {
  expect(escapeHtml(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;'&amp;'&lt;/a&gt;")
  expect(safeAddress('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
  expect(safeAddress('https://example.org/\u0000x')).toBeUndefined()
  expect(safeAddress(' javascript:x')).toBeUndefined()
})
