import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { png } from '../images.ts'
import { expect, test } from './fixtures.ts'
import { briefs, onBoard, paste, saved, select } from './editor.ts'

async function violations(page: Page): Promise<string[]> {
  // The app's own window gives axe no second page to finish in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze()
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

for (const theme of ['light', 'dark'] as const) {
  test(`no accessibility violations in ${theme}`, async ({ desk }) => {
    const { page, newsrail } = desk
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await newsrail(['import', '-'], '07:30\nCongo\nTalks go on.\n07:00\nRiga\nLeaders meet.')
    await expect(briefs(page)).toHaveCount(2)
    expect(await violations(page)).toEqual([])
    await select(page, 'Congo')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Text' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+a')
    await expect(page.getByRole('toolbar')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: 'Address of the link' })).toBeFocused()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Text' }).press('End')
    await paste(page, '<p>One.</p><p>Two.</p>')
    await expect(page.getByText('2 paragraphs are to go into this text.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByLabel('Image file').setInputFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: Buffer.from(png) })
    await expect(page.getByRole('textbox', { name: 'Alt text' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await saved(page)
    await select(page, 'Congo')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByRole('group', { name: 'Acts on the selection' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    for (const [key, name] of [
      ['Control+k', 'All commands'],
      ['?', /keys/i],
      ['t', 'Shift 2 times'],
      ['#', 'Tags of 2 briefs'],
      ['v', 'Move or copy 2 briefs'],
      ['g', 'Calendar'],
      ['a', 'Alerts'],
      ['w', /^Cadence/],
      ['Control+,', /settings/i],
      ['Control+Shift+I', 'Import text'],
      ['Control+Shift+F', 'Search everywhere'],
      ['Control+Shift+Enter', /^Launch/],
      ['Shift+Delete', /^Take down/],
    ] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name })).toBeHidden()
      await onBoard(page)
    }
    await select(page, 'Congo')
    await page.keyboard.press('Shift+C')
    await expect(page.getByRole('region', { name: 'Where Congo stands' }).getByRole('listitem')).toHaveCount(1)
    expect(await violations(page)).toEqual([])
  })
}

test('no accessibility violations in what a search found', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['import', '-'], '07:30\nCongo\nTalks go on.\n07:00\nRiga\nLeaders meet.')
  await expect(briefs(page)).toHaveCount(2)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('talk')
  await expect(page.getByRole('dialog').locator('mark')).toHaveText('Talks')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page)).toEqual([])
  }
})

test('no accessibility violations in copying the lead', async ({ desk }) => {
  const { page } = desk
  const lead = page.locator('[role="row"][data-row="lead"]')
  await onBoard(page)
  await lead.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Headline' }).fill('Ferries resume')
  await page.keyboard.press('Control+Enter')
  await expect(lead).toBeFocused()
  await saved(page)
  await page.keyboard.press('v')
  await expect(page.getByRole('dialog', { name: 'Copy the lead to…' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page)).toEqual([])
  }
})

test.describe('first start', () => {
  test.use({ firstStart: true })
  test('has no accessibility violations', async ({ desk }) => {
    await expect(desk.page.getByRole('button').first()).toBeVisible()
    expect(await violations(desk.page)).toEqual([])
  })
})
