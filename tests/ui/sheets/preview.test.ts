import { describe, expect, it } from 'vitest'
import { anchorAt, scrollFor } from '../../../src/ui/components/preview/scroll.ts'
import { pageBox } from '../../../src/ui/components/preview/width.ts'

describe('keeping one’s place on a page that is made anew', () => {
  const parts = [
    { id: 'lead', top: -900, bottom: -100 },
    { id: 'a', top: -40, bottom: 60 },
    { id: 'b', top: 80, bottom: 180 },
  ]

  it('holds on to the first part in view', () => {
    expect(anchorAt(parts)).toEqual({ id: 'a', below: -40 })
    expect(anchorAt([])).toBeUndefined()
  })

  it('scrolls so that the same part stands at the same height, whatever grew above it', () => {
    const grown = [
      { id: 'lead', top: 0, bottom: 1000 },
      { id: 'a', top: 1060, bottom: 1160 },
    ]
    expect(scrollFor({ top: 900, anchor: { id: 'a', below: -40 } }, grown, 0)).toBe(1100)
  })

  it('stays as far from the top where that part is gone', () => {
    expect(scrollFor({ top: 900, anchor: { id: 'gone', below: 0 } }, parts, 0)).toBe(900)
    expect(scrollFor({ top: 0, anchor: undefined }, parts, 0)).toBe(0)
  })
})

describe('the width of the page', () => {
  it('is a phone’s, centred, and never more than the room', () => {
    expect(pageBox({ width: 440, height: 700 }, 'phone')).toEqual({ width: 390, height: 700, left: 25, scale: 1 })
    expect(pageBox({ width: 300, height: 700 }, 'phone')).toMatchObject({ width: 300, left: 0 })
  })

  it('is a desktop’s, drawn smaller until it fits the room exactly', () => {
    const box = pageBox({ width: 440, height: 700 }, 'desktop')
    expect(box.width * box.scale).toBeCloseTo(440)
    expect(box.height * box.scale).toBeCloseTo(700)
    expect(pageBox({ width: 1500, height: 700 }, 'desktop')).toMatchObject({ width: 1500, scale: 1 })
  })
})
