import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const plugins = [vue()]
/** Milliseconds. No test is about speed, and a busy machine is no failure. */
const testTimeout = 60_000

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { plugins, test: { name: 'core', testTimeout, include: ['tests/core/**/*.test.ts'] } },
      { plugins, test: { name: 'node', testTimeout, include: ['tests/*.test.ts', 'tests/node/**/*.test.ts'] } },
      { plugins, test: { name: 'ui', testTimeout, include: ['tests/ui/**/*.test.ts'], environment: 'happy-dom' } },
    ],
  },
})
