import { expect, test } from './fixtures.ts'
import { brief, briefs, launch, saved, select, turn, write } from './editor.ts'

test('the morning after carries last night’s briefs, and a correction made on them shows on both days', async ({ desk }) => {
  const { page } = desk
  await turn(page, '[')
  await write(page, { kicker: 'Congo', text: 'Talks go on.', time: '22:10' })
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: '21:40' })
  await launch(page)
  await turn(page, ']')
  await expect(briefs(page)).toHaveCount(2)
  await expect(page.getByText(/carried 2/)).toBeVisible()
  await expect(brief(page, 'Congo')).toContainText('live')

  await select(page, 'Congo')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.fill('Talks have ended.')
  await page.keyboard.press('Escape')
  await saved(page)
  await expect(brief(page, 'Congo')).toContainText('changed')
  await launch(page)
  await expect(brief(page, 'Congo')).toContainText('live')

  await turn(page, '[')
  await expect(brief(page, 'Congo')).toContainText('Talks have ended.')
  await expect(brief(page, 'Congo')).toContainText('changed')
})
