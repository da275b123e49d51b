import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { brief, briefs, kickers, launch, minutesAgo, onBoard, saved, select, turn, write } from './editor.ts'

async function four(page: Page): Promise<void> {
  for (const [kicker, minutes] of [
    ['Riga', 240],
    ['Congo', 230],
    ['Toll', 220],
    ['Ferry', 210],
  ] as const)
    await write(page, { kicker, text: `What happened with ${kicker}.`, time: minutesAgo(minutes) })
  expect(await kickers(page)).toEqual(['Ferry', 'Toll', 'Congo', 'Riga'])
}

/** Selects by keyboard from one brief so many more down. */
async function selectFrom(page: Page, kicker: string, more: number): Promise<void> {
  await select(page, kicker)
  await page.keyboard.press('x')
  for (let n = 0; n < more; n += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('group', { name: 'Acts on the selection' })).toContainText(`${String(more + 1)} selected`)
}

/** The times of the clock, without the day where one stands there. */
async function times(page: Page): Promise<string[]> {
  const texts = await page.locator('[role="row"][data-row*="/brief-"] [data-part="at"]').allTextContents()
  return texts.map((text) => text.trim().slice(-5))
}

function tenEarlier(label: string): string {
  const minutes = (Number(label.slice(0, 2)) * 60 + Number(label.slice(3)) + 1430) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

test('three briefs are selected by keyboard, shifted by ten minutes, and one undo takes it back', async ({ desk }) => {
  const { page } = desk
  await four(page)
  const before = await times(page)
  await selectFrom(page, 'Toll', 2)
  await expect(page.locator('[role="row"][aria-selected="true"]')).toHaveCount(3)
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: 'Shift 3 times' })
  await dialog.getByRole('textbox').fill('-10')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 briefs shifted by −10 min').first()).toBeVisible()
  const after = await times(page)
  expect(after[0]).toBe(before[0])
  expect(after.slice(1)).toEqual(before.slice(1).map(tenEarlier))
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undid: 3 briefs shifted by −10 min').first()).toBeVisible()
  await expect.poll(() => times(page)).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Acts on the selection' })).toBeHidden()
})

test('the selection moves as a block, is made drafts, tagged and discarded, each as one act', async ({ desk }) => {
  const { page } = desk
  await four(page)
  await selectFrom(page, 'Toll', 1)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Congo', 'Ferry', 'Riga'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => kickers(page)).toEqual(['Ferry', 'Toll', 'Congo', 'Riga'])
  await page.keyboard.press('r')
  for (const kicker of ['Toll', 'Congo']) await expect(brief(page, kicker)).toContainText('draft')
  await page.keyboard.press('#')
  await page.getByRole('dialog', { name: 'Tags of 2 briefs' }).getByRole('textbox').fill('sea, ports')
  await page.keyboard.press('Enter')
  for (const kicker of ['Toll', 'Congo']) await expect(brief(page, kicker)).toContainText('ports')
  await page.keyboard.press('Delete')
  await expect.poll(() => kickers(page)).toEqual(['Ferry', 'Riga'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => kickers(page)).toEqual(['Ferry', 'Toll', 'Congo', 'Riga'])
})

test('the mouse selects with Ctrl and Shift, and live briefs are asked about once', async ({ desk }) => {
  const { page } = desk
  await four(page)
  await onBoard(page)
  await launch(page)
  await onBoard(page)
  await brief(page, 'Ferry').click({ modifiers: ['Control'] })
  await brief(page, 'Congo').click({ modifiers: ['Shift'] })
  const bar = page.getByRole('group', { name: 'Acts on the selection' })
  await expect(bar).toContainText('3 selected')
  await brief(page, 'Toll').click({ modifiers: ['Control'] })
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('2 of 2 are on the site')).toBeVisible()
  await page.getByRole('menuitem', { name: 'Retract' }).click()
  for (const kicker of ['Ferry', 'Congo']) await expect(brief(page, kicker)).toContainText('retracted')
  await expect(brief(page, 'Toll')).toContainText('live')
})

test('briefs go to tomorrow at the same time, one is copied back, and undo finds both', async ({ desk }) => {
  const { page } = desk
  await four(page)
  const before = await times(page)
  await selectFrom(page, 'Toll', 1)
  await page.keyboard.press('v')
  await expect(page.getByRole('dialog', { name: 'Move or copy 2 briefs' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/2 briefs are on the rail of/).first()).toBeVisible()
  await expect.poll(() => kickers(page)).toEqual(['Ferry', 'Riga'])
  await turn(page, ']')
  await expect.poll(async () => (await kickers(page)).slice(0, 2)).toEqual(['Toll', 'Congo'])
  expect((await times(page)).slice(0, 2)).toEqual(before.slice(1, 3))
  await expect(brief(page, 'Toll')).toContainText('embargo')
  await turn(page, '[')
  await select(page, 'Ferry')
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: 'Move or copy Ferry' })
  await dialog.getByRole('radio', { name: 'Copy' }).check()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText(/Ferry is copied/).first()).toBeVisible()
  await onBoard(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undid: copied').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => kickers(page)).toEqual(['Ferry', 'Toll', 'Congo', 'Riga'])
})

