/** The window's one key handler: where the focus is decides which keys act. */
import { onScopeDispose } from 'vue'
import { keyTable, type Act } from '../../core/keys.ts'
import { doAct } from '../acts.ts'
import { useConnection } from '../connection.ts'
import { t } from '../i18n.ts'
import { keyOfAct, match, typesLetter, type Binding } from '../keys.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import { inField } from './editing.ts'
import { keepTyped } from '../typeahead.ts'
import { letterGuard } from '../typing.ts'

/** Where a key press finds the focus. */
export type Focus = 'row' | 'card' | 'floating' | 'other'

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'other'
  const floating = target.closest('[role=dialog],[role=alertdialog],[role=menu]') !== null
  // The launch sheet is a part of its pane: the window's keys go on beside it.
  if (floating && target.closest('[data-pane]') === null) return 'floating'
  if (target.closest('[data-card]') !== null) return 'card'
  return target.matches('[data-row]') ? 'row' : 'other'
}

/** Whether a press types into its target. */
export function inText(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]') !== null
  )
}

/** Arrows, Enter and their like, which come between acts and not between the letters of a word. */
function isNamed({ key }: KeyboardEvent): boolean {
  return key.length > 1 && key !== 'Shift' && key !== 'Backspace' && key !== 'Dead'
}

/** What a field answers by itself. */
const ownOfText: readonly Act[] = ['undo', 'redo', 'selectAll']

/** Whether an act's key acts where the focus is. */
export function reaches({ act, chord }: Binding, focus: Focus, text: boolean): boolean {
  // What floats keeps the keys to itself.
  if (focus === 'floating') return false
  if (text && (chord === 'plain' || ownOfText.includes(act))) return false
  switch (keyTable[act].place) {
    case 'window':
      return true
    case 'card':
      // What had the focus in a card may be gone, such as a question that was answered.
      return focus === 'card' || (focus === 'other' && !text) || (focus === 'row' && act === 'close')
    case 'board':
      return focus === 'row' || chord === 'mod' || (chord === 'alt' && focus === 'other' && !text)
  }
}

/** Handles the keys of the window for as long as the calling component lives. */
export function useKeys(): void {
  const session = useSession()
  const ui = useUi()
  const guard = letterGuard()

  /** Whether a letter on the board may act: not while somebody seems to be typing. */
  function mayAct(act: Act | undefined): boolean {
    if (!session.settings.letters) return false
    // Going up and down quickly, and selecting, takes nothing from anybody.
    if (act === 'selectUp' || act === 'selectDown' || act === 'addToSelection') return true
    const answer = guard.press(act !== undefined)
    if (answer.kind === 'stopped') ui.say(t('typing.stopped', { keys: keyOfAct('undo') }, answer.acts))
    return answer.kind === 'free'
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const focus = focusOf(event.target)
    if (focus !== 'card' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && keepTyped(event)) {
      event.preventDefault()
      return
    }
    const binding = match(event)
    if (focus !== 'row' || isNamed(event)) guard.rest()
    else if (typesLetter(event) && !mayAct(binding?.act)) return
    if (binding === undefined || !reaches(binding, focus, inText(event.target))) return
    if (doAct(binding.act)) event.preventDefault()
  }

  /** An act from the native menu: undo and redo in a field are the field's. */
  function onMenu(act: Act): void {
    if ((act === 'undo' || act === 'redo') && inText(document.activeElement)) inField(act)
    else doAct(act)
  }

  const off = useConnection().onAct(onMenu)
  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    off()
    window.removeEventListener('keydown', onKeydown)
  })
}
