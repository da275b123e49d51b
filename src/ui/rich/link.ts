/** Links in an editor: the mark, and setting and taking it off. */
import { getMarkRange, InputRule, Mark, type Editor } from '@tiptap/core'
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { safeAddress, typedAddress } from '../../core/text.ts'

const chosen = new PluginKey<boolean>('chosen')

/** Shows which words become a link, while its address is typed and the focus is there. */
function chosenWords(): Plugin<boolean> {
  return new Plugin<boolean>({
    key: chosen,
    state: { init: () => false, apply: (tr, shown) => (tr.getMeta(chosen) as boolean | undefined) ?? shown },
    props: {
      decorations(state) {
        const { from, to } = state.selection
        return chosen.getState(state) === true ? DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'chosen' })]) : null
      },
    },
  })
}

export function showChosen({ state, view }: Editor, shown: boolean): void {
  view.dispatch(state.tr.setMeta(chosen, shown))
}

/** `[words](address)`, as it is typed. */
const written = /\[([^[\]]+)\]\(([^\s()]+)\)$/

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.getAttribute('data-href'), renderHTML: ({ href }) => rendered(href) },
    title: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-title'),
      renderHTML: ({ title }) => ({ 'data-title': title as unknown }),
    },
  }),
  // Also what the browser makes of a link while it is typed in.
  parseHTML: () => [{ tag: 'a[data-href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
  addProseMirrorPlugins: () => [chosenWords()],
  addInputRules() {
    return [
      new InputRule({
        find: written,
        handler: ({ state, range, match }) => {
          const href = typedAddress(match[2] ?? '')
          if (href === undefined) return null
          const words = range.from + 1
          const end = words + (match[1] ?? '').length
          state.tr
            .delete(end, range.to)
            .delete(range.from, words)
            .addMark(range.from, end - 1, this.type.create({ href }))
            .removeStoredMark(this.type)
          return undefined
        },
      }),
    ]
  },
})

/** An address that readers could not follow stands in no `href`. */
function rendered(href: unknown): Record<string, string> {
  const address = String(href)
  return { 'data-href': address, title: address, ...(safeAddress(address) === undefined ? {} : { href: address }) }
}

/** The link that the selection is in, else the selection itself. */
function rangeOf({ state }: Editor): { from: number; to: number } {
  const { $from, from, to, empty } = state.selection
  const link = state.schema.marks.link
  const around = link === undefined || (!empty && !$from.marks().some(({ type }) => type === link)) ? undefined : getMarkRange($from, link)
  return around !== undefined && around.to >= to ? around : { from, to }
}

/** The address at the selection, or the one that is selected as words; empty for none. */
export function addressAt(editor: Editor): string {
  const { href } = editor.getAttributes('link')
  if (typeof href === 'string') return href
  const { from, to } = editor.state.selection
  return typedAddress(editor.state.doc.textBetween(from, to)) ?? ''
}

/** Makes the selection a link; the link it is in gets another address. Where nothing is selected the address is the words. */
export function setLink(editor: Editor, href: string): void {
  const { from, to } = rangeOf(editor)
  const mark = editor.schema.mark('link', { href })
  const { tr } = editor.state
  if (from === to) tr.insert(from, editor.schema.text(href, [mark]))
  else tr.removeMark(from, to, mark.type).addMark(from, to, mark)
  // Writing goes on behind it.
  const end = Selection.near(tr.doc.resolve(from === to ? from + href.length : to), -1)
  editor.view.dispatch(tr.setSelection(end).removeStoredMark(mark.type))
}

export function removeLink(editor: Editor): void {
  const { from, to } = rangeOf(editor)
  const link = editor.schema.marks.link
  if (link !== undefined) editor.view.dispatch(editor.state.tr.removeMark(from, to, link))
}
