/**
 * Image files with nothing in them but the image: no camera, place, person, program, thumbnail or comment. What is
 * kept is named here; everything else goes, whatever it is.
 */
import { assertNever } from '../assert.ts'
import type { MediaType } from '../model/image.ts'

/** A file's bytes without metadata; undefined where it is not whole. An orientation that metadata gave is lost: turn it first. */
export function strip(bytes: Uint8Array, type: MediaType): Uint8Array | undefined {
  switch (type) {
    case 'image/jpeg':
      return stripJpeg(bytes)
    case 'image/png':
      return stripPng(bytes)
    default:
      return assertNever(type)
  }
}

/** JPEG's segments (ITU-T T.81, annex B): frames, tables and scans, with the markers of JFIF, ICC and Adobe that say what colours are meant. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // The image ends here; what a camera appended does not belong to it.
    if (marker === 0xd9) return joined([...kept, bytes.subarray(at, at + 2)])
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = marker === 0xda ? endOfScan(bytes, at + 2 + length) : at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (isOfJpeg(marker, bytes.subarray(at + 4, at + 2 + length))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

function isOfJpeg(marker: number, content: Uint8Array): boolean {
  const starts = (name: string): boolean => String.fromCharCode(...content.subarray(0, name.length)) === name
  // A longer one holds a thumbnail.
  if (marker === 0xe0) return starts('JFIF\0') && content.length === 14
  if (marker === 0xe2) return starts('ICC_PROFILE\0')
  if (marker === 0xee) return starts('Adobe')
  return marker >= 0xc0 && marker <= 0xdf
}

/** Where the coded data after a scan's head end: at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
}

/** The chunks that say how an image looks (PNG, third edition, section 4.7). */
const ofPng = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP'])

export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (ofPng.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return undefined
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
