/** What a file is by its bytes, whatever its name says, before anything decodes it. */
import { imageSize } from 'image-size'
import { stripJpeg, stripPng } from './strip.ts'

/** Beyond these a file is refused: in bytes, and in pixels once it is decoded. */
export const mostBytes = 25 * 1024 * 1024
export const mostPixels = 50_000_000

/** What browsers can draw, and the desk takes. */
export type ImageType = 'jpg' | 'png' | 'webp' | 'gif' | 'avif'

/** What a file is that the desk does not take for an image; `unknown` is none of these. */
export type OtherType = 'empty' | 'text' | 'svg' | 'pdf' | 'heic' | 'tiff' | 'bmp' | 'video' | 'archive' | 'unknown'

export type Inspected =
  | { readonly kind: 'image'; readonly type: ImageType; readonly width: number; readonly height: number }
  | { readonly kind: 'other'; readonly type: OtherType }
  /** Its end is missing, or its head makes no sense. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'tooManyPixels'; readonly width: number; readonly height: number }

/** Looks at a file's head, and at its end. Decodes nothing. */
export function inspect(bytes: Uint8Array): Inspected {
  if (bytes.length > mostBytes) return { kind: 'tooLarge', bytes: bytes.length }
  const type = imageTypeOf(bytes)
  if (type === undefined) return { kind: 'other', type: otherTypeOf(bytes) }
  const size = sizeOf(bytes)
  if (size === undefined || !isWhole(bytes, type)) return { kind: 'damaged' }
  if (size.width * size.height > mostPixels) return { kind: 'tooManyPixels', ...size }
  return { kind: 'image', type, ...size }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}

/** Whether nothing is cut off the end, as far as that can be told without decoding. */
function isWhole(bytes: Uint8Array, type: ImageType): boolean {
  switch (type) {
    case 'jpg':
      return stripJpeg(bytes) !== undefined
    case 'png':
      return stripPng(bytes) !== undefined
    case 'webp':
      // RIFF: the length stands in bytes 4 to 7, the lowest first, and does not count the eight before it.
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length
    case 'gif':
    case 'avif':
      return true
  }
}

const starts: readonly (readonly [OtherType, string])[] = [
  ['pdf', '%PDF'],
  ['archive', 'PK\u0003\u0004'],
  ['archive', '\u001f\u008b'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['bmp', 'BM'],
]
const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']

function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  const head = latin(bytes, 0, 16)
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg'
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  return head.slice(4, 8) === 'ftyp' && ['avif', 'avis'].includes(head.slice(8, 12)) ? 'avif' : undefined
}

function otherTypeOf(bytes: Uint8Array): OtherType {
  if (bytes.length === 0) return 'empty'
  const head = latin(bytes, 0, 16)
  const known = starts.find(([, start]) => head.startsWith(start))
  if (known !== undefined) return known[0]
  if (head.slice(4, 8) === 'ftyp') return heicBrands.includes(head.slice(8, 12)) ? 'heic' : 'video'
  if (head.startsWith('\u001aE\u00df\u00a3')) return 'video'
  const text = latin(bytes, 0, 1_000)
  if (/<svg[\s>]/i.test(text)) return 'svg'
  // eslint-disable-next-line no-control-regex -- what text does not hold
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? 'unknown' : 'text'
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
