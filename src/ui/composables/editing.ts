/** A text field's own editing, through the browser, so that its undo knows of it. Nothing newer does the same. */

/** Takes back, or does again, in the field that has the focus. */
export function inField(act: 'undo' | 'redo'): void {
  // An editor of its own has a history of its own, and answers to what a browser sends before its undo.
  const asked = new InputEvent('beforeinput', {
    inputType: act === 'undo' ? 'historyUndo' : 'historyRedo',
    bubbles: true,
    cancelable: true,
  })
  if (document.activeElement?.closest('[contenteditable=true]')?.dispatchEvent(asked) === false) return
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to a field's own history
  document.execCommand(act)
}

/** Puts text in place of what is selected in the field that has the focus. */
export function insertText(text: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that can be undone in the field
  document.execCommand('insertText', false, text)
}
