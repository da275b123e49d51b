/** One editor's whole day on one rail, without a mouse, and what the site holds at its end. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { railSchema, type RailJson } from '../../src/core/bundle/rail-json.ts'
import { brief, kickers, onBoard, saved, turn, write } from './editor.ts'
import { expect, test, type Desk } from './fixtures.ts'

const agencies = 48
/** What is written singly, in the order of the day. */
const written = ['Riga', 'Congo', 'Toll', 'Ferry', 'Zanzibar', 'Oslo', 'Harbour', 'Budget', 'Summit', 'Glacier', 'Tram', 'Orchard']

const two = (n: number): string => String(n).padStart(2, '0')
/** Every five minutes from 06:00, the newest first. */
const wire = Array.from({ length: agencies }, (_, index) => agencies - 1 - index)
  .map((n) => `${two(6 + Math.floor(n / 12))}:${two((n % 12) * 5)}\nWire ${two(n)}\nReport ${two(n)} from district ${two(n)} has come in.`)
  .join('\n')

interface Site {
  readonly rail: () => Promise<RailJson>
  readonly page: () => Promise<string>
  /** All its files as one text. */
  readonly all: () => Promise<string>
}

async function site(desk: Desk): Promise<Site> {
  const folder = join(desk.home, 'site')
  await mkdir(folder)
  expect((await desk.newsrail(['targets', 'add', 'site', folder])).code).toBe(0)
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  return {
    rail: async () => railSchema.parse(JSON.parse(await read('rail.json'))),
    page: () => read('index.html'),
    all: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'))
      return (await Promise.all(files)).join('\n')
    },
  }
}

const review = (page: Page): Locator => page.getByRole('dialog', { name: /^Launch/ })
const headline = (page: Page): Locator => page.getByRole('textbox', { name: 'Headline' })

/** Goes to a brief as an editor does who knows a word of it. */
async function goTo(page: Page, kicker: string): Promise<void> {
  await onBoard(page)
  await page.keyboard.press('Control+f')
  const find = page.getByRole('search')
  await expect(find.getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText(kicker)
  await expect(find.getByRole('status')).toHaveText(/^1 (match|of 1)$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker)).toBeFocused()
}

/** Tab, until a field has the focus. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(field).toBeFocused({ timeout: 100 })
  }).toPass({ timeout: 10_000 })
}

async function retime(page: Page, kicker: string, time: string): Promise<void> {
  await goTo(page, kicker)
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Time' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(time)
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker)).toBeFocused()
  await expect(brief(page, kicker).locator('[data-part="at"]')).toHaveText(time)
  await saved(page)
}

async function lead(page: Page, words: string, standfirst: string): Promise<void> {
  await onBoard(page)
  await page.keyboard.press('Home')
  const row = page.locator('[data-row="lead"]')
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(headline(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Standfirst' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(standfirst)
  await page.keyboard.press('Control+Enter')
  await expect(row).toBeFocused()
  await expect(row).toContainText(words)
  await saved(page)
}

async function launch(page: Page, { rail }: Site, edition: number): Promise<void> {
  await onBoard(page)
  await page.keyboard.press('Control+Shift+Enter')
  await expect(review(page)).toBeVisible()
  await expect(review(page)).not.toContainText('silent')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(review(page)).toContainText(`Edition ${String(edition)} is launched`)
  await expect(review(page).getByText('sent', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(review(page)).toBeHidden()
  expect((await rail()).edition.number).toBe(edition)
}

/** Rewords a live brief and tells readers. */
async function correct(page: Page, kicker: string, text: string, note: string): Promise<void> {
  await goTo(page, kicker)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker)).toBeFocused()
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Correction, for readers' })).toBeFocused()
  await page.keyboard.insertText(note)
  await page.keyboard.press('Escape')
  await saved(page)
}

