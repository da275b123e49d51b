import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { png } from '../images.ts'
import { expect, test } from './fixtures.ts'
import { briefs, onBoard, saved, select } from './editor.ts'

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
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByLabel('Image file').setInputFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: Buffer.from(png) })
    await expect(page.getByRole('textbox', { name: 'Alt text' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await saved(page)
    await onBoard(page)
    for (const [key, name] of [
      ['Control+k', 'All commands'],
      ['?', /keys/i],
      ['g', 'Calendar'],
      ['a', 'Alerts'],
      ['w', /^Cadence/],
      ['Control+,', /settings/i],
      ['Control+Shift+I', 'Import text'],
      ['Control+Shift+Enter', /^Launch/],
    ] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name })).toBeHidden()
      await onBoard(page)
    }
  })
}

test.describe('first start', () => {
  test.use({ firstStart: true })
  test('has no accessibility violations', async ({ desk }) => {
    await expect(desk.page.getByRole('button').first()).toBeVisible()
    expect(await violations(desk.page)).toEqual([])
  })
})
