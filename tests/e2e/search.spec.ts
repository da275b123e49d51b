import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { brief, briefs, onBoard, select, turn, write } from './editor.ts'

const search = (page: Page): Locator => page.getByRole('dialog', { name: 'Search everywhere' })
const hits = (page: Page): Locator =>
  search(page)
    .getByRole('option')
    .filter({ has: page.locator('.excerpt') })

async function look(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+f')
  await expect(search(page).getByRole('combobox', { name: 'Search everywhere' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

test('what was found on the rail is looked for everywhere by the same key, and opens where it stands', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Ferry', text: 'The Tromsø ferry resumes.' })
  const today = await page.getByRole('heading', { level: 1 }).textContent()
  await turn(page, '[')
  await write(page, { kicker: 'Strait', text: 'A ferry waits in the strait.' })

  await page.keyboard.press('Control+f')
  await page.keyboard.type('tromso')
  await expect(page.getByRole('search').getByText('no match')).toBeVisible()
  await page.keyboard.press('Control+f')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page).locator('mark')).toHaveText('Tromsø')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('ferr')
  await expect(hits(page)).toHaveCount(2)
  await expect(search(page).getByRole('status')).toHaveText('2 found')
  await expect(hits(page).nth(0)).toHaveAttribute('aria-selected', 'true')
  await expect(hits(page).nth(0)).toContainText('Ferry')
  await page.keyboard.press('ArrowDown')
  await expect(hits(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(search(page)).toBeHidden()
  await expect(brief(page, 'Ferry')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(today ?? '')
})

test('a discarded brief is one key back, and a hit is used again here or kept on the shelf', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Ferry', text: 'The ferry resumes.' })
  await page.keyboard.press('Delete')
  await expect(briefs(page)).toHaveCount(0)
  await look(page, 'resum')
  await expect(hits(page)).toContainText('discarded')
  await page.keyboard.press('Control+Enter')
  await expect(hits(page)).toContainText('ready')
  await expect(search(page).getByRole('status')).toContainText('Ferry is on the rail')

  await page.keyboard.press('Control+d')
  await expect(hits(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(briefs(page)).toHaveCount(2)
  await onBoard(page)
  await page.keyboard.press('Control+z')
  await expect(briefs(page)).toHaveCount(1)

  await look(page, 'resum ferry')
  await expect(hits(page)).toContainText('ready')
  await hits(page).click()
  await search(page).getByRole('button', { name: 'To the shelf' }).click()
  await expect(hits(page)).toContainText('on the shelf')
  await expect(briefs(page)).toHaveCount(0)
  await hits(page).dblclick()
  await expect(page.getByRole('listbox', { name: 'Briefs on the shelf' }).getByRole('option', { name: 'Ferry' })).toBeFocused()
})

test('the search is narrowed and widened, and says what it found nothing of', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['import', '-', '--draft'], '07:30\nمحادثات\nتستمر المحادثات في الدوحة.\n07:00\n関税\n東京で関税交渉が始まった。')
  await expect(briefs(page)).toHaveCount(2)
  await select(page, '関税')
  await page.keyboard.press('r')
  await look(page, '交渉')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page).locator('mark')).toHaveText('交渉')
  await search(page).getByRole('combobox', { name: 'State' }).selectOption('draft')
  await expect(search(page)).toContainText('Nothing found for “交渉”.')
  await search(page).getByRole('button', { name: 'Search without filters' }).click()
  await expect(hits(page)).toHaveCount(1)
  const kicker = search(page).getByRole('textbox', { name: 'Kicker' })
  await kicker.fill('Congo')
  await expect(search(page)).toContainText('Nothing found for “交渉”.')
  await kicker.fill('関税')
  await expect(hits(page)).toHaveCount(1)
  await kicker.fill('')
  await look(page, 'المحاد')
  await expect(hits(page).locator('mark')).toHaveText('المحادثات')

  const { stdout, code } = await newsrail(['search', 'المحاد', '--state', 'draft', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ total: 1, hits: [{ state: 'draft' }] })
})
