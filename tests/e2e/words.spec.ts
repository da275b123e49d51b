import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { brief, briefs, kickers, onBoard, paste, saved, select, write } from './editor.ts'

const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Text', exact: true })

async function open(page: Page, kicker: string): Promise<void> {
  await select(page, kicker)
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toBeFocused()
}

async function close(page: Page, kicker: string): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker)).toBeFocused()
  await saved(page)
}

/** The history's acts of the brief that is selected. */
async function acts(page: Page): Promise<number> {
  await page.keyboard.press('h')
  const listed = page.getByRole('region', { name: /^History of/ }).getByRole('listitem')
  await expect(listed.first()).toBeVisible()
  return listed.count()
}

test('Markdown turns into what it means as it is typed, and stands as that on the page', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks **go on** in *Goma*, 3 * 4 * 5, says [the host](example.org/talks).' })
  const shown = page.locator('iframe:visible').first().contentFrame()
  await expect(shown.locator('strong')).toHaveText('go on')
  await expect(shown.locator('em')).toHaveText('Goma')
  await expect(shown.getByRole('link', { name: 'the host' })).toHaveAttribute('href', 'https://example.org/talks')
  await expect(shown.locator('body')).toContainText('3 * 4 * 5')

  await open(page, 'Congo')
  await expect(textOf(page).locator('strong')).toHaveText('go on')
  await expect(textOf(page)).toHaveText('Talks go on in Goma, 3 * 4 * 5, says the host.')
})

test('a card that is opened and closed without typing changes nothing', async ({ desk }) => {
  const { page, newsrail } = desk
  const text = 'Talks __go on__ in _Goma_,  and [on](https://example.org/a_(b)).'
  await newsrail(['import', '-'], `07:30\nCongo\n${text}`)
  await expect(briefs(page)).toHaveCount(1)
  await select(page, 'Congo')
  const before = await acts(page)
  await open(page, 'Congo')
  await close(page, 'Congo')
  await open(page, 'Congo')
  await page.keyboard.type('x')
  await page.keyboard.press('Backspace')
  await close(page, 'Congo')
  expect(await acts(page)).toBe(before)
})

test('links are made, changed and taken off by keyboard', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on' })
  await open(page, 'Congo')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  const address = page.getByRole('textbox', { name: 'Address of the link' })
  await expect(address).toBeFocused()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not an address. It begins with')).toBeVisible()
  await address.fill('example.org')
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toBeFocused()
  await expect(textOf(page).locator('a')).toHaveAttribute('href', 'https://example.org')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  await expect(address).toHaveValue('https://example.org')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('Control+k')
  await address.fill('')
  await page.keyboard.press('Enter')
  await expect(textOf(page).locator('a')).toHaveCount(0)
  await expect(textOf(page)).toHaveText('Talks go on')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(textOf(page).locator('em')).toHaveText('Talks go on')
})

test('a paste from Word brings its words and nothing else; several paragraphs are asked about', async ({ desk }) => {
  const { page } = desk
  const word = await readFile('tests/core/ingest/clipboard/word.html', 'utf8')
  await write(page, { kicker: 'Ferries', text: 'So far.' })
  await open(page, 'Ferries')
  await paste(page, '<p> <b>Now</b> more <script>alert(1)</script></p>')
  await expect(textOf(page)).toHaveText('So far.Now more')
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toHaveText('So far.')

  const question = page.getByText('6 paragraphs are to go into this text.')
  await paste(page, word)
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(textOf(page)).toBeFocused()
  await expect(textOf(page)).toHaveText('So far.')

  await paste(page, word)
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toContainText('Ferries resume “We are back,” said the harbour’s head')
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toHaveText('So far.')
  await page.keyboard.press('Control+z')
  await close(page, 'Ferries')
})

test('paragraphs become briefs of their own, in one step', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Ferries', text: 'Old.', time: '-10' })
  await open(page, 'Ferries')
  await page.keyboard.press('Control+a')
  await paste(page, '<p>First <b>one</b>.</p><p>Second.</p><p>Third.</p>')
  await page.getByRole('button', { name: 'Make 3 briefs' }).press('Enter')
  await expect(textOf(page)).toHaveText('First one.')
  await close(page, 'Ferries')
  await expect(page.locator('[data-part="text"]')).toHaveText(['First one.', 'Second.', 'Third.'])
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-part="text"]')).toHaveText(['Old.'])
})

test('a lead’s body has subheads, quotes and lists', async ({ desk }) => {
  const { page } = desk
  await page.locator('[data-row="lead"]').click()
  await expect(page.getByRole('textbox', { name: 'Headline' })).toBeFocused()
  await page.keyboard.type('Ferries resume')
  await page.keyboard.press('Enter')
  await page.keyboard.type('After *two days*.')
  await page.getByRole('textbox', { name: 'Body' }).focus()
  await page.keyboard.type('It began.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Who goes first')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- patients')
  await page.keyboard.press('Enter')
  await page.keyboard.type('families')
  await page.keyboard.press('Control+Enter')
  await saved(page)
  const shown = page.locator('iframe:visible').first().contentFrame()
  await expect(shown.locator('h2, h3').filter({ hasText: 'Who goes first' })).toBeVisible()
  await expect(shown.locator('li', { hasText: 'families' })).toBeVisible()
  await expect(shown.locator('em')).toHaveText('two days')
})

test('a link dragged in from another program makes a brief where it is dropped', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.', time: '-20' })
  await write(page, { kicker: 'Riga', text: 'Leaders meet.', time: '-60' })
  const below = await brief(page, 'Riga').boundingBox()
  await page.evaluate(
    (y) => {
      const data = new DataTransfer()
      data.setData('text/uri-list', 'https://example.org/toll')
      data.setData('text/plain', 'https://example.org/toll')
      data.setData('text/html', '<a href="https://example.org/toll">Toll <b>delayed</b></a>')
      const row = document.querySelector('[data-pane="board"]')
      row?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientY: y }))
    },
    (below?.y ?? 0) + 4,
  )
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  await page.keyboard.type('Toll')
  await page.keyboard.press('Escape')
  await expect.poll(() => kickers(page)).toEqual(['Congo', 'Toll', 'Riga'])
  await expect(brief(page, 'Toll')).toContainText('Toll delayed')
  await expect(brief(page, 'Toll')).toContainText('example.org')
  await onBoard(page)
})

test('the caret goes where the words were pressed', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on in Goma.' })
  const text = brief(page, 'Congo').locator('[data-part="text"]')
  const box = await text.boundingBox()
  await page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + 8)
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type('Now: ')
  await expect(textOf(page)).toHaveText('Now: Talks go on in Goma.')
})
