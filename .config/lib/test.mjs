import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { formatted, lint, types } from './checks.mjs'
import { e2e } from './e2e.mjs'
import { Refusal, run } from './process.mjs'
import { tool } from './tools.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** Every check there is. Goes on after one that fails; the last line is the sum, and the exit code is true to it. */
export async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'newsrail-test-'))
  const results = (/** @type {string} */ name) => join(folder, `${name}.json`)
  /** @type {[string, () => Promise<Tally>][]} */
  const stages = [
    ['Build', () => check(async () => (await build({ always: true }), 0))],
    ['Format', () => check(formatted)],
    ['Lint', () => check(() => lint([]))],
    ['Types', () => check(types)],
    ['Unit tests', () => unitTests(results('unit'))],
    ['End-to-end tests', () => endToEndTests(results('e2e'))],
  ]
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  for (const [name, stage] of stages) {
    if (interruption.signal.aborted) break
    console.log(`\n== ${name}`)
    const tally = await stage().catch(refused)
    sum.passed += tally.passed
    sum.failed += tally.failed
    sum.skipped += tally.skipped
    if (tally.failed > 0) console.log(`${name}: failed`)
  }
  rmSync(folder, { recursive: true, force: true })
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
  return interruption.signal.aborted ? 130 : sum.failed === 0 ? 0 : 1
}

/** @param {string[]} args vitest's */
export function unit(args) {
  return run(process.execPath, [tool('vitest'), 'run', '--config', '.config/vitest.config.mts', ...args])
}

/** One check that passes or fails as a whole. @param {() => Promise<number>} act @returns {Promise<Tally>} */
async function check(act) {
  return (await act()) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** @param {unknown} error @returns {Tally} */
function refused(error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** @param {string} file @returns {Promise<Tally>} */
async function unitTests(file) {
  const code = await unit(['--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  /** @type {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number }} */
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report(file)
  return honest(code, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests })
}

/** @param {string} file @returns {Promise<Tally>} */
async function endToEndTests(file) {
  const { code, electron } = await e2e(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  /** @type {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } }} */
  const { stats: { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = {} } = report(file)
  const tally = honest(code, { passed: expected, failed: unexpected + flaky, skipped })
  if (electron) return tally
  if (process.env.NEWSRAIL_REQUIRE_ELECTRON) {
    console.error('Electron specs were skipped, and NEWSRAIL_REQUIRE_ELECTRON asks for them.')
    return { ...tally, failed: tally.failed + 1 }
  }
  // The same specs would have run once more.
  return { ...tally, skipped: skipped + expected + unexpected + flaky + skipped }
}

/** What a runner wrote about its tests; nothing where it crashed before it could. @param {string} file @returns {object} */
function report(file) {
  return existsSync(file) ? /** @type {object} */ (JSON.parse(readFileSync(file, 'utf8'))) : {}
}

/** A runner that failed without a failed test, or that ran none, has failed. @param {number} code @param {Tally} tally @returns {Tally} */
function honest(code, tally) {
  return tally.failed === 0 && (code !== 0 || tally.passed === 0) ? { ...tally, failed: 1 } : tally
}
