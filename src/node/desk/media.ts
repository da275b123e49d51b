/** Images of a desk: taking in their files, and finding those that an edition or a change names. */
import { mediaOfPage, mediaPath } from '../../core/bundle/figure.ts'
import type { EditSet } from '../../core/edit.ts'
import type { FrozenBrief, FrozenLead, Page } from '../../core/edition.ts'
import type { RecordId } from '../../core/ids.ts'
import { inspect, type Inspected } from '../../core/media/inspect.ts'
import { strip } from '../../core/media/strip.ts'
import { imageSchema, mediaName, mediaOf, type Media } from '../../core/model/image.ts'
import { DeskError } from '../failure.ts'
import { hashOf } from '../library/media.ts'
import type { DeskContext } from './context.ts'

/**
 * Keeps an image file without its metadata; answers what the record is to name.
 * @throws DeskError `refused` for what is no whole JPEG or PNG, whatever it was called
 */
export async function addMedia({ library }: DeskContext, data: string): Promise<Media> {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'))
  const found = inspect(bytes)
  const type = found.kind === 'image' && (found.type === 'jpg' ? 'image/jpeg' : found.type === 'png' ? 'image/png' : undefined)
  const kept = type === false || type === undefined ? undefined : strip(bytes, type)
  if (found.kind !== 'image' || !type || kept === undefined)
    throw new DeskError('refused', `${whyNot(found)} Nothing was kept; the words are as they were.`, { field: 'data' })
  const { width, height } = found
  const media: Media = { hash: hashOf(kept), type, width, height, size: kept.length }
  await library.media.add(mediaName(media), kept)
  return media
}

function whyNot(found: Inspected): string {
  switch (found.kind) {
    case 'tooLarge':
      return 'This image is larger than 25 MB.'
    case 'tooManyPixels':
      return `This image is ${String(found.width)} × ${String(found.height)} pixels, more than 50 megapixels.`
    case 'damaged':
      return 'This image is damaged: part of the file is missing.'
    case 'image':
    case 'other':
      return 'The library keeps JPEG and PNG, and this is neither.'
  }
}

/** Media come before the change that names them. @throws DeskError `not-found` */
export async function mustHoldMedia({ library }: DeskContext, sets: readonly EditSet[]): Promise<void> {
  for (const { record, field, to } of sets) {
    const image = field === 'image' && to !== undefined ? imageSchema.safeParse(to).data : undefined
    for (const media of image === undefined ? [] : mediaOf(image)) {
      if ((await library.media.read(mediaName(media))) !== undefined) continue
      throw new DeskError('not-found', 'The library does not hold this image, so it was not set. Choose it again.', {
        field: `${record} image`,
      })
    }
  }
}

/** A page as it can be launched, the media it names, and the records whose image is lost and therefore left out. */
export interface WithMedia<P extends Page> {
  readonly page: P
  readonly media: Map<string, Uint8Array>
  readonly lost: readonly RecordId[]
}

export async function withMedia<P extends Page>({ library }: DeskContext, page: P): Promise<WithMedia<P>> {
  const media = new Map<string, Uint8Array>()
  for (const one of mediaOfPage(page)) {
    const bytes = await library.media.read(mediaName(one))
    if (bytes !== undefined) media.set(mediaPath(one), bytes)
  }
  const lost: RecordId[] = []
  const held = <T extends FrozenLead | FrozenBrief>(item: T): T => {
    const { image, ...words } = item
    if (image === undefined || image.crops.every((crop) => media.has(mediaPath(crop)))) return item
    lost.push(item.record)
    return words as T
  }
  const { lead, briefs } = page
  const whole: P = { ...page, ...(lead === undefined ? {} : { lead: held(lead) }), briefs: briefs.map(held) }
  const named = new Set(mediaOfPage(whole).map(mediaPath))
  return { page: whole, media: new Map([...media].filter(([path]) => named.has(path))), lost }
}
