import { newBrief } from '../../src/core/acts.ts'
import { addDays } from '../../src/core/clock.ts'
import type { Output } from '../../src/core/contract.ts'
import { createHost } from '../../src/node/host.ts'
import { brief, onBoard, saved, select, turn, write } from './editor.ts'
import { expect, test, type Desk } from './fixtures.ts'

test('an embargo by keyboard: what the card, the list and the review say of it', async ({ desk }) => {
  const { page } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.', time: '-10' })
  await select(page, 'Congo')
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Embargo until' })
  await expect(field).toBeFocused()
  await field.fill('now')
  await field.press('Tab')
  await expect(page.getByRole('alert').filter({ hasText: 'That time has passed' })).toBeVisible()
  const tomorrow = addDays(await todayOf(desk), 1)
  await field.fill(`${tomorrow} 06:00`)
  await field.press('Tab')
  await expect(page.locator('[data-card] [data-embargo]')).toHaveText(/^Not before .*06:00, then needs a launch$/)
  await page.keyboard.press('Escape')
  await saved(page)
  await expect(brief(page, 'Congo').locator('[data-embargo]')).toHaveText(/^Not before .*06:00, then needs a launch$/)
  const later = page.getByRole('listbox', { name: 'Briefs under embargo, the next first' })
  await expect(later.getByRole('option')).toHaveText(/Congo\s*.*06:00/)

  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('dialog', { name: /^Launch/ })).toContainText('under embargo until')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: 'It goes out by itself while this desk is open' }).check()
  await page.keyboard.press('Escape')
  await expect(brief(page, 'Congo').locator('[data-embargo]')).toHaveText(/^Goes out by itself at .*06:00 while this desk is open$/)

  await turn(page, '[')
  await later.getByRole('option').focus()
  await page.keyboard.press('Enter')
  await expect(brief(page, 'Congo')).toBeFocused()
})

test('what fell due while no desk was open is told, and launched when a person says so', async ({ desk }) => {
  await desk.kill()
  await fellDue(desk, 'Congo')
  const page = await desk.restart()
  await expect(brief(page, 'Congo')).toContainText(/Fell due at .*, not launched yet/)
  const bell = page.getByRole('button', { name: '1 alert' })
  await expect(bell).toBeVisible()
  await onBoard(page)
  await page.keyboard.press('a')
  const list = page.getByRole('dialog', { name: /alert/i })
  await expect(list).toContainText(/Congo was to go out by itself at .*It is not launched\./)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await bell.click()
  await list.getByRole('button', { name: 'Launch Congo now' }).click()
  await expect(page.getByText('Congo is launched, edition 1.').first()).toBeVisible()
  await expect(brief(page, 'Congo')).toContainText('live')
  await expect(brief(page, 'Riga')).toContainText('ready')
  await page.getByRole('button', { name: 'Alerts', exact: true }).click()
  await expect(list).toContainText('Nothing wants your attention.')
  await expect(list).toContainText('Congo was to go out by itself')
})

async function todayOf({ newsrail }: Desk): Promise<string> {
  const { stdout } = await newsrail(['list', '--json'])
  return (JSON.parse(stdout) as { day: string }).day
}

/** While no desk is open: a ready brief whose embargo ended two minutes ago, and another ready one. */
async function fellDue({ home, library }: Desk, kicker: string): Promise<void> {
  const host = createHost({ kind: 'cli', version: '0', settingsFolder: `${home}/settings`, picker: {} })
  await host.open(library)
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const result = await host.call('test', name, input)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  const { channel, day } = (await ask('view', {})) as Output<'view'>
  const at = (minutes: number): string => `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`
  const words = { text: 'Talks go on.', status: 'ready' as const }
  const setting = { record: `library/channel-${channel}`, field: 'due', to: 'launch', after: [] }
  // Written when its embargo lay ahead.
  const before = newBrief(channel, day, 'a', { ...words, kicker, at: at(-2) }, at(-3))
  await ask('edit', {
    step: 'one',
    sets: [...before, ...newBrief(channel, day, 'b', { ...words, kicker: 'Riga', at: at(-5) }, at(0)), setting],
  })
  await host.close()
}
