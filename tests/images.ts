/** Small image files as cameras and programs write them, with what they say about people and places. */

/** 24 × 16 pixels, with nothing else in them. */
export const jpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABcBAAMBAAAAAAAAAAAAAAAAAAECAwT/xAAZEQADAAMAAAAAAAAAAAAAAAAAAxESEyH/2gAMAwEAAhEDEQA/AKzLAKEar20VjMwA0Ez/2Q==',
)
export const png = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAAQ0lEQVR4AezRwQkAIAwDwNBRdARX6E46pDvFDZqHiJ8U8istXIJ7sErLyZsEHo8fSGATaaK+ElXkBbHgDgQQYKL/RAcAAP//TOmKHAAAAAZJREFUAwBdVzzBeWYP/QAAAABJRU5ErkJggg==',
)

/** What no file of a library or bundle may hold. */
export const secrets = ['SECRET-PLACE', 'SECRET-PERSON', 'SECRET-PROGRAM', 'SECRET-COMMENT']

/** A camera's photo, lying on its side: with place (Exif GPS), person (XMP), program (IPTC) and a comment. */
export function photo(of: Uint8Array = jpeg): Uint8Array {
  const xmp = 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-PERSON</x:xmpmeta>'
  const segments = [segment(0xe1, exif()), segment(0xe1, latin(xmp)), segment(0xed, latin('Photoshop 3.0\0SECRET-PROGRAM'))]
  return joined(of.subarray(0, 2), ...segments, segment(0xfe, latin('SECRET-COMMENT')), of.subarray(2), latin('SECRET-PLACE'))
}

/** A PNG with texts, a time and Exif. */
export function annotatedPng(of: Uint8Array = png): Uint8Array {
  const texts = [
    chunk('tEXt', 'Author\0SECRET-PERSON'),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0SECRET-PROGRAM'),
    chunk('eXIf', 'II*\0SECRET-PLACE'),
  ]
  return joined(of.subarray(0, 33), ...texts, of.subarray(33))
}

/** The same file claiming another size. */
export function claiming(width: number, height: number): Uint8Array {
  const file = Uint8Array.from(png)
  new DataView(file.buffer).setUint32(16, width)
  new DataView(file.buffer).setUint32(20, height)
  return file
}

/** Exif 2.32, section 4.6: Orientation 6 (turned to the right), a description, and a GPS folder. */
function exif(): Uint8Array {
  const file = Buffer.alloc(160)
  file.write('Exif\0\0II*\0', 'latin1')
  const tiff = file.subarray(6)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(3, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  entry(10, 0x010e, 2, 13, 80)
  entry(22, 0x0112, 3, 1, 6)
  entry(34, 0x8825, 4, 1, 50)
  tiff.writeUInt16LE(1, 50)
  entry(52, 0x0001, 2, 2, 0x4e)
  tiff.write('SECRET-PLACE\0', 80, 'latin1')
  return file
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  return joined(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content)
}

/** Its checksum is left out: nobody who drops a chunk looks at it. */
function chunk(name: string, content: string): Uint8Array {
  const head = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, content.length)
  return joined(head, latin(name + content), new Uint8Array(4))
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
