import { expect, test } from './fixtures.ts'
import { brief, minutesAgo, onBoard, saved, select, write } from './editor.ts'

test('an error holds its brief back until it is mended, or sent anyway with a reason', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: minutesAgo(20) })
  await write(page, { kicker: 'Vote', text: 'The vote is on TK May.', time: minutesAgo(10) })
  await expect(brief(page, 'Vote')).toContainText('“TK” only holds a place')

  await page.getByRole('tab', { name: 'Checks 1' }).click()
  const finding = page.locator('[data-check="placeholder"]')
  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  const review = page.getByRole('dialog', { name: /^Launch/ })
  await expect(review).toContainText('has an error')
  await page.keyboard.press('Escape')
  await expect(review).toBeHidden()

  await finding.getByRole('button', { name: 'Send anyway…' }).click()
  await page.getByRole('textbox', { name: 'Why it goes out all the same' }).fill('TK is the party’s name')
  await page.keyboard.press('Enter')
  await expect(finding).toContainText('Goes out all the same: TK is the party’s name')
  await saved(page)
  expect((await desk.newsrail(['check'])).code).toBe(0)

  await finding.getByRole('button', { name: 'Hold it back again' }).click()
  await expect(finding).not.toContainText('all the same')
  expect((await desk.newsrail(['check'])).code).toBe(1)
  await finding.getByRole('button', { name: /only holds a place/ }).click()
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await expect(text).toBeFocused()
  await text.fill('The vote is on 4 May.')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing to mend on this rail.')).toBeVisible()
  expect((await desk.newsrail(['check'])).code).toBe(0)
})

test('goes from problem to problem by F8, mends by a key, silences, and shows near wording side by side', async ({ desk }) => {
  const { page } = desk
  const text = 'The city council has delayed the harbour toll by a year, after a long night of talks.'
  await write(page, { kicker: 'Toll', text, time: minutesAgo(30) })
  await write(page, { kicker: 'Riga', text: 'Leaders  meet.', time: minutesAgo(20) })
  await write(page, { kicker: 'Harbour', text: text.replace('a long', 'one long'), time: minutesAgo(10) })
  await page.getByRole('tab', { name: 'Checks 2' }).click()
  const near = page.locator('[data-check="nearDuplicate"]')
  await expect(near).toContainText('Nearly the wording of Toll')
  await expect(near.getByRole('definition')).toHaveText([text.replace('a long', 'one long'), text])

  await select(page, 'Toll')
  await page.keyboard.press('F8')
  await expect(brief(page, 'Harbour')).toBeFocused()
  await page.keyboard.press('F8')
  await expect(brief(page, 'Riga')).toBeFocused()
  await page.keyboard.press('m')
  await expect(page.locator('[data-check="doubleSpace"]')).toHaveCount(0)
  await expect(brief(page, 'Riga')).toContainText('Leaders meet.')

  await near.getByRole('button', { name: 'Silence here' }).click()
  await expect(near).toHaveCount(0)
  await expect(page.getByText('Nothing to mend on this rail.')).toBeVisible()
  await saved(page)
  await page.keyboard.press('F8')
  await expect(page.getByText('No problems on this rail').first()).toBeVisible()

  const again = await desk.restart()
  await expect(again.getByRole('tab', { name: 'Checks', exact: true })).toBeVisible()
})

test('the channel sets its limits and house style, and a card shows how long its words are', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'They said "soon" in Doha.', time: minutesAgo(10) })
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Channel settings' })
  await dialog.getByRole('spinbutton', { name: 'Text, characters' }).fill('24')
  await dialog.getByRole('radio', { name: 'Curly' }).check()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(brief(page, 'Congo')).toContainText('25 characters, 24 are the channel’s limit')
  await expect(brief(page, 'Congo')).toContainText('Straight quotation marks')
  await select(page, 'Congo')
  await page.keyboard.press('m')
  await expect(brief(page, 'Congo')).toContainText('“soon”')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-card] [data-meter]')).toHaveText('25 of 24')
})
