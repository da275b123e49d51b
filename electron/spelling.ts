/** Spelling in the language of the channel in view, and the menu in a field that offers words for a misspelt one. */
import { Menu, session, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Output } from '../src/core/contract.ts'
import { recordIds } from '../src/core/ids.ts'
import { readChannel } from '../src/core/records.ts'
import { en } from '../src/core/messages/en.ts'

/** Nothing is fetched before a channel is in view: what Chromium would take is the system's language. */
export function beginSpelling(): void {
  useLanguages([])
}

/** Checks spelling in a channel's language. Its dictionary is fetched once where the system brings none; without a network nothing is marked. */
export function spellAs({ channel, records }: Output<'view'>): void {
  const record = records.find(({ id }) => id === recordIds.channel(channel))
  if (record !== undefined) useLanguages(nearest(readChannel(record).language, session.defaultSession.availableSpellCheckerLanguages))
}

function useLanguages(languages: string[]): void {
  // A Mac finds the language by itself.
  if (process.platform === 'darwin') return
  const { defaultSession } = session
  if (languages.join() !== defaultSession.getSpellCheckerLanguages().join()) defaultSession.setSpellCheckerLanguages(languages)
}

/** The dictionary of a language (BCP 47): its own, else that of the plain language, else another region's; none for none. */
function nearest(language: string, available: readonly string[]): string[] {
  const [plain = ''] = language.split('-')
  const found =
    available.find((one) => one.toLowerCase() === language.toLowerCase()) ??
    available.find((one) => one === plain) ??
    available.find((one) => one.startsWith(`${plain}-`))
  return found === undefined ? [] : [found]
}

/** The system's own menu in fields; elsewhere the desk has menus of its own, or none. */
export function offerSpelling(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, misspelledWord, dictionarySuggestions, editFlags }) => {
    if (!isEditable) return
    const separator: MenuItemConstructorOptions = { type: 'separator' }
    const words = dictionarySuggestions.map((word) => ({ label: word, click: () => contents.replaceMisspelling(word) }))
    const learn = {
      label: en.menus.learn,
      click: () => contents.session.addWordToSpellCheckerDictionary(misspelledWord),
    }
    Menu.buildFromTemplate([
      ...(misspelledWord === '' ? [] : [...words, ...(words.length === 0 ? [] : [separator]), learn, separator]),
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
      separator,
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ]).popup()
  })
}
