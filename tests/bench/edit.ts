/**
 * What an acknowledged, flushed edit costs at 100, 10,000 and 100,000 briefs, against plain lowdb
 * (JSONFile) holding the same briefs, in one run on one disk.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSONFilePreset } from 'lowdb/node'
import { setField } from '../../src/core/acts.ts'
import { briefs, filledDesk, text, type BenchBrief } from './library.ts'

const sizes = [100, 10_000, 100_000]
function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

async function timed(count: number, act: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const begin = performance.now()
    await act(index)
    times.push(performance.now() - begin)
  }
  return median(times)
}

async function ours(folder: string, count: number): Promise<number> {
  const all = briefs(count)
  const { host, channel, ask } = await filledDesk(folder, all)
  const today = all[0]?.at.slice(0, 10) ?? ''
  const { records } = await ask('view', { channel, day: today })
  let record = records.find((one) => one.id.endsWith('/brief-k7'))
  const cost = await timed(300, async (index) => {
    const id = record?.id ?? ''
    const { change } = await ask('edit', { step: 'bench', sets: [setField(record, id, 'text', `${text}${String(index)}`)] })
    record = { id, seen: {}, fields: { text: [{ id: change.id, value: '' }] } }
  })
  await host.close()
  return cost
}

async function plainLowdb(folder: string, count: number): Promise<number> {
  const db = await JSONFilePreset<{ briefs: BenchBrief[] }>(join(folder, 'db.json'), { briefs: [] })
  db.data.briefs.push(...briefs(count))
  await db.write()
  const brief = db.data.briefs[7]
  return timed(count > 50_000 ? 7 : 60, async (index) => {
    if (brief !== undefined) brief.text = `${text}${String(index)}`
    await db.write()
  })
}

const costs = new Map<number, { own: number; lowdb: number }>()
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'newsrail-bench-'))
  try {
    const own = await ours(folder, size)
    const lowdb = await plainLowdb(folder, size)
    costs.set(size, { own, lowdb })
    console.log(
      `${String(size).padStart(7)} briefs: an edit ${own.toFixed(2)} ms, with lowdb ${lowdb.toFixed(2)} ms: ${(lowdb / own).toFixed(1)} times`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
const [small, large] = [costs.get(100), costs.get(100_000)]
if (small !== undefined && large !== undefined) {
  console.log(`an edit at 100,000 briefs costs ${(large.own / small.own).toFixed(2)} times one at 100 (at most 1.5)`)
  console.log(`and ${(large.lowdb / large.own).toFixed(0)} times less than lowdb's (at least 300)`)
}
