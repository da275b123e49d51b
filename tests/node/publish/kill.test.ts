import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { sendToFolder, verifyFolder } from '../../../src/node/publish/folder.ts'
import { randomFrom } from '../library/random.ts'
import { asFound, bundleOf, filesIn, temporaryFolder } from './support.ts'

const sender = fileURLToPath(new URL('sender.ts', import.meta.url))

test('a process killed while it sends leaves whole files, and the next send finishes', { timeout: 120_000 }, async () => {
  const random = randomFrom(7)
  const { folder, remove } = await temporaryFolder()
  onTestFinished(remove)
  await writeFile(join(folder, 'about.html'), 'The site’s own')
  const bundles = [bundleOf(14, 'ferry', 'harbour'), bundleOf(15, 'harbour')]
  const before = await filesIn(folder)
  const allowed = (name: string) => [before, ...bundles.map((files) => asFound(files))].map((files) => files.get(name))

  for (let kill = 0; kill < 8; kill++) {
    const child = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', sender, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(child, 'exit')
    await Promise.race([once(child.stdout, 'data'), gone])
    await Promise.race([after(random() * 150), gone])
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await gone
    for (const [name, content] of await filesIn(folder)) {
      if (name.endsWith('.tmp') || name === '.newsrail.json') continue
      expect(allowed(name).includes(content), name).toBe(true)
    }
    if (kill % 2 === 0) continue
    await sendToFolder({ folder, place: '', files: bundles[1]! })
    expect((await verifyFolder(folder)).whole).toBe(true)
    expect([...(await filesIn(folder)).keys()].sort()).toEqual(['about.html', ...bundles[1]!.keys()].sort())
  }
})
