import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Desk } from './fixtures.ts'
import { brief, briefs, launch, minutesAgo, onBoard, saved, select, turn, write } from './editor.ts'

/** A folder that the site serves; answers how to read all of it as one text. */
async function site(desk: Desk): Promise<() => Promise<string>> {
  const folder = join(desk.home, 'site')
  await mkdir(folder)
  expect((await desk.newsrail(['targets', 'add', 'site', folder])).code).toBe(0)
  return async () => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true })
    // What is still being written is not yet served, and may be renamed meanwhile.
    const whole = names.filter((name) => name.isFile() && !name.name.endsWith('.tmp'))
    const files = whole.map((name) => readFile(join(name.parentPath, name.name), 'utf8'))
    return (await Promise.all(files)).join('\n')
  }
}

/** A brief on today's rail and a copy of it on tomorrow's, both on the site. */
async function launchedWithCopy({ page }: Desk, served: () => Promise<string>): Promise<void> {
  await write(page, { kicker: 'Congo', text: 'Talks go on in Goma.', time: minutesAgo(20) })
  await launch(page)
  await expect.poll(served).toContain('Talks go on in Goma.')
  await turn(page, ']')
  await select(page, 'Congo')
  await page.keyboard.press('Control+d')
  await expect(briefs(page)).toHaveCount(2)
  await expect(briefs(page).first()).toBeFocused()
  await page.keyboard.press('r')
  await expect(briefs(page).first()).toContainText('ready')
  await launch(page)
  await turn(page, '[')
  // Now into the folder of its day.
  await launch(page)
  await saved(page)
}

test('a correction is told, found where else it stands, mended there, and launched on all its rails at once', async ({ desk }) => {
  const { page } = desk
  const served = await site(desk)
  await launchedWithCopy(desk, served)
  await select(page, 'Congo')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Talks go on in Bukavu.')
  await page.keyboard.press('Escape')
  await saved(page)

  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  const review = page.getByRole('dialog', { name: /^Launch/ })
  await expect(review).toContainText('silent')
  await page.keyboard.press('Escape')
  await select(page, 'Congo')
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Correction, for readers' })).toBeFocused()
  await page.keyboard.type('Correction: the talks are in Bukavu.')
  await page.keyboard.press('Escape')
  await saved(page)

  const elsewhere = page.getByRole('region', { name: 'Where Congo stands' })
  const places = elsewhere.getByRole('listitem')
  await expect(places).toHaveCount(2)
  await expect(places.nth(1)).toContainText('a copy')
  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  await expect(review).toContainText('Correction: the talks are in Bukavu.')
  await expect(review).not.toContainText('silent')
  await page.keyboard.press('Escape')

  await places
    .nth(1)
    .getByRole('button', { name: /^Edit here/ })
    .click()
  await expect(places.nth(1).getByRole('textbox', { name: 'Text', exact: true })).toBeFocused()
  await places.nth(1).getByRole('textbox', { name: 'Text', exact: true }).fill('Talks go on in Bukavu, too.')
  await expect(places.nth(1)).toContainText('not launched yet')
  await elsewhere.getByRole('button', { name: 'Launch the 2 rails that changed' }).click()
  await expect(elsewhere.getByRole('list', { name: 'Launched' }).getByRole('listitem')).toHaveCount(2)
  await expect(elsewhere.getByText('site: sent')).toHaveCount(2)
  expect(await served()).not.toContain('Goma')
  expect(await served()).toContain('Correction: the talks are in Bukavu.')
  await expect(brief(page, 'Congo')).toContainText('live, corrected')

  await places
    .nth(1)
    .getByRole('button', { name: /^Go to it/ })
    .click()
  await expect(briefs(page)).toHaveCount(2)
  await expect(briefs(page).first()).toBeFocused()
})

test('a note is added in the review without leaving it', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on in Goma.' })
  await launch(page)
  await select(page, 'Congo')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Talks have ended.')
  await page.keyboard.press('Escape')
  await saved(page)
  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  const review = page.getByRole('dialog', { name: /^Launch/ })
  await review.getByRole('button', { name: 'Add a note for readers to Congo' }).press('Enter')
  await page.keyboard.type('Correction: they have ended.')
  await page.keyboard.press('Escape')
  await expect(review).not.toContainText('silent')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(review).toContainText(/Edition 2 is launched/)
  await page.keyboard.press('Escape')
  await expect(brief(page, 'Congo')).toContainText('live, corrected')
})

test('what is taken down leaves every rail and target, stays so through undo, and comes back only by reinstating', async ({ desk }) => {
  const { page } = desk
  const served = await site(desk)
  await launchedWithCopy(desk, served)
  await select(page, 'Congo')
  await page.keyboard.press('Shift+Delete')
  const sheet = page.getByRole('dialog', { name: 'Take down Congo' })
  await expect(sheet.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.type('Libel')
  await sheet.getByRole('radio', { name: 'A notice in its place' }).check()
  await expect(sheet.getByRole('checkbox', { name: /Congo/ })).toBeChecked()
  await sheet.getByRole('button', { name: 'Take down 2 briefs' }).click()
  const done = page.getByRole('dialog', { name: 'Congo is taken down' })
  await expect(done).toContainText('gone from everywhere')
  expect(await served()).not.toMatch(/Congo|Goma/)
  expect(await served()).toContain('This item was withdrawn.')
  await page.keyboard.press('Escape')

  await expect(brief(page, 'Congo')).toContainText('retracted')
  await select(page, 'Congo')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/Congo stays taken down/).first()).toBeVisible()
  await page.keyboard.press('r')
  await expect(brief(page, 'Congo')).toContainText('retracted')
  await page.keyboard.press('Shift+R')
  await expect(brief(page, 'Congo')).not.toContainText('retracted')
  await launch(page)
  await expect.poll(served).toContain('Talks go on in Goma.')
})
