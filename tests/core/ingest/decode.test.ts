import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { decodeText } from '../../../src/core/ingest/decode.ts'

const written = 'Night buses – “two lines” for 5 € in Šiauliai\r\n\u{1F68C}'

function utf16(text: string, endian: 'little' | 'big'): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))]
  return Uint8Array.from(units.flatMap((unit) => (endian === 'little' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

test('any text is read from UTF-8 and UTF-16, with a mark or without', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'))
      expect(decodeText(strToU8(text))).toBe(text)
      expect(decodeText(strToU8(`\uFEFF${text}`))).toBe(text)
      expect(decodeText(utf16(text, 'little'))).toBe(text)
      expect(decodeText(utf16(text, 'big'))).toBe(text)
    }),
  )
  expect(decodeText(strToU8(written))).toBe(written)
})

test('long UTF-16 is read whole', () => {
  const long = written.repeat(5_000)
  expect(decodeText(utf16(long, 'little'))).toBe(long)
})

test('what is not UTF-8 is Windows-1252', () => {
  expect(decodeText(Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80, 0x20, 0x8a))).toBe(
    '“café” – 5 € Š',
  )
  // UTF-8 that was cut within a character.
  expect(decodeText(strToU8('café').subarray(0, 4))).toBe('cafÃ')
})

test('a replacement character that is written is no error', () => {
  expect(decodeText(strToU8('caf\uFFFD'))).toBe('caf\uFFFD')
})

test('what holds NUL is no text', () => {
  expect(decodeText(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toBeUndefined()
  expect(decodeText(Uint8Array.of(0x61, 0x00, 0x62))).toBeUndefined()
})

test('nothing is an empty text', () => {
  expect(decodeText(new Uint8Array())).toBe('')
})

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeText(bytes)))
})
