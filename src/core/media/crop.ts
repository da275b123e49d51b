/** Cutting an image to the shapes that pages need, around its focal point. */
import { imageFormats, type Focus, type ImageFormat } from '../model/image.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** A part of an image, in its pixels. */
export interface Rect extends Size {
  readonly x: number
  readonly y: number
}

/** The largest part of a format's shape, as near to centred on the focal point as the image allows. */
export function cutFor(format: ImageFormat, { width, height }: Size, focus: Focus): Rect {
  const { across, down } = imageFormats[format]
  const wide = width * down > height * across
  const cut = wide
    ? { width: Math.max(1, Math.round((height * across) / down)), height }
    : { width, height: Math.max(1, Math.round((width * down) / across)) }
  return { x: start(focus.x, cut.width, width), y: start(focus.y, cut.height, height), ...cut }
}

function start(focus: number, part: number, whole: number): number {
  return Math.max(0, Math.min(whole - part, Math.round(focus * whole - part / 2)))
}

/** How large each crop of a format is made of a cut, widest first. A small image is not blown up. */
export function cropSizes(format: ImageFormat, cut: Size): Size[] {
  const { widths } = imageFormats[format]
  const fitting: readonly number[] = widths.filter((width) => width < cut.width)
  const all = fitting.length === widths.length ? fitting : [Math.min(cut.width, widths[0]), ...fitting]
  return all.map((width) => ({ width, height: Math.max(1, Math.round((width * cut.height) / cut.width)) }))
}

/** The longest side of what the library keeps of an image, in pixels. */
const longest = 2560

/** The size in which an image is kept. */
export function masterSize({ width, height }: Size): Size {
  const by = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) }
}
