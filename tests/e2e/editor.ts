/** What an editor does at a window, by what is to be seen and pressed there. */
import { expect, type Locator, type Page } from '@playwright/test'

/** The rows of the board that are briefs, in its order. */
export function briefs(page: Page): Locator {
  return page.locator('[role="row"][data-row*="/brief-"]')
}

export function brief(page: Page, kicker: string): Locator {
  // What is said of one brief may name another.
  return briefs(page).filter({ has: page.locator('[data-part="kicker"]', { hasText: kicker }) })
}

export async function kickers(page: Page): Promise<string[]> {
  return page.locator('[data-part="kicker"]').allTextContents()
}

/** Puts the focus on a brief's row, without opening it. */
export async function select(page: Page, kicker: string): Promise<void> {
  await brief(page, kicker).focus()
  await expect(brief(page, kicker)).toBeFocused()
}

/** Puts the focus on the board, by the key that goes from pane to pane. */
export async function onBoard(page: Page): Promise<void> {
  const focused = page.locator('[data-pane="board"] [role="row"]:focus')
  await expect(async () => {
    if (!(await focused.isVisible())) await page.keyboard.press('F6')
    await expect(focused).toBeVisible({ timeout: 200 })
  }).toPass()
}

/** Goes to the day before or after, and waits until it is there. */
export async function turn(page: Page, key: '[' | ']'): Promise<void> {
  const title = page.getByRole('heading', { level: 1 })
  const before = await title.textContent()
  await onBoard(page)
  await page.keyboard.press(key)
  await expect(title).not.toHaveText(before ?? '')
}

export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-save]')).toHaveText('Saved')
}

/** Writes a brief as an editor does: N, kicker, Tab, text; a time where it is given. */
export async function write(page: Page, words: { kicker: string; text: string; time?: string; ready?: boolean }): Promise<void> {
  await onBoard(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  await page.keyboard.type(words.kicker)
  await page.keyboard.press('Tab')
  await page.keyboard.type(words.text)
  if (words.time !== undefined) {
    const time = page.getByRole('textbox', { name: 'Time' })
    await time.fill(words.time)
    await time.press('Tab')
  }
  await page.keyboard.press(words.ready === false ? 'Escape' : 'Control+Enter')
  await expect(brief(page, words.kicker)).toBeFocused()
  await saved(page)
}

/** A time so many minutes ago, as an editor types it. */
export function minutesAgo(minutes: number): string {
  return `-${String(minutes)}`
}

/** Launches all that the review holds, by keyboard. */
export async function launch(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('dialog', { name: /^Launch/ })).toBeVisible()
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByText(/Edition \d+ (is launched|goes again)/).first()).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Pastes what another program put on the clipboard into the field that has the focus. */
export async function paste(page: Page, html: string, text = ''): Promise<void> {
  await page.evaluate(
    ([html, text]) => {
      const data = new DataTransfer()
      data.setData('text/html', html)
      data.setData('text/plain', text)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [html, text] as const,
  )
}
