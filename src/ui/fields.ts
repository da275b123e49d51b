/** The fields of an open card, in the order they are read, whatever they are made of. */
import { insertText } from './composables/editing.ts'

const fields = 'textarea, input, [contenteditable=true]'

export function fieldsIn(card: Element | null | undefined): HTMLElement[] {
  return [...(card?.querySelectorAll<HTMLElement>(fields) ?? [])]
}

/** The card's field after this one; undefined for the last. */
export function fieldAfter(field: HTMLElement): HTMLElement | undefined {
  const all = fieldsIn(field.closest('[data-card]'))
  return all[all.indexOf(field) + 1]
}

/** Types at the end of a field that has the focus, as if by hand. */
export function typeInto(field: HTMLElement, text: string): void {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    field.setRangeText(text, field.value.length, field.value.length, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  } else insertText(text)
}
