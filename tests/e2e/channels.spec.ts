import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { brief, briefs, kickers, onBoard, saved, select, write } from './editor.ts'
import type { Page } from '@playwright/test'

const arabic = ['--language', 'ar', '--zone', 'Asia/Beirut'] as const

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze()
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

async function openChannels(page: Page) {
  await onBoard(page)
  await page.keyboard.press('Shift+G')
  return page.getByRole('dialog', { name: 'Channels' })
}

async function speak(page: Page, language: string): Promise<void> {
  await page.getByRole('button', { name: /^Channel: / }).click()
  await page.getByRole('menuitem', { name: 'Desk settings…' }).click()
  await page.getByRole('radio', { name: language }).check()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.keyboard.press('Escape')
}

test('channels are added, duplicated, reordered, archived and brought back by keyboard, and undone', async ({ desk }) => {
  const { page } = desk
  const title = page.getByRole('heading', { level: 1 })
  await openChannels(page)
  await page.getByRole('button', { name: 'Add a channel…' }).press('Enter')
  await page.getByRole('textbox', { name: 'Channel', exact: true }).fill('Baltics')
  await page.keyboard.press('Enter')
  await expect(title).toContainText('Baltics')

  const dialog = await openChannels(page)
  await dialog.getByRole('button', { name: 'Duplicate Baltics…' }).press('Enter')
  await page.getByRole('textbox', { name: 'Channel', exact: true }).fill('Nordics')
  await page.keyboard.press('Enter')
  await expect(title).toContainText('Nordics')

  await openChannels(page)
  const names = dialog.getByRole('list', { name: 'Channels, in their order' }).getByRole('listitem')
  await expect(names).toContainText(['Read next', 'Baltics', 'Nordics'])
  await expect(dialog.getByRole('button', { name: /^Nordics in view/ })).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(names).toContainText(['Read next', 'Nordics', 'Baltics'])
  await page.keyboard.press('Alt+ArrowUp')
  await expect(names).toContainText(['Nordics', 'Read next', 'Baltics'])
  await page.keyboard.press('Alt+ArrowDown')
  await expect(names).toContainText(['Read next', 'Nordics', 'Baltics'])
  await names
    .nth(2)
    .getByRole('button', { name: /^Baltics/ })
    .dragTo(names.nth(0), { targetPosition: { x: 60, y: 4 } })
  await expect(names).toContainText(['Baltics', 'Read next', 'Nordics'])
  await page.keyboard.press('Control+z')
  await expect(names).toContainText(['Read next', 'Nordics', 'Baltics'])

  // The one in view goes, and the window goes on with the next.
  await dialog.getByRole('button', { name: 'Archive Nordics' }).press('Enter')
  await expect(names).toHaveCount(2)
  await expect(dialog.getByRole('button', { name: /^Baltics in view/ })).toBeFocused()
  await dialog.getByRole('button', { name: 'Bring Nordics back' }).press('Enter')
  await expect(names).toHaveCount(3)
  await page.keyboard.press('Escape')

  await onBoard(page)
  await page.keyboard.press('}')
  await expect(title).toContainText('Read next')
  await onBoard(page)
  await page.keyboard.press('Alt+Shift+PageUp')
  await expect(title).toContainText('Baltics')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('channel nord')
  await page.keyboard.press('Enter')
  await expect(title).toContainText('Nordics')
})

test('windows on two channels of one desk stay in step, each with its own', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['channels', 'add', 'Baltics'])
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  const dialog = await openChannels(page)
  const opened = page.context().waitForEvent('page')
  await dialog.getByRole('button', { name: 'Open Baltics in a new window' }).press('Enter')
  const other = await opened
  await page.keyboard.press('Escape')
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Baltics')
  await write(other, { kicker: 'Riga', text: 'Leaders meet.' })

  // Writing on one leaves a card that is open on the other alone.
  await select(page, 'Congo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text' })).toBeFocused()
  await page.keyboard.type(' In Goma,')
  await write(other, { kicker: 'Tallinn', text: 'The cable is mended.', time: '-5' })
  await page.keyboard.type(' says the host.')
  await page.keyboard.press('Escape')
  await saved(page)
  await expect(brief(page, 'Congo')).toContainText('Talks go on. In Goma, says the host.')
  expect(await kickers(page)).toEqual(['Congo'])

  await other.reload()
  await expect.poll(() => kickers(other)).toEqual(['Riga', 'Tallinn'])
})

