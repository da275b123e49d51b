import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const plugins = [vue()]

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { plugins, test: { name: 'core', include: ['tests/core/**/*.test.ts'] } },
      { plugins, test: { name: 'node', include: ['tests/*.test.ts', 'tests/node/**/*.test.ts'] } },
      { plugins, test: { name: 'ui', include: ['tests/ui/**/*.test.ts'], environment: 'happy-dom' } },
    ],
  },
})
