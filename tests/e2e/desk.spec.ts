/** The desk itself: its sizes, its pictures, its paper. */
import { expect, test } from './fixtures.ts'
import { briefs, kickers, onBoard } from './editor.ts'

const evening = '23:10\nCongo\nTalks go on in Doha.\n\n22:40\nRiga\nLeaders meet.\n\n21:05\nTallinn\nThe cable is mended.'

test('text grows and rows draw together as a person sets them, and stay so', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['import', '-'], evening)
  await expect(briefs(page)).toHaveCount(3)
  const kicker = page.locator('[data-part="kicker"]').first()
  const size = (): Promise<number> => kicker.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  // Not a row's height: what is said below its words may still come.
  const inset = async (): Promise<number> => {
    const [row, words] = await Promise.all([briefs(page).first().boundingBox(), kicker.boundingBox()])
    return (words?.y ?? 0) - (row?.y ?? 0)
  }
  const [sizeBefore, insetBefore] = [await size(), await inset()]
  await onBoard(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('desk settings')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Compact' }).check()
  await expect.poll(inset).toBeLessThan(insetBefore)
  await page.getByRole('radio', { name: 'Largest' }).check()
  await expect.poll(size).toBeGreaterThan(sizeBefore * 1.3)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(briefs(page)).toHaveCount(3)
  expect(await size()).toBeGreaterThan(sizeBefore * 1.3)
})

test('at 200% zoom everything is within reach, in one column', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['import', '-'], evening)
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(briefs(page).first()).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  const review = page.getByRole('dialog', { name: /^Launch/ })
  await expect(review.getByRole('button', { name: /^Launch/ })).toBeInViewport()
})

test('W shows the cadence and the week, and goes to a day of it', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['import', '-'], evening)
  await expect(briefs(page)).toHaveCount(3)
  const title = page.getByRole('heading', { level: 1 })
  const shown = await title.textContent()
  await onBoard(page)
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: /^Cadence/ })
  await expect(dialog.getByText(/^3 briefs/).first()).toBeVisible()
  const week = dialog.getByRole('listitem').getByRole('button')
  await expect(week).toHaveCount(7)
  const here = await week.evaluateAll((days) => days.findIndex((day) => day === document.activeElement))
  await page.keyboard.press(here === 0 ? 'ArrowDown' : 'ArrowUp')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(title).not.toHaveText(shown ?? '')
})

test('the rail is printed whole, and nothing else', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['import', '-'], evening)
  await expect(briefs(page)).toHaveCount(3)
  const names = await kickers(page)
  await page.emulateMedia({ media: 'print' })
  // The paper as it lies when the browser's own dialog opens.
  await page.evaluate(() => {
    window.print = () => {
      document.title = document.body.innerText
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await onBoard(page).catch(() => undefined)
  await page.keyboard.press('Control+p')
  for (const name of names) await expect(page).toHaveTitle(new RegExp(name))
  await expect(page).toHaveTitle(/Talks go on in Doha/)
  await expect(page).not.toHaveTitle(/All commands|Saved/)
})
