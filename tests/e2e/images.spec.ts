import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { jpeg, photo, png, secrets } from '../images.ts'
import { expect, test } from './fixtures.ts'
import { brief, launch, minutesAgo, onBoard, saved, select, write } from './editor.ts'

const file = (name: string, bytes: Uint8Array, mimeType = 'image/jpeg') => ({ name, mimeType, buffer: Buffer.from(bytes) })

const focalPoint = (page: Page) => page.getByRole('button', { name: /^Focal point/ })
const alt = (page: Page) => page.getByRole('textbox', { name: 'Alt text' })
const credit = (page: Page) => page.getByRole('textbox', { name: 'Credit' })

/** Lets a file go over a row of the board, or pastes it there, as a person does from another program. */
async function bring(page: Page, how: 'drop' | 'paste', kicker: string, name: string, bytes: Uint8Array): Promise<void> {
  const given = { how, name, bytes: [...bytes] }
  await brief(page, kicker).evaluate((row, { how: by, name: called, bytes: content }) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(content)], called, { type: 'image/jpeg' }))
    const init = { bubbles: true, cancelable: true }
    row.dispatchEvent(
      by === 'drop'
        ? new DragEvent('drop', { ...init, dataTransfer: data })
        : new ClipboardEvent('paste', { ...init, clipboardData: data }),
    )
  }, given)
}

test('a photo is chosen, described, cropped by keyboard and launched, and says nothing of who took it where', async ({ desk }) => {
  const { page, newsrail, library } = desk
  await write(page, { kicker: 'Ferries', text: 'The first boat left at dawn.', time: minutesAgo(5) })
  await select(page, 'Ferries')
  await page.keyboard.press('i')
  await expect(page.getByRole('button', { name: 'Choose an image…' })).toBeFocused()
  await page.getByLabel('Image file').setInputFiles(file('IMG_2041.jpg', photo()))

  await expect(alt(page)).toBeFocused()
  await page.keyboard.type('A ferry at the quay')
  await page.keyboard.press('Enter')
  await expect(credit(page)).toBeFocused()
  await page.keyboard.type('Photo: Ana')

  // The camera was held upright: the photo is turned as it says.
  const whole = focalPoint(page).locator('img')
  await expect(async () => {
    expect(await whole.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([16, 24])
  }).toPass()
  await focalPoint(page).focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Focal point, 50% from the left, 39% from the top' })).toBeFocused()
  // Closed at once: what was done is kept.
  await page.keyboard.press('Escape')
  await expect(async () => expect(await readdir(join(library, 'media'))).toHaveLength(3)).toPass()
  await saved(page)
  await expect(brief(page, 'Ferries').locator('img')).toBeVisible()

  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('dialog', { name: /^Launch/ })).toContainText('With an image')
  await page.keyboard.press('Escape')
  await launch(page)
  const out = await mkdtemp(join(tmpdir(), 'newsrail-out-'))
  try {
    const site = join(out, 'site')
    const launched = await newsrail(['launch', '--out', site])
    expect(launched, launched.stderr).toMatchObject({ code: 0 })
    expect((await newsrail(['verify', site])).code).toBe(0)
    const html = await readFile(join(site, 'index.html'), 'utf8')
    const [, src] = /<img src="(media\/[0-9a-f]{64}\.jpg)"[^>]* alt="A ferry at the quay"/.exec(html) ?? []
    expect(html).toContain('<figcaption class="newsrail-credit">Photo: Ana</figcaption>')
    const bytes = await readFile(join(site, src ?? 'no image'))
    for (const secret of secrets) expect(bytes.toString('latin1')).not.toContain(secret)
    for (const name of await readdir(join(library, 'media'))) {
      const kept = await readFile(join(library, 'media', name), 'latin1')
      for (const secret of secrets) expect(kept).not.toContain(secret)
    }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})

test('an image dropped on a brief holds it back until it has alt text and credit; the check leads to the field', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: minutesAgo(20) })
  await write(page, { kicker: 'Ferries', text: 'The first boat left at dawn.', time: minutesAgo(5) })
  await bring(page, 'drop', 'Ferries', 'ferry.jpg', jpeg)
  // What it needs next is asked for at once.
  await expect(alt(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(brief(page, 'Ferries')).toContainText('The image has no credit')

  await page.keyboard.press('Control+Shift+Enter')
  const review = page.getByRole('dialog', { name: /^Launch/ })
  await expect(review).toContainText('has an error')
  await page.keyboard.press('Escape')
  await expect(review).toBeHidden()
  expect((await desk.newsrail(['check'])).code).toBe(1)

  await page.getByRole('tab', { name: 'Checks 2' }).click()
  await page
    .locator('[data-check="noAlt"]')
    .getByRole('button', { name: /no alt text/ })
    .click()
  await expect(alt(page)).toBeFocused()
  await page.keyboard.type('A ferry at the quay')
  await page
    .locator('[data-check="noCredit"]')
    .getByRole('button', { name: /no credit/ })
    .click()
  await expect(credit(page)).toBeFocused()
  await page.keyboard.type('Ana')
  await page.keyboard.press('Escape')
  await saved(page)
  expect((await desk.newsrail(['check'])).code).toBe(0)

  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(page.frameLocator('iframe.shown').getByRole('img', { name: 'A ferry at the quay' })).toBeVisible()
  const shown = page.frameLocator('iframe.shown').locator('img')
  await expect(async () => expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)).toPass()
})

