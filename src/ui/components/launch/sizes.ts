/** How large the files of a launch will be. */
import type { Edition, Page } from '../../../core/edition.ts'

export interface FileSize {
  readonly name: string
  readonly bytes: number
}

/** The files of a bundle, the manifest last. */
export const fileNames = ['index.html', 'rail.html', 'rail.json', 'feed.json', 'rss.xml', 'atom.xml', 'manifest.json'] as const

/** The sizes of a page's files, as the edition of this number. What makes them is fetched when it is first needed. */
export async function sizesOf(page: Page, edition: Pick<Edition, 'number' | 'at' | 'by'>): Promise<FileSize[]> {
  const { bundle } = await import('../../../core/bundle/bundle.ts')
  const files = bundle({ ...page, ...edition, format: 1, opening: '0'.repeat(16) })
  return [...files].map(([name, content]) => ({ name, bytes: content.length }))
}
