import { describe, expect, it } from 'vitest'
import { setField } from '../../src/core/acts.ts'
import { contrast, readable } from '../../src/ui/accent.ts'
import { parseLink } from '../../src/ui/components/fields/link.ts'
import { rowHtml } from '../../src/ui/composables/words.ts'
import { finds, heldInPlace, lacks } from '../../src/ui/order.ts'
import { folded } from '../../src/core/search/words.ts'
import { Newsroom } from '../core/newsroom.ts'

function rail() {
  const newsroom = new Newsroom()
  for (const [time, kicker] of [
    ['22:30', 'first'],
    ['22:20', 'second'],
    ['22:10', 'third'],
  ] as const)
    newsroom.brief(time, kicker)
  const rows = newsroom.board().own
  const names = (of: typeof rows) => of.map((row) => row.brief.kicker)
  return { newsroom, rows, names }
}

describe('an open card', () => {
  it('stays where it was opened while its time would move it', () => {
    const { rows, names } = rail()
    const anchor = { id: rows[0]!.id, below: undefined }
    const moved = [rows[1]!, rows[2]!, rows[0]!]
    expect(names(heldInPlace(moved, anchor))).toEqual(['first', 'second', 'third'])
  })

  it('stays below the row it was below when others come above', () => {
    const { rows, names } = rail()
    const anchor = { id: rows[1]!.id, below: rows[0]!.id }
    const moved = [rows[1]!, rows[2]!, rows[0]!]
    expect(names(heldInPlace(moved, anchor))).toEqual(['third', 'first', 'second'])
  })

  it('goes to its own place where the row above is gone', () => {
    const { rows, names } = rail()
    expect(names(heldInPlace([rows[2]!, rows[1]!], { id: rows[1]!.id, below: rows[0]!.id }))).toEqual(['third', 'second'])
  })
})

describe('a ready brief', () => {
  it('says what it lacks', () => {
    const { newsroom, rows } = rail()
    const { id, record } = rows[0]!
    newsroom.edit([setField(record, id, 'text', ' '), setField(record, id, 'kicker', '')])
    expect(lacks(newsroom.board().own[0]!)).toEqual(['kicker', 'text'])
    expect(lacks(newsroom.board().own[1]!)).toEqual([])
  })
})

describe('find', () => {
  it('goes by words without case and accents', () => {
    const newsroom = new Newsroom()
    newsroom.brief('22:30', 'Şanlıurfa', { text: 'Überraschung' })
    const [row] = newsroom.board().own
    expect(finds(row!, folded('SANLI'))).toBe(true)
    expect(finds(row!, folded('uber'))).toBe(true)
    expect(finds(row!, folded('other'))).toBe(false)
  })
})

describe('a closed row', () => {
  it('shows emphasis and links without anything that could be tabbed to', () => {
    expect(rowHtml('A **ferry** [sank](https://example.org) <b>here</b>')).toBe(
      'A <strong>ferry</strong> <span class="link">sank</span> &lt;b&gt;here&lt;/b&gt;',
    )
  })
})

describe('an accent', () => {
  it('is readable on light and dark paper, whatever it is', () => {
    for (const accent of ['#ffff00', '#000000', '#ffffff', '#1d4a8c', '#ff0000', '#7f7f7f'])
      for (const paper of ['#ffffff', '#1a1c20']) expect(contrast(readable(accent, paper)!, paper)).toBeGreaterThanOrEqual(4.5)
  })

  it('stays as it is where it can be read', () => {
    expect(readable('#1d4a8c', '#ffffff')).toBe('#1d4a8c')
    expect(readable('', '#ffffff')).toBeUndefined()
  })
})

describe('a typed link', () => {
  it('gets a scheme where it has none, and is refused where it is no address', () => {
    expect(parseLink(' example.org/a ')).toEqual({ ok: true, value: 'https://example.org/a' })
    expect(parseLink('http://example.org')).toEqual({ ok: true, value: 'http://example.org' })
    expect(parseLink('')).toEqual({ ok: true, value: '' })
    expect(parseLink('javascript:alert(1)').ok).toBe(false)
    expect(parseLink('not an address').ok).toBe(false)
  })
})
