/**
 * Images drawn anew by the browser. What comes out is upright, in the sizes that the desk needs, and holds nothing but
 * its pixels: a camera's or a program's metadata stay behind.
 */
import { assertNever } from '../core/assert.ts'
import { cropSizes, cutFor, masterSize } from '../core/media/crop.ts'
import { inspect, mostBytes, mostPixels, type ImageType } from '../core/media/inspect.ts'
import { mediaName, type Focus, type Image, type ImageFormat, type Media, type MediaType } from '../core/model/image.ts'
import { t } from './i18n.ts'

/** Why a file is not taken, in words for people. */
export class ImageRefused extends Error {
  override readonly name = 'ImageRefused'
}

/** Keeps a file in the library. Rejects where it could not. */
export type Keep = (file: Blob) => Promise<Media>

/** Where a host serves a media file. */
export function addressOf(media: Pick<Media, 'hash' | 'type'>): string {
  return `/media/${mediaName(media)}`
}

const centre: Focus = { x: 0.5, y: 0.5 }
const quality = 0.88

/** A chosen file as an image of the library, cut around its centre; `still` where more than its first frame may be lost. */
export async function takeImage(
  file: File,
  format: ImageFormat,
  keep: Keep,
  signal: AbortSignal,
): Promise<{ image: Image; still: boolean }> {
  const type = await typeOf(file)
  const bitmap = await decode(file).catch(() => {
    throw new ImageRefused(t('image.refused.damaged', { name: file.name }))
  })
  signal.throwIfAborted()
  const size = masterSize(bitmap)
  const drawn = draw(bitmap, { x: 0, y: 0, width: bitmap.width, height: bitmap.height }, size)
  bitmap.close()
  const as: MediaType = type !== 'jpg' && isSeeThrough(drawn) ? 'image/png' : 'image/jpeg'
  const master = await keep(await drawn.convertToBlob({ type: as, quality }))
  signal.throwIfAborted()
  const crops = await cropsOf(drawn, as, format, centre, keep, signal)
  return { image: { master, focus: centre, crops }, still: type === 'gif' }
}

/** The same image cut around another point. */
export async function cutAnew({ master }: Image, format: ImageFormat, focus: Focus, keep: Keep, signal: AbortSignal): Promise<Image> {
  const answer = await fetch(addressOf(master), { signal })
  if (!answer.ok) throw new ImageRefused(t('image.missing'))
  const bitmap = await decode(await answer.blob())
  const crops = await cropsOf(bitmap, master.type, format, focus, keep, signal)
  bitmap.close()
  return { master, focus, crops }
}

/** Told by the file's own bytes. Rejects with ImageRefused for what is no image that the desk takes. */
async function typeOf(file: File): Promise<ImageType> {
  const { name } = file
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
  const tooLarge = { name, size: megabytes(file.size), most: megabytes(mostBytes) }
  if (file.size > mostBytes) throw new ImageRefused(t('image.refused.tooLarge', tooLarge))
  const found = inspect(new Uint8Array(await file.arrayBuffer()))
  switch (found.kind) {
    case 'image':
      return found.type
    case 'other':
      throw new ImageRefused(t(`image.refused.${found.type}`, { name }))
    case 'damaged':
      throw new ImageRefused(t('image.refused.damaged', { name }))
    case 'tooLarge':
      throw new ImageRefused(t('image.refused.tooLarge', tooLarge))
    case 'tooManyPixels': {
      const { width, height } = found
      throw new ImageRefused(t('image.refused.tooManyPixels', { name, width, height, most: mostPixels / 1_000_000 }))
    }
    default:
      return assertNever(found)
  }
}

/** Decoded beside what is typed, and turned as its metadata say. */
function decode(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file)
}

async function cropsOf(
  source: ImageBitmap | OffscreenCanvas,
  type: MediaType,
  format: ImageFormat,
  focus: Focus,
  keep: Keep,
  signal: AbortSignal,
): Promise<Media[]> {
  const cut = cutFor(format, source, focus)
  const crops: Media[] = []
  for (const size of cropSizes(format, cut)) {
    crops.push(await keep(await draw(source, cut, size).convertToBlob({ type, quality })))
    signal.throwIfAborted()
  }
  return crops
}

interface Size {
  readonly width: number
  readonly height: number
}

function draw(source: CanvasImageSource, from: Size & { x: number; y: number }, { width, height }: Size): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, from.x, from.y, from.width, from.height, 0, 0, width, height)
  return canvas
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas to draw on.')
  return context
}

/** Whether anything would shine through it. */
function isSeeThrough(canvas: OffscreenCanvas): boolean {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

/** A file's bytes in base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.onerror = () => {
      reject(reader.error ?? new Error('The file could not be read.'))
    }
    reader.readAsDataURL(file)
  })
}
