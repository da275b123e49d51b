import { expect, test } from './fixtures.ts'
import { brief, onBoard, saved, select } from './editor.ts'

test('a desk killed while somebody types has every acknowledged word after', async ({ desk }) => {
  const { page } = desk
  await onBoard(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  await page.keyboard.type('Congo')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Talks go on in Goma, and the two sides have agreed on a date.')
  await saved(page)
  // Typing goes on, and the desk ends in the middle of it.
  await page.keyboard.type(' More to')
  await desk.kill()
  const again = await desk.restart()
  await expect(brief(again, 'Congo')).toContainText('Talks go on in Goma, and the two sides have agreed on a date.')
  await select(again, 'Congo')
})

test('words typed a moment before quitting are there after', async ({ desk }) => {
  const { page } = desk
  await onBoard(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  await page.keyboard.type('Congo')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Not a pause after this.')
  const again = await desk.restart()
  await expect(brief(again, 'Congo')).toContainText('Not a pause after this.')
})