async function importWire(page: Page): Promise<void> {
  await onBoard(page)
  await page.keyboard.press('Control+Shift+i')
  const dialog = page.getByRole('dialog', { name: 'Import text' })
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toBeFocused()
  await page.keyboard.insertText(wire)
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('button', { name: `Import ${String(agencies)} briefs` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`Imported ${String(agencies)} briefs.`).first()).toBeVisible()
  await saved(page)
}

/** Twelve briefs, each half an hour after the one before, from 10:00. */
async function writeTheRest(page: Page): Promise<void> {
  for (const [index, kicker] of written.entries()) {
    await write(page, { kicker, text: kicker === 'Zanzibar' ? 'The smuggler lives there.' : `What is new of the ${kicker.toLowerCase()}.` })
    await retime(page, kicker, `${two(10 + Math.floor(index / 2))}:${two((index % 2) * 30)}`)
  }
}

/** To the shelf and back onto the rail. */
async function shelveAndUse(page: Page, kicker: string): Promise<void> {
  await goTo(page, kicker)
  await page.keyboard.press('s')
  await expect(brief(page, kicker)).toHaveCount(0)
  const option = page.getByRole('listbox', { name: 'Briefs on the shelf' }).getByRole('option', { name: kicker })
  await expect(async () => {
    await page.keyboard.press('F6')
    await expect(option).toBeFocused({ timeout: 100 })
  }).toPass({ timeout: 10_000 })
  await page.keyboard.press('Enter')
  await expect(option).toHaveCount(0)
  await expect(brief(page, kicker)).toBeVisible()
  await saved(page)
}

async function embargo(page: Page, kicker: string, until: string): Promise<void> {
  await goTo(page, kicker)
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Embargo until' })).toBeFocused()
  await page.keyboard.insertText(until)
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker).locator('[data-embargo]')).toContainText('Not before')
  await saved(page)
}

/** Shifts a brief and the two below it by so many minutes. */
async function shiftThree(page: Page, kicker: string, minutes: string): Promise<void> {
  await goTo(page, kicker)
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.locator('[role="row"][aria-selected="true"]')).toHaveCount(3)
  await page.keyboard.press('t')
  await expect(page.getByRole('dialog', { name: 'Shift 3 times' }).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(minutes)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/3 briefs shifted by/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Acts on the selection' })).toBeHidden()
  await saved(page)
}

async function searchEverywhere(page: Page, words: string, kicker: string): Promise<void> {
  await onBoard(page)
  await page.keyboard.press('Control+Shift+f')
  const search = page.getByRole('dialog', { name: 'Search everywhere' })
  await expect(search.getByRole('combobox', { name: 'Search everywhere' })).toBeFocused()
  await page.keyboard.insertText(words)
  await expect(search.getByRole('status')).toHaveText('1 found')
  await page.keyboard.press('Enter')
  await expect(search).toBeHidden()
  await expect(brief(page, kicker)).toBeFocused()
}