test('what is no image is refused by what it is, and the words stay', async ({ desk }) => {
  const { page, library } = desk
  await write(page, { kicker: 'Ferries', text: 'The first boat left at dawn.', time: minutesAgo(5) })
  await bring(page, 'drop', 'Ferries', 'notes.jpg', new TextEncoder().encode('Just some words.'))
  await expect(page.getByRole('contentinfo')).toContainText('notes.jpg is text, not an image')
  await select(page, 'Ferries')
  await page.keyboard.press('i')
  await page.getByLabel('Image file').setInputFiles(file('half.jpg', jpeg.subarray(0, 300)))
  await expect(page.getByRole('alert').filter({ hasText: 'half.jpg is damaged' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(brief(page, 'Ferries')).toContainText('The first boat left at dawn.')
  await expect(brief(page, 'Ferries').locator('img')).toHaveCount(0)
  expect(await readdir(library)).not.toContain('media')
})

test('an image is pasted on a brief, replaced, taken off, and comes back by undo', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Ferries', text: 'The first boat left at dawn.', time: minutesAgo(5) })
  await select(page, 'Ferries')
  await bring(page, 'paste', 'Ferries', 'image.png', png)
  await expect(alt(page)).toBeFocused()
  await page.keyboard.type('A ferry')
  await page.getByLabel('Image file').setInputFiles(file('other.jpg', jpeg))
  await expect(alt(page)).toHaveValue('')
  // Takes back that alone, and not what else was written in the card.
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('The first boat left at six.')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Undo' }).click()
  await expect(alt(page)).toHaveValue('A ferry')
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveText('The first boat left at six.')
  await page.getByRole('button', { name: 'Take off' }).click()
  await expect(focalPoint(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Choose an image…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await saved(page)
  await onBoard(page)
  await select(page, 'Ferries')
  // One visit, one step: back to the image that was pasted before it.
  await page.keyboard.press('Control+z')
  await expect(brief(page, 'Ferries').locator('img')).toHaveCount(1)
  await expect(brief(page, 'Ferries')).toContainText('The first boat left at dawn.')
  await page.keyboard.press('h')
  await expect(page.locator('[data-pane="side"], aside, section').filter({ hasText: 'With an image' }).first()).toBeVisible()
})

test('the lead shows its image in the page, wide', async ({ desk }) => {
  const { page } = desk
  await onBoard(page)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ferries resume')
  await page.getByLabel('Image file').setInputFiles(file('ferry.jpg', jpeg))
  await expect(focalPoint(page)).toBeVisible()
  await alt(page).fill('A ferry at the quay')
  await credit(page).fill('Ana')
  await page.keyboard.press('Control+Enter')
  await saved(page)
  const img = page.frameLocator('iframe.shown').getByRole('img', { name: 'A ferry at the quay' })
  await expect(img).toHaveAttribute('width', '24')
  await expect(img).toHaveAttribute('height', '14')
})
