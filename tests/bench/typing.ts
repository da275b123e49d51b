/**
 * On a rail of 2,000 briefs: from key press to paint in a card, also while the list of what the checks find is in
 * sight, against a bare text field in the same browser in the same run; and how even scrolling is.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'

const count = 2_000
const keys = 200

/** 2,000 briefs, newest first, a minute apart over a day and a half. */
function rail(): string {
  const newest = Math.floor(Date.now() / 60_000) * 60_000
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(newest - (index + 1) * 60_000).toISOString()
    return `${at}\nharbour toll ${String(index)}\nThe city council has delayed the toll by a year. A vote follows in May.`
  }).join('\n')
}

/** Types into the focused field and answers the median and the 95th percentile of key press to paint, in ms. */
async function typed(page: Page): Promise<{ median: number; p95: number }> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    addEventListener(
      'keydown',
      () => {
        const begin = performance.now()
        requestAnimationFrame(() => {
          const painted = new MessageChannel()
          painted.port1.onmessage = () => times.push(performance.now() - begin)
          painted.port2.postMessage(undefined)
        })
      },
      true,
    )
  })
  for (let index = 0; index < keys; index++) await page.keyboard.type('newsroom '.charAt(index % 9), { delay: 15 })
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
}

/** Scrolls the board from its top to its end and answers how long the frames took, in ms. */
async function scrolled(page: Page): Promise<{ median: number; p95: number; longest: number; frames: number }> {
  return page.evaluate(async () => {
    const board = [...document.querySelectorAll('[data-pane="board"], [data-pane="board"] *')].find(
      (element) => element.scrollHeight > element.clientHeight + 1_000,
    )
    if (board === undefined) throw new Error('Nothing scrolls on the board.')
    board.scrollTop = 0
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    const times: number[] = []
    let last = await frame()
    // Three rows or so a frame, as quick wheels do; rows are measured on the way, so the end moves.
    for (let count = 0; count < 600; count++) {
      board.scrollTop += 240
      const now = await frame()
      times.push(now - last)
      last = now
    }
    times.sort((a, b) => a - b)
    const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0
    return { median: at(0.5), p95: at(0.95), longest: at(1), frames: times.length }
  })
}

const home = await mkdtemp(join(tmpdir(), 'newsrail-bench-'))
const env = { ...process.env, HOME: home, NEWSRAIL_HOME: join(home, 'settings') }
const library = ['--library', join(home, 'library')]

async function newsrail(args: readonly string[], input = ''): Promise<void> {
  const child = spawn(process.execPath, ['out/main/cli.js', ...args, ...library], { env, stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(input)
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`newsrail ${args.join(' ')} failed`)
}

try {
  await newsrail(['init', '--title', 'Bench', '--language', 'en', '--zone', 'UTC'])
  await newsrail(['import', '-'], rail())
  const server = spawn(process.execPath, ['out/main/cli.js', 'serve', '--no-open', '--json', ...library], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const executablePath = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath === undefined ? {} : { executablePath }) })
  try {
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto((JSON.parse(line) as { address: string }).address)
    const bare = await browser.newPage()
    await bare.setContent('<textarea autofocus></textarea>')
    await bare.locator('textarea').focus()
    const peer = await typed(bare)
    await page.bringToFront()
    const brief = page.locator('[role="row"][data-row*="/brief-"]').first()
    await brief.waitFor()
    await brief.click()
    await page.getByRole('textbox', { name: 'Text' }).focus()
    const own = await typed(page)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /check|warning|note|problem/i }).click()
    await brief.click()
    await page.getByRole('textbox', { name: 'Text' }).focus()
    const checked = await typed(page)
    await page.keyboard.press('Escape')
    const scroll = await scrolled(page)
    const say = (name: string, times: { median: number; p95: number }) =>
      `${name}: median ${times.median.toFixed(1)} ms, 95 of 100 within ${times.p95.toFixed(1)} ms`
    console.log(say(`key press to paint on a rail of ${String(count)}`, own))
    console.log(say('with the list of checks in sight', checked))
    console.log(say('in a bare text field', peer))
    console.log(`${(own.median / peer.median).toFixed(2)} times a bare field; with checks ${(checked.median / peer.median).toFixed(2)}`)
    console.log(
      `scrolling it: ${String(scroll.frames)} frames, median ${scroll.median.toFixed(1)} ms, 95 of 100 within ${scroll.p95.toFixed(1)} ms, the longest ${scroll.longest.toFixed(1)} ms`,
    )
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
} finally {
  await rm(home, { recursive: true, force: true })
}
