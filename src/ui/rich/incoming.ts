/** What other programs hand over, by the clipboard or by dragging, as the subset's words. */
import { blocksOfHtml } from '../../core/ingest/html.ts'
import type { Block } from '../../core/rich/doc.ts'
import { asBlocks, paragraphsOf, plainLines, plainParagraphs, type Lines } from '../../core/rich/pasted.ts'
import { safeAddress } from '../../core/text.ts'

export interface Incoming {
  readonly blocks: readonly Block[]
  readonly paragraphs: readonly Lines[]
  /** The whole of it, where that is an address. */
  readonly address: string | undefined
}

/** Words, without the marks of HTML where `plain`; undefined where there are none, such as for a picture. */
export function incoming(data: DataTransfer | null, plain = false): Incoming | undefined {
  const text = (data?.getData('text/plain') ?? '').trim()
  const address = safeAddress(text)
  if (plain) return text === '' ? undefined : { blocks: asBlocks([plainLines(text)]), paragraphs: [plainLines(text)], address }
  const html = data?.getData('text/html') ?? ''
  const read = html === '' ? [] : blocksOfHtml(html)
  const blocks = read.length > 0 ? read : asBlocks(plainParagraphs(text))
  return blocks.length === 0 ? undefined : { blocks, paragraphs: paragraphsOf(blocks), address }
}
