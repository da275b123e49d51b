import { expect, test } from './fixtures.ts'
import { brief, briefs, kickers, minutesAgo, onBoard, saved, select, write } from './editor.ts'

async function three(page: Parameters<typeof write>[0]): Promise<void> {
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: minutesAgo(30) })
  await write(page, { kicker: 'Congo', text: 'Talks go on.', time: minutesAgo(20) })
  await write(page, { kicker: 'Toll', text: 'Delayed by a year.', time: minutesAgo(10) })
  expect(await kickers(page)).toEqual(['Toll', 'Congo', 'Riga'])
}

test('writes, moves by keyboard, retimes to fit, and undoes it all after a restart', async ({ desk }) => {
  const { page } = desk
  await three(page)
  await select(page, 'Riga')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Riga', 'Congo'])
  await expect(brief(page, 'Riga')).toContainText('out of order')
  await page.keyboard.press('Shift+T')
  await expect(brief(page, 'Riga')).not.toContainText('out of order')
  expect(await kickers(page)).toEqual(['Toll', 'Riga', 'Congo'])
  await saved(page)

  const again = await desk.restart()
  await onBoard(again)
  await again.keyboard.press('Control+z')
  await expect(brief(again, 'Riga')).toContainText('out of order')
  await again.keyboard.press('Control+z')
  await expect.poll(() => kickers(again)).toEqual(['Toll', 'Congo', 'Riga'])
  await again.keyboard.press('Control+Shift+z')
  await expect.poll(() => kickers(again)).toEqual(['Toll', 'Riga', 'Congo'])
})

test('a brief is dragged with the mouse, and only it moves', async ({ desk }) => {
  const { page } = desk
  await three(page)
  const [from, to] = [await brief(page, 'Riga').boundingBox(), await brief(page, 'Toll').boundingBox()]
  if (from === null || to === null) throw new Error('The rows are not to be seen')
  await page.mouse.move(from.x + 200, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 200, from.y - 20, { steps: 5 })
  await page.mouse.move(to.x + 200, to.y + 4, { steps: 10 })
  await page.mouse.up()
  await expect.poll(() => kickers(page)).toEqual(['Riga', 'Toll', 'Congo'])
  await saved(page)
})

test('goes to the shelf and back, is discarded and brought back, pinned and made a draft', async ({ desk }) => {
  const { page } = desk
  await three(page)
  await select(page, 'Congo')
  await page.keyboard.press('s')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Riga'])
  await onBoard(page)
  await page.keyboard.press('Control+z')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Congo', 'Riga'])
  await select(page, 'Congo')
  await page.keyboard.press('Delete')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Riga'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => kickers(page)).toEqual(['Toll', 'Congo', 'Riga'])
  await select(page, 'Riga')
  await page.keyboard.press('p')
  await expect.poll(() => kickers(page)).toEqual(['Riga', 'Toll', 'Congo'])
  await select(page, 'Toll')
  await page.keyboard.press('r')
  await expect(brief(page, 'Toll')).toContainText('draft')
})

test('a new brief that is left empty leaves nothing behind', async ({ desk }) => {
  const { page } = desk
  await onBoard(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(briefs(page)).toHaveCount(0)
  await saved(page)
})

test('every letter goes into a field, and letters on the board stop acting when somebody types blind', async ({ desk }) => {
  const { page } = desk
  await onBoard(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.?[]/'
  for (const letter of letters) await page.keyboard.press(letter)
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toHaveValue(letters)
  await page.keyboard.press('Escape')
  await expect(briefs(page)).toHaveCount(1)
  await onBoard(page)
  await page.keyboard.type('rpr', { delay: 20 })
  await expect(page.getByText('You are typing, but no field is open').first()).toBeVisible()
})

test('a time that cannot be keeps what was typed and says why', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  await page.keyboard.press('t')
  const time = page.getByRole('textbox', { name: 'Time' })
  await time.fill('25:61')
  await time.press('Tab')
  await expect(page.getByText('Not a time.')).toBeVisible()
  await expect(time).toHaveValue('25:61')
})
