import { expect, test } from './fixtures.ts'
import { brief, kickers, saved, select, write } from './editor.ts'

test('two windows on one desk stay in step', async ({ desk }) => {
  const { page } = desk
  const other = await desk.newWindow()
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  await expect.poll(() => kickers(other)).toEqual(['Congo'])
  await write(other, { kicker: 'Riga', text: 'Leaders meet.', time: '+0' })
  await expect.poll(() => kickers(page)).toContain('Riga')
  await select(other, 'Congo')
  await other.keyboard.press('r')
  await expect(brief(page, 'Congo')).toContainText('draft')
})

test('two windows that write one field unknowingly get both wordings to choose from', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  const other = await desk.newWindow()
  for (const window of [page, other]) {
    await select(window, 'Congo')
    await window.keyboard.press('Enter')
    await window.getByRole('textbox', { name: 'Text' }).focus()
  }
  // Both have the field open on the same words; neither has seen what the other writes.
  await page.keyboard.type(' In Goma.')
  await other.keyboard.type(' In Kinshasa.')
  await saved(page)
  await saved(other)
  await page.keyboard.press('Escape')
  await other.keyboard.press('Escape')
  await expect(brief(page, 'Congo')).toContainText('two wordings')
  await select(page, 'Congo')
  await page.keyboard.press('Enter')
  await expect(page.getByText('two people wrote without knowing of each other')).toBeVisible()
  const wordings = page.getByRole('region', { name: /two people wrote/ })
  await expect(wordings).toContainText('In Goma.')
  await expect(wordings).toContainText('In Kinshasa.')
  await wordings
    .getByRole('button', { name: /take this/i })
    .last()
    .click()
  await expect(wordings).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(brief(page, 'Congo')).not.toContainText('two wordings')
  await expect(brief(other, 'Congo')).not.toContainText('two wordings')
})
