import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { bundle } from '../../src/core/bundle/bundle.ts'
import { editions, media } from '../core/bundle/corpus.ts'

/** What readers are served: everything that a page can have, in both directions, in light and dark. */
for (const theme of ['light', 'dark'] as const) {
  for (const name of ['full', 'illustrated', 'right to left', 'empty']) {
    test(`the page has no accessibility violations in ${theme}: ${name}`, async ({ page }) => {
      const edition = editions[name]
      if (edition === undefined) throw new Error(`There is no edition ${name}.`)
      await page.emulateMedia({ colorScheme: theme })
      await page.setContent(new TextDecoder().decode(bundle(edition, media).get('index.html')))
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))).toEqual([])
    })
  }
}
