import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cropSizes, cutFor, masterSize } from '../../../src/core/media/crop.ts'
import { imageFormats, type ImageFormat } from '../../../src/core/model/image.ts'

const side = fc.integer({ min: 1, max: 9_000 })
const size = fc.record({ width: side, height: side })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const format = fc.constantFrom<ImageFormat>('lead', 'brief')

it('a cut has the page’s shape, lies within the image and holds the focal point', () => {
  fc.assert(
    fc.property(format, size, share, share, (of, image, x, y) => {
      const cut = cutFor(of, image, { x, y })
      const { across, down } = imageFormats[of]
      expect(Math.abs(cut.width * down - cut.height * across)).toBeLessThanOrEqual(Math.max(across, down))
      expect(cut.width === image.width || cut.height === image.height).toBe(true)
      expect(Math.min(cut.x, cut.y)).toBeGreaterThanOrEqual(0)
      expect(cut.x + cut.width).toBeLessThanOrEqual(image.width)
      expect(cut.y + cut.height).toBeLessThanOrEqual(image.height)
      expect(x * image.width).toBeGreaterThanOrEqual(cut.x - 1)
      expect(x * image.width).toBeLessThanOrEqual(cut.x + cut.width + 1)
      expect(y * image.height).toBeGreaterThanOrEqual(cut.y - 1)
      expect(y * image.height).toBeLessThanOrEqual(cut.y + cut.height + 1)
    }),
  )
})

it('crops come widest first, each in the cut’s shape, and a small image is not blown up', () => {
  fc.assert(
    fc.property(format, size, (of, image) => {
      const cut = cutFor(of, image, { x: 0.5, y: 0.5 })
      const sizes = cropSizes(of, cut)
      expect(sizes.length).toBeGreaterThan(0)
      expect(sizes.map(({ width }) => width)).toEqual([...new Set(sizes.map(({ width }) => width))].sort((a, b) => b - a))
      expect(Math.max(...sizes.map(({ width }) => width))).toBe(Math.min(cut.width, imageFormats[of].widths[0]))
    }),
  )
  expect(cropSizes('lead', { width: 4000, height: 2250 })).toEqual([
    { width: 1280, height: 720 },
    { width: 640, height: 360 },
  ])
  expect(cropSizes('brief', { width: 400, height: 300 })).toEqual([
    { width: 400, height: 300 },
    { width: 320, height: 240 },
  ])
  expect(cropSizes('brief', { width: 100, height: 75 })).toEqual([{ width: 100, height: 75 }])
})

it('a large image is kept smaller, in its own shape', () => {
  expect(masterSize({ width: 6000, height: 4000 })).toEqual({ width: 2560, height: 1707 })
  expect(masterSize({ width: 300, height: 200 })).toEqual({ width: 300, height: 200 })
  expect(masterSize({ width: 30_000, height: 1 })).toEqual({ width: 2560, height: 1 })
})
