/** What an editor of the subset knows: its nodes and marks, and the Markdown that turns into them as it is typed. */
import { markInputRule, type Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Placeholder, UndoRedo } from '@tiptap/extensions'
import type { Shape } from '../../core/rich/doc.ts'
import { Link } from './link.ts'

// Emphasis begins and ends at words: `3 * 4 * 5` and `snake_case` are none.
const strong = /(?<![\p{L}\p{N}*_])(\*\*|__)(?!\s)((?:(?!\1).)*[^\s*_])\1$/u
const slanted = /(?<![\p{L}\p{N}*_])([*_])(?![\s*_])((?:(?!\1).)*[^\s*_])\1$/u

// Keys stay with the desk: Tab goes to the next field, Ctrl+Enter makes ready; blocks have their signs and buttons.
const noKeys = { addKeyboardShortcuts: () => ({}) }

const common: Extensions = [
  Text,
  Bold.extend({
    addInputRules() {
      return [markInputRule({ find: strong, type: this.type })]
    },
  }),
  Italic.extend({
    addInputRules() {
      return [markInputRule({ find: slanted, type: this.type })]
    },
  }),
  Link,
  UndoRedo,
]

/** A line is a paragraph, and there is nothing else. */
const inline: Extensions = [
  Document.extend({ content: 'paragraph+' }),
  Paragraph.extend({
    addKeyboardShortcuts() {
      return { 'Shift-Enter': () => this.editor.commands.splitBlock() }
    },
  }),
]

/** Further kinds of block, such as pictures, come in here, in core/rich (doc, read, print) and in core's bodyHtml. */
const body: Extensions = [
  Document,
  Paragraph.extend(noKeys),
  HardBreak.extend({
    addKeyboardShortcuts() {
      return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
    },
  }),
  Heading.extend(noKeys).configure({ levels: [1, 2, 3, 4, 5, 6] }),
  Blockquote.extend(noKeys),
  BulletList.extend(noKeys),
  OrderedList.extend(noKeys),
  ListItem.extend({
    // A list that was written elsewhere may begin an item with any block.
    content: 'block+',
    addKeyboardShortcuts() {
      return { Enter: () => this.editor.commands.splitListItem(this.name) }
    },
  }),
  ListKeymap.configure({ listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }] }),
]

export function extensionsFor(shape: Shape, placeholder: string): Extensions {
  return [...(shape === 'body' ? body : inline), ...common, Placeholder.configure({ placeholder })]
}
