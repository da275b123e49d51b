import { chmodSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { defineConfig, MainConfigFactory, type MainViteConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'

/** One CommonJS file with its dependencies inside; only Node's and Electron's own modules stay outside. */
function program(name: string, entry: string, banner = "'use strict'"): MainViteConfig {
  return {
    build: {
      // Plain syntax, so that a Node too old for the program still gets as far as being told so.
      target: 'node16',
      externalizeDeps: false,
      rolldownOptions: { input: { [name]: entry }, output: { entryFileNames: '[name].js', codeSplitting: false, banner } },
    },
  }
}

/** Runs before anything newer is loaded: node:sqlite came with 22.13. In a block, so that it shares no name with the program. */
const cliBanner = `#!/usr/bin/env node
'use strict'
{
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 13)) {
    console.error('newsrail needs Node 22.13 or newer; this is Node ' + process.versions.node + '.')
    process.exit(1)
  }
}`

/** The command line is a program of its own: built by itself, so that it shares no file with Electron's main process. */
const cli: Plugin = {
  name: 'newsrail:cli',
  async writeBundle() {
    const config = program('cli', 'src/node/cli.ts', cliBanner)
    const factory = new MainConfigFactory(
      config,
      { configFile: false, mode: 'production', logLevel: 'warn', build: { emptyOutDir: false } },
      {},
    )
    await build(await factory.build(true))
    chmodSync('out/main/cli.js', 0o755)
  },
}

export default defineConfig({
  main: { ...program('main', 'electron/main.ts'), plugins: [cli] },
  preload: program('preload', 'electron/preload.ts'),
  renderer: {
    root: 'src/ui',
    plugins: [vue()],
    build: { target: 'es2022', rolldownOptions: { input: 'src/ui/index.html' } },
  },
})
