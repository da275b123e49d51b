import { defineConfig } from '@playwright/test'

/** Found, or installed, by .config/run.mjs; without it Playwright looks for its own. */
const executablePath = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH

/** The same specs on both hosts; which one a test runs on is its project's name (tests/e2e/fixtures.ts). */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  use: { launchOptions: executablePath === undefined ? {} : { executablePath } },
  // What readers are served is for browsers alone.
  projects: [{ name: 'browser' }, { name: 'electron', testIgnore: '**/page.spec.ts' }],
})
