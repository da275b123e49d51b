import { describe, expect, it } from 'vitest'
import { acts, keyTable } from '../../src/core/keys.ts'
import { focusOf, inText, reaches } from '../../src/ui/composables/keys.ts'
import { keyName, match, typesLetter, type Press } from '../../src/ui/keys.ts'
import { letterGuard } from '../../src/ui/typing.ts'

const press = (key: string, more: Partial<Omit<Press, 'getModifierState'>> & { altGraph?: boolean } = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
  getModifierState: () => more.altGraph === true,
})
const act = (...given: Parameters<typeof press>) => match(press(...given), false)?.act

describe('a key press', () => {
  it('is an act of the table', () => {
    expect(act('n')).toBe('newBrief')
    expect(act('N', { shiftKey: true })).toBe('newBelow')
    expect(act('T', { shiftKey: true })).toBe('retimeToFit')
    expect(act('z', { ctrlKey: true })).toBe('undo')
    expect(act('Z', { ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(act('y', { ctrlKey: true })).toBe('redo')
    expect(act('ArrowUp', { altKey: true })).toBe('moveUp')
    expect(act('q')).toBeUndefined()
  })

  it('goes by Cmd instead of Ctrl on a Mac', () => {
    expect(match(press('z', { metaKey: true }), true)?.act).toBe('undo')
    expect(match(press('z', { ctrlKey: true }), true)).toBeUndefined()
    expect(match(press('z', { metaKey: true }), false)).toBeUndefined()
  })

  it('is the same with Caps Lock', () => {
    expect(act('N')).toBe('newBrief')
  })

  it('goes by its place on the keyboard where the layout is not Latin', () => {
    expect(act('т', { code: 'KeyN' })).toBe('newBrief')
    expect(act('Е', { code: 'KeyT', shiftKey: true })).toBe('retimeToFit')
    expect(act('я', { code: 'KeyZ', ctrlKey: true })).toBe('undo')
    expect(act('х', { code: 'BracketLeft' })).toBe('dayBefore')
    expect(act('Х', { code: 'BracketLeft', shiftKey: true })).toBe('channelBefore')
  })

  it('goes by its letter on a Latin layout, wherever that lies', () => {
    expect(act('z', { code: 'KeyY', ctrlKey: true })).toBe('undo')
    expect(act('r', { code: 'KeyO' })).toBe('readyOrDraft')
  })

  it('takes signs however a layout makes them', () => {
    expect(act('?', { code: 'Minus', shiftKey: true })).toBe('keySheet')
    expect(act('.', { code: 'Period' })).toBe('now')
  })

  it('never acts while composing, with AltGr, or as a letter on repeat', () => {
    expect(act('n', { isComposing: true })).toBeUndefined()
    expect(act('n', { altGraph: true, ctrlKey: true, altKey: true })).toBeUndefined()
    expect(act('n', { repeat: true })).toBeUndefined()
    expect(act('ArrowDown', { repeat: true })).toBe('selectDown')
  })

  it('is one act alone, whatever the key', () => {
    const keys = acts.flatMap((one) => keyTable[one].keys)
    expect(new Set(keys.map((one) => one.toLowerCase())).size).toBe(keys.length)
  })

  it('has a name that people read', () => {
    expect(keyName('Mod+Shift+z', false)).toBe('Ctrl+Shift+Z')
    expect(keyName('Alt+ArrowUp', true)).toBe('Option+↑')
  })
})

describe('where the focus is', () => {
  const page = document.createElement('div')
  page.innerHTML = `
    <div data-row="a" id="row"><div data-card><textarea id="field"></textarea><button id="button"></button></div></div>
    <input id="find"><button id="launch"></button>
    <div role="dialog"><input id="palette"></div>
    <section data-pane="side"><div role="dialog"><button id="sheet"></button></div></section>`
  document.body.append(page)
  const at = (id: string) => page.querySelector(`#${id}`)!
  const goes = (key: string, id: string, more: Parameters<typeof press>[1] = {}): boolean => {
    const binding = match(press(key, more), false)
    return binding !== undefined && reaches(binding, focusOf(at(id)), inText(at(id)))
  }

  it('decides that letters act on rows of the board alone', () => {
    expect(goes('n', 'row')).toBe(true)
    for (const id of ['field', 'button', 'find', 'launch', 'palette']) expect(goes('n', id)).toBe(false)
  })

  it('leaves Enter and the arrows to what has the focus', () => {
    expect(goes('Enter', 'row')).toBe(true)
    expect(goes('Enter', 'launch')).toBe(false)
    expect(goes('ArrowDown', 'field')).toBe(false)
  })

  it('keeps undo in a field within it', () => {
    expect(goes('z', 'field', { ctrlKey: true })).toBe(false)
    expect(goes('z', 'find', { ctrlKey: true })).toBe(false)
    expect(goes('z', 'row', { ctrlKey: true })).toBe(true)
    expect(goes('z', 'button', { ctrlKey: true })).toBe(true)
  })

  it('closes and readies a card from within it alone', () => {
    expect(goes('Escape', 'field')).toBe(true)
    expect(goes('Enter', 'field', { ctrlKey: true })).toBe(true)
    expect(goes('Enter', 'row', { ctrlKey: true })).toBe(false)
    // On a row it ends a selection.
    expect(goes('Escape', 'row')).toBe(true)
  })

  it('keeps a dialog’s keys to itself, but not the launch sheet’s, which lies beside the board', () => {
    expect(goes('f', 'palette', { ctrlKey: true })).toBe(false)
    expect(goes('Enter', 'sheet', { ctrlKey: true, shiftKey: true })).toBe(true)
  })
})

describe('letters typed on the board', () => {
  it('act until three come within a second, and again once nobody typed for a second', () => {
    let now = 0
    const guard = letterGuard(() => now)
    const after = (wait: number) => {
      now += wait
      return guard.press(true)
    }
    expect(after(0)).toEqual({ kind: 'free' })
    expect(after(200)).toEqual({ kind: 'free' })
    expect(after(200)).toEqual({ kind: 'stopped', acts: 2 })
    expect(after(200)).toEqual({ kind: 'typing' })
    expect(after(900)).toEqual({ kind: 'typing' })
    expect(after(1_000)).toEqual({ kind: 'free' })
  })

  it('count in any script, but not with Ctrl or as signs', () => {
    expect(typesLetter(press('ж'))).toBe(true)
    expect(typesLetter(press('a', { ctrlKey: true }))).toBe(false)
    expect(typesLetter(press('.'))).toBe(false)
    expect(typesLetter(press('Enter'))).toBe(false)
  })

  it('that come slowly all act', () => {
    let now = 0
    const guard = letterGuard(() => (now += 600))
    for (let key = 0; key < 10; key += 1) expect(guard.press(true).kind).toBe('free')
  })
})
