import { describe, expect, it } from 'vitest'
import { inspect, mostBytes } from '../../../src/core/media/inspect.ts'
import { stripJpeg, stripPng } from '../../../src/core/media/strip.ts'
import { annotatedPng, claiming, jpeg, photo, png, secrets } from '../../images.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('a file is known by its bytes', () => {
  it.each([
    ['a JPEG', jpeg, 'jpg'],
    ['a photo', photo(), 'jpg'],
    ['a PNG', png, 'png'],
    ['a PNG with texts', annotatedPng(), 'png'],
  ])('%s', (_, bytes, type) => {
    expect(inspect(bytes)).toEqual({ kind: 'image', type, width: 24, height: 16 })
  })

  it.each([
    ['nothing', text(''), 'empty'],
    ['words', text('Just some words, ąčęė.'), 'text'],
    ['a page', text('<!doctype html><p>Words'), 'text'],
    ['a drawing', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'svg'],
    ['a PDF', text('%PDF-1.7\n'), 'pdf'],
    ['a phone’s photo', text('\0\0\0\u0018ftypheic\0\0\0\0'), 'heic'],
    ['a video', text('\0\0\0\u0018ftypmp42\0\0\0\0'), 'video'],
    ['a document', text('PK\u0003\u0004'), 'archive'],
    ['a scan', text('II*\0\u0008\0\0\0'), 'tiff'],
    ['noise', Uint8Array.of(1, 2, 3, 4, 0, 250), 'unknown'],
  ])('%s is no image, whatever it is called', (_, bytes, type) => {
    expect(inspect(bytes)).toEqual({ kind: 'other', type })
  })

  it('an image that lacks its end is damaged, wherever it was cut', () => {
    for (const whole of [jpeg, png, photo()]) {
      const end = whole === jpeg || whole === png ? whole.length : whole.length - 'SECRET-PLACE'.length
      for (let length = 12; length < end; length += 7) expect(inspect(whole.subarray(0, length)).kind, String(length)).toBe('damaged')
    }
  })

  it('one that would fill the memory is refused before anything decodes it', () => {
    expect(inspect(claiming(60_000, 60_000))).toEqual({ kind: 'tooManyPixels', width: 60_000, height: 60_000 })
    expect(inspect(new Uint8Array(mostBytes + 1))).toEqual({ kind: 'tooLarge', bytes: mostBytes + 1 })
  })
})

describe('stripped', () => {
  const says = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

  it('a photo keeps its image and loses place, person, program and comment', () => {
    for (const secret of secrets) expect(says(photo())).toContain(secret)
    expect(stripJpeg(photo())).toEqual(jpeg)
  })

  it('a PNG keeps its image and loses its texts', () => {
    expect(says(annotatedPng())).toContain('SECRET-PERSON')
    expect(stripPng(annotatedPng())).toEqual(png)
  })

  it('what has nothing to lose stays as it is', () => {
    expect(stripJpeg(jpeg)).toEqual(jpeg)
    expect(stripPng(png)).toEqual(png)
  })
})
