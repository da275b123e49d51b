/** `newsrail`: the same desk from a terminal. */
import { main } from './cli/main.ts'

// What reads the output may have enough of it, as `head` does.
process.stdout.on('error', () => process.exit(0))

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