test('a right-to-left channel makes a right-to-left page, with mixed text as it was typed', async ({ desk }) => {
  const { page, newsrail } = desk
  await newsrail(['channels', 'add', 'العالم', ...arabic])
  await onBoard(page)
  await page.keyboard.press('}')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('العالم')
  const text = 'EstLink 2 يعود يوم 15 أبريل (650 MW)، بحسب "Elering".'
  await write(page, { kicker: 'EstLink 2', text })
  await write(page, { kicker: 'What now?', text: 'رسوم الميناء: لا جديد!', time: '-5' })
  await expect(brief(page, 'EstLink 2').locator('[data-part="text"]')).toHaveAttribute('dir', 'rtl')
  await expect(brief(page, 'EstLink 2').locator('[data-part="text"]')).toHaveText(text)

  const preview = page.getByTitle('Preview of the page').last().contentFrame()
  await expect(preview.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(preview.locator('.newsrail-text').first()).toHaveText(text)
  await expect(preview.locator('.newsrail-kicker bdi').last()).toHaveAttribute('dir', 'ltr')
  // The preview is drawn anew as one types.
  await expect(async () => {
    const [time, words] = await Promise.all(['.newsrail-time', '.newsrail-words'].map((one) => preview.locator(one).first().boundingBox()))
    expect(time!.x).toBeGreaterThan(words!.x)
  }).toPass()
})

for (const theme of ['light', 'dark'] as const) {
  test(`the desk in Arabic, ${theme}: a brief by keyboard, the launch review, and no accessibility violations`, async ({ desk }) => {
    const { page, newsrail } = desk
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await newsrail(['channels', 'add', 'العالم', ...arabic])
    await speak(page, 'العربية')
    await onBoard(page)
    await page.keyboard.press('}')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('العالم')
    await onBoard(page)
    await page.keyboard.press('n')
    await expect(page.getByRole('textbox', { name: 'العنوان التمهيدي' })).toBeFocused()
    await page.keyboard.type('رسوم الميناء')
    await page.keyboard.press('Tab')
    await page.keyboard.type('أجّل المجلس الرسوم سنة.')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-save]')).toHaveText('محفوظ')
    await page.keyboard.press('r')
    await expect(briefs(page).first()).toContainText('جاهز')
    expect(await violations(page)).toEqual([])
    for (const [key, name] of [
      ['Control+k', 'كل الأوامر'],
      ['?', 'كل المفاتيح'],
      ['g', 'التقويم'],
      ['Shift+G', 'القنوات'],
      ['Control+,', 'إعدادات القناة'],
      ['Control+Shift+I', 'استيراد نص'],
      ['Control+Shift+Enter', /^إطلاق/],
    ] as const) {
      await onBoard(page)
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      expect(await violations(page)).toEqual([])
      if (key === 'Control+Shift+Enter') break
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name })).toBeHidden()
    }
    await page.keyboard.press('Control+Shift+Enter')
    await expect(page.getByText('أُطلقت الطبعة').first()).toBeVisible()

    // Reading begins on the right: the shelf is there, and the pane's edge follows its arrows.
    await page.keyboard.press('Escape')
    const edge = page.getByRole('separator', { name: 'عرض الرف' })
    const wide = Number(await edge.getAttribute('aria-valuenow'))
    await edge.press('ArrowLeft')
    await expect(edge).toHaveAttribute('aria-valuenow', String(wide + 16))
    const [shelf, board] = await Promise.all(['shelf', 'board'].map((pane) => page.locator(`[data-pane="${pane}"]`).boundingBox()))
    expect(shelf!.x).toBeGreaterThan(board!.x)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    await expect.poll(() => kickers(page)).toEqual(['رسوم الميناء'])
  })
}

test('keys of a Cyrillic layout act by their place', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.' })
  const press = (key: string, code: string) =>
    page.evaluate(
      (pressed) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true })),
      { key, code },
    )
  await select(page, 'Congo')
  await press('к', 'KeyR')
  await expect(brief(page, 'Congo')).toContainText('draft')
  await select(page, 'Congo')
  await press('т', 'KeyN')
  await expect(page.getByRole('textbox', { name: 'Kicker' })).toBeFocused()
  await page.keyboard.type('Конго')
  await page.keyboard.press('Escape')
  await expect.poll(() => kickers(page)).toContain('Конго')
})

test('a time that the night of a clock change has twice is asked about', async ({ desk }) => {
  const { page } = desk
  // The last Sunday of October: at 04:00 clocks in Vilnius go back to 03:00.
  await onBoard(page)
  const channel = await page.evaluate(() => location.hash.split('/')[0])
  await page.evaluate((hash) => location.assign(hash), `${channel}/2026-10-25`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('25 Oct')
  await onBoard(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Night buses')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Two lines return.')
  const time = page.getByRole('textbox', { name: 'Time' })
  await time.fill('03:30')
  await time.press('Tab')
  const question = page.getByText('Clocks were set back over 03:30. Which one?')
  await expect(question).toBeVisible()
  const choices = page.getByRole('button', { name: /03:30/ })
  await expect(choices).toHaveCount(2)
  await choices.last().press('Enter')
  await expect(question).toBeHidden()
  await page.getByRole('textbox', { name: 'Text' }).press('Escape')
  await saved(page)
  await expect(brief(page, 'Night buses')).toContainText('03:30')
})
