import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { briefs, launch, onBoard, saved, turn } from './editor.ts'

const pasted = `Ferries resume across the bay after a two-day stop.
The first boat left at dawn on Monday, the harbour office said.
"We are back," said its head.
Read next
00:20
Night buses
Two night lines return on Friday.
23:40
harbour toll
The city council has delayed the toll by a year. A vote follows in May.
9.05 pm
EU summit
Leaders meet in Riga on Thursday.
What do you think?
Be the first to comment`

/** The page's own lines for it: the same, with times written HH:MM. */
const lines = pasted.replace('9.05 pm', '21:05').split('\n')

test('a pasted page becomes a rail, and its bundle reads line by line as the page did', async ({ desk }) => {
  const { page, newsrail } = desk
  // Yesterday: none of its times lies ahead.
  await turn(page, '[')
  await onBoard(page)
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, pasted)
  const dialog = page.getByRole('dialog', { name: 'Import text' })
  await expect(dialog.getByText('a lead, 3 briefs, a discussion')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 3 briefs' }).click()
  await expect(dialog).toBeHidden()
  await expect(briefs(page)).toHaveCount(3)
  await saved(page)

  await onBoard(page)
  await launch(page)
  const out = await mkdtemp(join(tmpdir(), 'newsrail-out-'))
  try {
    const day = await page.evaluate(() => document.querySelector('[data-row*="/brief-"]')?.getAttribute('data-row')?.split('/')[1])
    const launched = await newsrail(['launch', '--out', join(out, 'site'), '--day', day ?? ''])
    expect(launched, launched.stderr).toMatchObject({ code: 0 })
    const verified = await newsrail(['verify', join(out, 'site')])
    expect(verified, verified.stderr + verified.stdout).toMatchObject({ code: 0 })
    const html = await readFile(join(out, 'site', 'index.html'), 'utf8')
    const text = await page.evaluate((source) => {
      const frame = document.createElement('iframe')
      frame.style.width = '800px'
      document.body.append(frame)
      const written = new DOMParser().parseFromString(source, 'text/html')
      const inner = frame.contentDocument
      inner?.replaceChild(inner.adoptNode(written.documentElement), inner.documentElement)
      const seen = inner?.body.innerText ?? ''
      frame.remove()
      return seen
    }, html)
    expect(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ).toEqual(lines)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})

test('pasting the same page again finds that the rail has it already, and undo takes an import back as one act', async ({ desk }) => {
  const { page, newsrail } = desk
  const first = await newsrail(['import', '-'], '10:00\nCongo\nTalks go on.\n09:00\nRiga\nLeaders meet.')
  expect(first, first.stderr).toMatchObject({ code: 0 })
  await expect(briefs(page)).toHaveCount(2)
  await onBoard(page)
  await page.keyboard.press('Control+Shift+I')
  const dialog = page.getByRole('dialog', { name: 'Import text' })
  await dialog.getByRole('textbox').first().fill('10:00\nCongo\nTalks go on.\n08:00\nEU summit\nIt begins.\n07:00\nToll\nDelayed.')
  await dialog.getByRole('button', { name: 'Read the text' }).click()
  await expect(dialog.getByText('on the rail already')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 2 briefs' }).click()
  await expect(briefs(page)).toHaveCount(4)
  await onBoard(page)
  await page.keyboard.press('Control+z')
  await expect(briefs(page)).toHaveCount(2)
})