async function takeDown(page: Page, kicker: string): Promise<void> {
  await goTo(page, kicker)
  await page.keyboard.press('Shift+Delete')
  const sheet = page.getByRole('dialog', { name: `Take down ${kicker}` })
  await expect(sheet.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.insertText('He was mistaken for another')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(sheet.getByRole('radio', { name: 'A notice in its place' })).toBeChecked()
  await tabTo(page, sheet.getByRole('button', { name: 'Take down 1 brief' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: `${kicker} is taken down` })).toContainText('gone from everywhere')
  await page.keyboard.press('Escape')
  await expect(brief(page, kicker)).toContainText('retracted')
}

test('a full day by keyboard alone ends with exactly what it made on the site', async ({ desk }) => {
  test.setTimeout(120_000)
  const { page } = desk
  const served = await site(desk)
  // Yesterday: none of its times lies ahead.
  await turn(page, '[')

  await importWire(page)
  await lead(page, 'Rain is on its way', 'It reaches the coast by noon.')
  await launch(page, served, 1)
  expect((await served.rail()).briefs).toHaveLength(agencies)

  await writeTheRest(page)
  await goTo(page, 'Summit')
  await page.keyboard.press('p')
  await expect(brief(page, 'Summit')).toContainText('pinned')
  await goTo(page, 'Toll')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(brief(page, 'Toll')).toContainText('out of order')
  await page.keyboard.press('Shift+T')
  await expect(brief(page, 'Toll')).not.toContainText('out of order')
  await retime(page, 'Oslo', '12:20')
  await shelveAndUse(page, 'Riga')
  await retime(page, 'Riga', '10:00')
  await embargo(page, 'Orchard', '2099-01-01 06:00')
  await lead(page, 'Rain has come', 'Two roads are closed.')
  await launch(page, served, 2)
  expect((await served.rail()).lead?.headline).toBe('Rain has come')
  expect(await served.all()).toContain('smuggler')

  await shiftThree(page, 'Wire 47', '-2')
  await searchEverywhere(page, 'congo', 'Congo')
  await correct(page, 'Congo', 'Talks go on in Bukavu.', 'Correction: the talks are in Bukavu.')
  await launch(page, served, 3)

  await takeDown(page, 'Zanzibar')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/Zanzibar stays taken down/).first()).toBeVisible()
  await expect(brief(page, 'Zanzibar')).toContainText('retracted')

  await correct(page, 'Budget', 'The budget grows by 3%.', 'Correction: by 3%, not by 2%.')
  await lead(page, 'Rain gives way to sun', 'The roads are open.')
  // The take-down was edition 4.
  await launch(page, served, 5)

  const rail = await served.rail()
  const shown = ['Summit', 'Tram', 'Glacier', 'Budget', 'Harbour', 'Oslo', '', 'Toll', 'Ferry', 'Congo', 'Riga']
  expect(rail.briefs.map(({ kicker }) => kicker).slice(0, shown.length)).toEqual(shown)
  expect(rail.briefs.map(({ kicker }) => kicker).slice(shown.length)).toEqual(
    Array.from({ length: agencies }, (_, index) => `Wire ${two(agencies - 1 - index)}`),
  )
  expect(rail.briefs.filter(({ pinned }) => pinned).map(({ kicker }) => kicker)).toEqual(['Summit'])
  expect(rail.briefs.filter(({ kicker }) => /^(Oslo|Wire 4[4-7])$/.test(kicker)).map(({ time }) => time)).toEqual([
    '12:20',
    '09:53',
    '09:48',
    '09:43',
    '09:40',
  ])
  expect(rail.briefs.flatMap(({ kicker, text, corrections }) => corrections.map(({ note }) => [kicker, text.text, note]))).toEqual([
    ['Budget', 'The budget grows by 3%.', 'Correction: by 3%, not by 2%.'],
    ['Congo', 'Talks go on in Bukavu.', 'Correction: the talks are in Bukavu.'],
  ])
  expect(rail.briefs.flatMap(({ retracted }) => (retracted === undefined ? [] : [retracted.notice]))).toEqual(['This item was withdrawn.'])
  expect(rail.lead).toMatchObject({ headline: 'Rain gives way to sun', standfirst: { text: 'The roads are open.' } })

  const html = await served.page()
  for (const words of ['Rain gives way to sun', 'Correction: by 3%', 'Correction: the talks', 'This item was withdrawn.', 'Wire 00'])
    expect(html).toContain(words)
  expect(await served.all()).not.toMatch(/Zanzibar|smuggler|mistaken|Orchard|Rain has come|Rain is on/i)

  await turn(page, ']')
  await expect(page.getByText(/, carried \d+/)).toBeVisible()
  await expect(page.locator('[data-row="lead"]')).toContainText('Rain gives way to sun')
  expect((await kickers(page)).slice(0, 2)).toEqual(['Summit', 'Tram'])
  await expect(brief(page, 'Zanzibar')).toHaveCount(0)
})
