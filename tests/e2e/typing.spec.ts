import { expect, test } from './fixtures.ts'
import { brief, briefs, kickers, onBoard, saved, select, write } from './editor.ts'

test('somebody who types faster than the desk answers gets every word where it was meant', async ({ desk }) => {
  const { page } = desk
  // Over HTTP the desk is made slow; what a window does with its keys is the same on both hosts.
  await page.route('**/call/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150))
    await route.continue()
  })
  // As quick as hands are, and then some.
  const delay = 25
  await onBoard(page)
  for (const word of ['one', 'two', 'three', 'four']) {
    await page.keyboard.press('n')
    await page.keyboard.type(`kicker ${word}`, { delay })
    await page.keyboard.press('Tab')
    await page.keyboard.type(`Text of ${word}, typed on the board.`, { delay })
    await page.keyboard.press('Control+Enter')
  }
  await expect(briefs(page)).toHaveCount(4)
  for (const word of ['one', 'two', 'three', 'four']) {
    await expect(brief(page, `kicker ${word}`)).toContainText(`Text of ${word}, typed on the board.`)
    await expect(brief(page, `kicker ${word}`)).toContainText('ready')
  }
  await saved(page)
})

test('a card stays under the caret when another window discards its brief', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: '-5' })
  const other = await desk.newWindow()
  await select(page, 'Congo')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Text' }).focus()
  await page.keyboard.type(' In Goma,')
  await select(other, 'Congo')
  await other.keyboard.press('Delete')
  await expect(page.getByText('Taken off this rail in another window meanwhile.')).toBeVisible()
  await page.keyboard.type(' rsp said the host.')
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveText('Talks go on. In Goma, rsp said the host.')
  await page.keyboard.press('Escape')
  await expect.poll(() => kickers(page)).toEqual(['Riga'])
  await onBoard(other)
  await other.keyboard.press('Control+z')
  await expect(brief(page, 'Congo')).toContainText('In Goma, rsp said the host.')
})

test('the focus stays on the board through moves that are undone', async ({ desk }) => {
  const { page } = desk
  for (const kicker of ['Riga', 'Congo', 'Toll']) await write(page, { kicker, text: 'Words.', time: '+0' })
  for (let turn = 0; turn < 4; turn++) {
    await select(page, 'Riga')
    const before = await kickers(page)
    await page.keyboard.press(turn % 2 === 0 ? 'Alt+ArrowUp' : 'p')
    await expect.poll(() => kickers(page)).not.toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => kickers(page)).toEqual(before)
    await expect(page.locator('[data-pane="board"] [role="row"]:focus')).toBeVisible()
  }
})
