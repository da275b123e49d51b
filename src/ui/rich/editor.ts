/** An editor of the subset, with Markdown going in and coming out. */
import { Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { Block, Doc, Shape } from '../../core/rich/doc.ts'
import { printDoc } from '../../core/rich/print.ts'
import { readDoc } from '../../core/rich/read.ts'
import { extensionsFor } from './extensions.ts'
import { incoming, type Incoming } from './incoming.ts'
import { setLink } from './link.ts'

export interface RichOptions {
  readonly element: HTMLElement
  readonly shape: Shape
  readonly text: string
  readonly placeholder: string
  readonly attributes: () => Record<string, string>
  /** The words changed, by whoever types here. */
  readonly onText: (text: string) => void
  /** Words were pasted or dropped; the selection is where they are meant. */
  readonly onIncoming: (words: Incoming) => void
  /** The selection, or what stands in it, may have changed. */
  readonly onMoved: () => void
}

export interface Rich {
  readonly editor: Editor
  /** Shows other words than those that were typed here. */
  readonly show: (text: string) => void
}

export function createRich(options: RichOptions): Rich {
  const { shape } = options
  /** What was shown last that was not typed here. */
  let opened: { readonly text: string; readonly doc: Node }
  let plain = false

  const editor = new Editor({
    element: options.element,
    extensions: [...extensionsFor(shape, options.placeholder), attributed(options.attributes)],
    injectCSS: false,
    enablePasteRules: false,
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
    editorProps: {
      handleDOMEvents: {
        keydown: (_view, { key, shiftKey, ctrlKey, metaKey, isComposing }) => {
          const command = ctrlKey || metaKey
          if (key !== 'Shift') plain = shiftKey && command && key.toLowerCase() === 'v'
          // These close the card; the editor would swallow them.
          return !isComposing && (key === 'Escape' || (key === 'Enter' && command))
        },
        paste: (view, event) => {
          event.preventDefault()
          const words = incoming(event.clipboardData, plain)
          if (words !== undefined && view.editable) take(words)
          return true
        },
        drop: (view, event) => {
          // What is dragged within the field is the field's own to move.
          if (view.dragging !== null) return false
          const words = incoming(event.dataTransfer)
          if (words === undefined) return false
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (at !== null) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))))
          view.focus()
          options.onIncoming(words)
          return true
        },
        // A browser would put the caret at the start; where the mouse is pressed it still goes there.
        focus: (view) => {
          const { anchor, head } = view.state.selection
          const [from, to] = [view.domAtPos(anchor), view.domAtPos(head)]
          document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
          return false
        },
        // Links are words here, not ways to go elsewhere.
        click: (_view, event) => {
          if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault()
          return false
        },
      },
    },
    onUpdate: () => {
      const { doc } = editor.state
      options.onText(doc.eq(opened.doc) ? opened.text : printDoc(doc.toJSON() as Doc, shape))
    },
    onTransaction: options.onMoved,
  })

  /** An address pasted over words becomes their link. */
  function take(words: Incoming): void {
    if (words.address !== undefined && !editor.state.selection.empty) setLink(editor, words.address)
    else options.onIncoming(words)
  }

  function show(text: string): void {
    const doc = editor.schema.nodeFromJSON(readDoc(text, shape))
    const { tr } = editor.state
    tr.replaceWith(0, tr.doc.content.size, doc.content).setMeta('addToHistory', false).setMeta('preventUpdate', true)
    opened = { text, doc }
    editor.view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)))
  }

  show(options.text)
  return { editor, show }
}

/** Attributes of the field that change with what is said of it; read anew at each of the editor's updates. */
function attributed(attributes: () => Record<string, string>): Extension {
  return Extension.create({ name: 'attributed', addProseMirrorPlugins: () => [new Plugin({ props: { attributes } })] })
}

/** Puts blocks in place of what is selected, their first and last joined to the words around. One step for undo. */
export function insertBlocks(editor: Editor, blocks: readonly Block[]): void {
  const nodes = blocks.map((block) => editor.schema.nodeFromJSON(block))
  const open = (node: Node | undefined): number => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1)))
  const { tr } = editor.state
  editor.view.dispatch(closeHistory(tr.replaceSelection(slice)).scrollIntoView())
}

/** Brings the caret into the words: where a press on the screen was, else to their end. */
export function focusAt({ view }: Editor, point?: { readonly x: number; readonly y: number }): void {
  const at = point === undefined ? null : view.posAtCoords({ left: point.x, top: point.y })
  const { doc } = view.state
  view.dispatch(view.state.tr.setSelection(at === null ? Selection.atEnd(doc) : Selection.near(doc.resolve(at.pos), -1)))
  view.dom.focus({ preventScroll: true })
}
