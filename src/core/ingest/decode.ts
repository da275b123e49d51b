/** The bytes of an imported file as text. */
import { strFromU8, strToU8 } from 'fflate'

/**
 * UTF-8, UTF-16 where a byte order mark says so, else Windows-1252, as old text files are.
 * Undefined for what is no text: it holds NUL.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decode(bytes)
  return text.includes('\0') ? undefined : text
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16(bytes.subarray(2), 'little')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return fromUtf16(bytes.subarray(2), 'big')
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return fromUtf8(marked ? bytes.subarray(3) : bytes) ?? fromWindows1252(bytes)
}

/** Undefined where the bytes are not UTF-8: the decoder puts U+FFFD for them, which is written as other bytes. */
function fromUtf8(bytes: Uint8Array): string | undefined {
  const text = strFromU8(bytes)
  const again = strToU8(text)
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]) ? text : undefined
}

function fromUtf16(bytes: Uint8Array, endian: 'little' | 'big'): string {
  const high = endian === 'little' ? 1 : 0
  const units: number[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2) units.push((bytes[at + high] ?? 0) * 256 + (bytes[at + 1 - high] ?? 0))
  const parts: string[] = []
  // An argument list has its limits.
  for (let at = 0; at < units.length; at += 8192) parts.push(String.fromCharCode(...units.slice(at, at + 8192)))
  return parts.join('')
}

// The code points of bytes 80 to 9F (WHATWG Encoding, index windows-1252); the others are their own.
const upper =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

function fromWindows1252(bytes: Uint8Array): string {
  return strFromU8(bytes, true).replace(/[\u0080-\u009F]/g, (unit) => upper[unit.charCodeAt(0) - 0x80] ?? unit)
}
