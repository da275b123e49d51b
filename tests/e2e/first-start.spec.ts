import { expect, test } from './fixtures.ts'
import { briefs, kickers, write } from './editor.ts'

test.use({ firstStart: true })

test('an editor starts a desk, and finds it again the next time', async ({ desk }) => {
  const { page } = desk
  await page.getByLabel(/title/i).first().fill('World')
  await page.getByLabel(/your name/i).fill('Ana')
  await page.getByRole('button', { name: /start/i }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  const again = await desk.restart()
  await expect(briefs(again)).toHaveCount(1)
  expect(await kickers(again)).toEqual(['Congo'])
})

test('the sample day shows a full board and launches to a zip only', async ({ desk }) => {
  const { page } = desk
  await page.getByRole('button', { name: /sample/i }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect.poll(() => briefs(page).count()).toBeGreaterThan(5)
  await expect(page.getByText('Sample', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByText('The sample launches to a zip or the preview only.')).toBeVisible()
})
