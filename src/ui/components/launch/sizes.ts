/** How large the files of a launch will be. */
import type { Edition, Page } from '../../../core/edition.ts'
import { filesOf, outputsOf } from '../../../core/model/outputs.ts'

export interface FileSize {
  readonly name: string
  readonly bytes: number
}

/** The files that a page's bundle will have, the manifest last. Some are made only where there is something to put into them. */
export function fileNames({ channel }: Pick<Page, 'channel'>): string[] {
  return [...filesOf(outputsOf(channel.outputs)), 'manifest.json']
}

/** The sizes of a page's files, as the edition of this number. What makes them is fetched when it is first needed. */
export async function sizesOf(page: Page, edition: Pick<Edition, 'number' | 'at' | 'by'>): Promise<FileSize[]> {
  const { bundle } = await import('../../../core/bundle/bundle.ts')
  const { mediaOfPage, mediaPath } = await import('../../../core/bundle/figure.ts')
  // What images hold is not known here, but how much.
  const media = new Map(mediaOfPage(page).map((one) => [mediaPath(one), new Uint8Array(one.size)]))
  const files = bundle({ ...page, ...edition, format: 1, opening: '0'.repeat(16) }, media)
  return [...files].map(([name, content]) => ({ name, bytes: content.length }))
}
