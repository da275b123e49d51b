/**
 * Search on 100,000 briefs: the first results as the desk answers them, marked and counted, against FTS5 alone
 * over the same words, with its own snippets, in the same run. And how long the desk is kept waiting meanwhile.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { setField } from '../../src/core/acts.ts'
import { briefs, filledDesk, type BenchBrief } from './library.ts'

const size = 100_000
const shown = 50

// A vocabulary of 20,000 words, the n-th of which comes n times as seldom as the first.
let seed = 1
const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
const syllables = ['ka', 'lo', 'mi', 'ré', 'tu', 'sha', 'ven', 'or', 'ži', 'pel', 'as', 'dru', 'øk', 'na', 'fi']
const vocabulary = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(''),
)
const word = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? ''
const sentence = (): string => Array.from({ length: 55 }, word).join(' ')

function queries(): string[] {
  const typed = [0, 5, 40, 300, 2_000, 9_000].flatMap((rank) => {
    const full = vocabulary[rank] ?? ''
    return Array.from({ length: full.length }, (_, length) => full.slice(0, length + 1))
  })
  return [
    ...typed,
    `${vocabulary[3] ?? ''} ${vocabulary[80] ?? ''}`,
    `${vocabulary[0] ?? ''} ${vocabulary[1] ?? ''}`,
    'harbour toll 777',
    'nothingofthatname',
  ]
}

const sorted = (times: number[]): number[] => times.sort((a, b) => a - b)
const at = (times: readonly number[], share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)

/** FTS5 as it is recommended: its own tokenizer, prefix indexes, rows in the order they are shown in. */
function plainFts5(folder: string, all: readonly BenchBrief[]): (text: string) => unknown {
  const database = new DatabaseSync(join(folder, 'plain.sqlite'))
  database.exec(`CREATE VIRTUAL TABLE words USING fts5 (kicker, text, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'); BEGIN`)
  const insert = database.prepare('INSERT INTO words (kicker, text) VALUES (?, ?)')
  for (const { kicker, text } of [...all].reverse()) insert.run(kicker, text)
  database.exec('COMMIT')
  const rows = database.prepare(
    `SELECT rowid, highlight(words, 0, '<', '>'), snippet(words, 1, '<', '>', '…', 30) FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${String(shown)}`,
  )
  const count = database.prepare('SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT 1001)')
  return (text) => {
    const match = text
      .split(' ')
      .map((one) => `"${one}" *`)
      .join(' AND ')
    return [rows.all(match), count.get(match)]
  }
}

const folder = await mkdtemp(join(tmpdir(), 'newsrail-bench-'))
try {
  const all = briefs(size, sentence)
  const { host, channel, ask } = await filledDesk(folder, all)
  const ours = (text: string) => ask('search', { text, limit: shown })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const begin = performance.now()
  delay.enable()
  while ((await ours('nothingofthatname')).indexing !== undefined) await setTimeout(50)
  delay.disable()
  const seconds = (performance.now() - begin) / 1000
  const bytes = (await stat(join(folder, 'library', 'search.sqlite'))).size
  console.log(
    `${String(size)} briefs indexed in ${seconds.toFixed(1)} s beside the desk's work (${(bytes / 2 ** 20).toFixed(0)} MB), which waited ` +
      `${(delay.percentile(99) / 1e6).toFixed(0)} ms at most 99 times of 100, ${(delay.max / 1e6).toFixed(0)} ms once`,
  )
  const plain = plainFts5(folder, all)
  const times = { ours: [] as number[], plain: [] as number[] }
  let sums = { ours: 0, plain: 0 }
  for (let round = 0; round < 4; round++) {
    for (const query of queries()) {
      const start = performance.now()
      await ours(query)
      const between = performance.now()
      plain(query)
      const end = performance.now()
      // The first round warms both.
      if (round === 0) continue
      times.ours.push(between - start)
      times.plain.push(end - between)
      sums = { ours: sums.ours + between - start, plain: sums.plain + end - between }
    }
  }
  const [own, peer] = [sorted(times.ours), sorted(times.plain)]
  console.log(`first results: median ${at(own, 0.5)} ms, 95 of 100 within ${at(own, 0.95)} ms, all within ${at(own, 1)} ms (at most 50)`)
  console.log(`FTS5 alone:    median ${at(peer, 0.5)} ms, 95 of 100 within ${at(peer, 0.95)} ms, all within ${at(peer, 1)} ms`)
  console.log(`${(sums.ours / sums.plain).toFixed(2)} times FTS5 alone (at most 1.5)`)
  const id = `${channel}/${all[0]?.at.slice(0, 10) ?? ''}/brief-k7`
  await ask('view', { channel, day: all[0]?.at.slice(0, 10) })
  const { records } = await ask('view', { channel, day: all[0]?.at.slice(0, 10) })
  await ask('edit', {
    step: 'bench',
    sets: [
      setField(
        records.find((record) => record.id === id),
        id,
        'kicker',
        'Zwölfkämpfer',
      ),
    ],
  })
  const start = performance.now()
  const { total } = await ours('zwolfk')
  console.log(`an edit is found ${total === 1 ? 'at once' : 'NOT AT ONCE'}, in ${(performance.now() - start).toFixed(1)} ms`)
  await host.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
export {}