test('the lead is copied to tomorrow by keyboard as a draft, over the one there, and undo there brings that back', async ({ desk }) => {
  const { page } = desk
  const lead = page.locator('[role="row"][data-row="lead"]')
  const writeLead = async (headline: string): Promise<void> => {
    await onBoard(page)
    await lead.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Headline' }).fill(headline)
    await page.keyboard.press('Control+Enter')
    await expect(lead).toBeFocused()
    await saved(page)
  }
  await writeLead('Ferries resume')
  await turn(page, ']')
  await writeLead('Trains stop')
  await turn(page, '[')
  await lead.focus()
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: 'Copy the lead to…' })
  await expect(dialog.getByText('Trains stop')).toBeVisible()
  // Onto itself it is not copied.
  await page.keyboard.press('ArrowUp')
  await expect(dialog.getByText('This lead stands there already.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Copy' })).toBeDisabled()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByText('Trains stop')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/The lead is copied to .*, as a draft/).first()).toBeVisible()
  await expect(lead).toContainText('Ferries resume')
  await page.getByRole('button', { name: 'Go there' }).click()
  await expect(lead).toBeFocused()
  await expect(lead).toContainText('draft')
  await expect(lead).toContainText('Ferries resume')
  await page.keyboard.press('Control+z')
  await expect(lead).toContainText('Trains stop')
  await turn(page, '[')
  await expect(lead).toContainText('Ferries resume')
  await expect(lead).toContainText('ready')
})

test('a template stays on the shelf, which has an order of its own', async ({ desk }) => {
  const { page } = desk
  await four(page)
  await selectFrom(page, 'Ferry', 1)
  await page.keyboard.press('s')
  const shelf = page.getByRole('listbox', { name: 'Briefs on the shelf' }).getByRole('option')
  await expect(shelf).toContainText(['Ferry', 'Toll'])
  await shelf.first().focus()
  await page.keyboard.press('k')
  await expect(shelf.first()).toContainText('kept')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(shelf).toContainText(['Toll', 'Ferry'])
  await expect(shelf.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => kickers(page)).toEqual(['Ferry', 'Congo', 'Riga'])
  await expect(brief(page, 'Ferry')).toContainText('draft')
  await expect(shelf).toContainText(['Toll', 'Ferry'])
})

test('a kicker used lately is suggested and taken by keyboard, and gets in nobody’s way', async ({ desk }) => {
  const { page } = desk
  await four(page)
  await onBoard(page)
  await page.keyboard.press('n')
  const kicker = page.getByRole('textbox', { name: 'Kicker' })
  await expect(kicker).toBeFocused()
  await page.keyboard.type('co')
  await expect(page.getByRole('option', { name: 'Congo' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(kicker).toHaveValue('Congo')
  await expect(kicker).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Talks go on.')
  await page.keyboard.press('Escape')
  await saved(page)
  await page.keyboard.press('n')
  await expect(kicker).toBeFocused()
  await page.keyboard.type('ri')
  await expect(page.getByRole('option', { name: 'Riga' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: 'Riga' })).toBeHidden()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Other words.')
  await page.keyboard.press('Escape')
  await expect.poll(() => kickers(page)).toEqual(['ri', 'Congo', 'Ferry', 'Toll', 'Congo', 'Riga'])
})

test('the page ends where the channel says, on the board and in the launch', async ({ desk }) => {
  const { page } = desk
  await four(page)
  await onBoard(page)
  await launch(page)
  await onBoard(page)
  await page.keyboard.press('Control+,')
  const field = page.getByRole('spinbutton', { name: 'The page shows at most' })
  await field.fill('3')
  await field.press('Enter')
  await saved(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText('The page ends here: it shows 3 briefs')).toBeVisible()
  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  const sheet = page.getByRole('dialog', { name: /^Launch/ })
  await expect(sheet.getByText('below the cut: the page shows 3 briefs')).toBeVisible()
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByText('Edition 2 is launched').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(briefs(page)).toHaveCount(4)
  await expect(page.frameLocator('iframe.shown').getByText('Riga', { exact: true })).toHaveCount(0)
})
