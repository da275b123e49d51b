import { readdir } from 'node:fs/promises'
import { saved, write } from './editor.ts'
import { expect, test } from './fixtures.ts'

test('a channel chooses what a launch makes', async ({ desk }, testInfo) => {
  const { page, newsrail } = desk
  await write(page, { kicker: 'Congo', text: 'Talks go on.', ready: true })
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Channel settings' })
  const outputs = dialog.getByRole('group', { name: 'Outputs' })
  await outputs.getByRole('checkbox', { name: /^NewsML-G2/ }).check()
  await outputs.getByRole('checkbox', { name: /^Atom/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await saved(page)
  const out = testInfo.outputPath('site')
  const launched = await newsrail(['launch', '--out', out])
  expect(launched, launched.stderr).toMatchObject({ code: 0 })
  const files = await readdir(out)
  expect(files).toContain('newsml.xml')
  expect(files).not.toContain('atom.xml')
})
