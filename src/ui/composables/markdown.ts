/** Marks of the Markdown subset, put around what is selected in a text. */

import { insertText } from './editing.ts'

/** Makes the selection a link, with the caret where its address goes. */
export function makeLink(area: HTMLTextAreaElement): void {
  const { selectionStart, selectionEnd, value } = area
  const chosen = value.slice(selectionStart, selectionEnd)
  const address = /^https?:\/\/\S+$/.test(chosen) ? chosen : ''
  const words = address === '' ? chosen : ''
  insertText(`[${words}](${address})`)
  const caret = selectionStart + (words === '' ? 1 : words.length + 3)
  area.setSelectionRange(caret, caret)
}
