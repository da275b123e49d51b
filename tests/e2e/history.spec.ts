import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { brief, kickers, launch, minutesAgo, onBoard, saved, select, write } from './editor.ts'

async function reword(page: Page, kicker: string, text: string): Promise<void> {
  await select(page, kicker)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Text' }).fill(text)
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker)).toBeFocused()
  await saved(page)
}

/** Chooses one of the pane's views. */
async function choose(page: Page, name: string): Promise<void> {
  const view = page.getByRole('radio', { name }).or(page.getByRole('button', { name, exact: true }))
  await view.press('Enter')
  await expect(view).toHaveAttribute('data-state', 'on')
}

test('a brief’s history says who did what, word by word, and brings a field or all of it back', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on in Goma.' })
  await reword(page, 'Congo', 'Talks have ended in Goma.')
  await select(page, 'Congo')
  await page.keyboard.press('r')
  await expect(brief(page, 'Congo')).toContainText('draft')

  await page.keyboard.press('h')
  await expect(page.getByRole('tabpanel', { name: 'History' })).toBeFocused()
  const history = page.getByRole('region', { name: 'History of Congo' })
  const acts = history.getByRole('listitem')
  await expect(acts).toHaveCount(3)
  await expect(acts.nth(0)).toContainText('ready or draft')
  await expect(acts.nth(1).locator('del')).toContainText('go on')
  await expect(acts.nth(1).locator('ins')).toContainText('have ended')
  await expect(acts.nth(2)).toContainText('new brief')

  await acts
    .nth(2)
    .getByRole('button', { name: /^Restore Text as/ })
    .press('Enter')
  await expect(brief(page, 'Congo')).toContainText('Talks go on in Goma.')
  await expect(brief(page, 'Congo')).toContainText('draft')
  await expect(acts).toHaveCount(4)
  // As its second act left it: other words, and ready.
  await acts
    .nth(2)
    .getByRole('button', { name: /^Restore all/ })
    .press('Enter')
  await expect(brief(page, 'Congo')).toContainText('Talks have ended in Goma.')
  await expect(brief(page, 'Congo')).toContainText('ready')

  await page.keyboard.press('Escape')
  await onBoard(page)
  await page.keyboard.press('Control+z')
  await expect(brief(page, 'Congo')).toContainText('Talks go on in Goma.')
  await expect(brief(page, 'Congo')).toContainText('draft')
})

test('the rail as it stood at an edition is compared with now, and ticked briefs come back as one undoable change', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: minutesAgo(30) })
  await write(page, { kicker: 'Congo', text: 'Talks go on.', time: minutesAgo(20) })
  await write(page, { kicker: 'Toll', text: 'Delayed by a year.', time: minutesAgo(10) })
  await launch(page)
  await reword(page, 'Toll', 'Delayed for ever.')
  await select(page, 'Congo')
  await page.keyboard.press('s')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Riga'])
  await write(page, { kicker: 'Mali', text: 'A new road.' })

  await page.keyboard.press('h')
  await choose(page, 'The rail at…')
  await page.getByRole('combobox', { name: 'Edition' }).selectOption({ index: 1 })
  const then = page.getByRole('list', { name: 'Briefs as they stood' }).getByRole('listitem')
  await expect(then).toHaveCount(4)
  for (const [index, words] of ['changed since', 'taken off since', 'as now', 'added since'].entries())
    await expect(then.nth(index)).toContainText(words)
  // Looking changes nothing.
  expect(await kickers(page)).toEqual(['Mali', 'Toll', 'Riga'])

  await page.getByRole('checkbox', { name: 'Restore Congo' }).press('Space')
  await page.getByRole('checkbox', { name: 'Restore Toll' }).press('Space')
  await page.getByRole('button', { name: 'Restore 2 briefs' }).press('Enter')
  await expect.poll(() => kickers(page)).toEqual(['Mali', 'Toll', 'Congo', 'Riga'])
  await expect(brief(page, 'Toll')).toContainText('Delayed by a year.')
  await expect(brief(page, 'Congo')).toContainText('live')
  await expect(then.nth(1)).toContainText('as now')

  await onBoard(page)
  await page.keyboard.press('Control+z')
  await expect.poll(() => kickers(page)).toEqual(['Mali', 'Toll', 'Riga'])
  await expect(brief(page, 'Toll')).toContainText('Delayed for ever.')
})

test('the page of an edition is exported as one file, without what was retracted since', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: minutesAgo(20) })
  await write(page, { kicker: 'Congo', text: 'Talks go on.', time: minutesAgo(10) })
  await launch(page)
  await reword(page, 'Riga', 'Leaders have met.')
  await select(page, 'Congo')
  await page.keyboard.press('Delete')
  await page.getByRole('menuitem', { name: 'Retract' }).click()
  await expect(brief(page, 'Congo')).toContainText('retracted')
  await saved(page)

  await page.keyboard.press('h')
  await choose(page, 'The rail at…')
  await page.getByRole('combobox', { name: 'Edition' }).selectOption({ index: 1 })
  const { name, text: html } = await desk.saving(() => page.getByRole('button', { name: 'Export this page' }).press('Enter'))
  await expect(page.getByText('1 item retracted since is left out').first()).toBeVisible()
  expect(name).toMatch(/^[a-z0-9-]+-\d{4}-\d{2}-\d{2}-as-at-\d{4}\.html$/)
  expect(html).toMatch(/As at \d\d:\d\d, \w+ \d+ \w+ \d{4}/)
  expect(html).toContain('Leaders meet.')
  expect(html).not.toContain('Talks go on.')
})

test('the rail of a minute is shown, and a time that cannot be says why', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  await page.keyboard.press('h')
  await choose(page, 'The rail at…')
  const minute = page.getByRole('textbox', { name: 'Or a minute' })
  await minute.fill('25:61')
  await minute.press('Enter')
  await expect(page.getByText('Not a time.')).toBeVisible()
  await minute.fill('now')
  await minute.press('Enter')
  await expect(page.getByText('Not a time.')).toBeHidden()
  const then = page.getByRole('list', { name: 'Briefs as they stood' }).getByRole('listitem')
  await expect(then.first()).toContainText('as now')
  await minute.fill('-5')
  await minute.press('Enter')
  await expect(then.first()).toContainText('added since')
})
