/**
 * The one way in, on bare Node 20: installs when needed, then goes on with node_modules' own Node.
 * Usage: node .config/run.mjs COMMAND [arguments]; the commands are listed in lib/commands.mjs.
 */
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Newsrail needs Node 20 or newer to start; this is Node ${process.versions.node}.`)
  process.exit(1)
}

const { install, ownNode, isOwnNode } = await import('./lib/install.mjs')
const { run, Refusal } = await import('./lib/process.mjs')

try {
  await install()
  process.exitCode = isOwnNode()
    ? await (await import('./lib/commands.mjs')).command(process.argv.slice(2))
    : await run(ownNode, process.argv.slice(1))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
