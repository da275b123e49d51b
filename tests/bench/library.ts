/** A host on a library with so many briefs, a hundred a day. */
import { join } from 'node:path'
import { newBrief } from '../../src/core/acts.ts'
import { addDays } from '../../src/core/clock.ts'
import type { CommandName, Input, Output } from '../../src/core/contract.ts'
import type { Result } from '../../src/core/contract/failure.ts'
import { createHost, type Host } from '../../src/node/host.ts'

export const perDay = 100
export const text = 'The city council has delayed the toll by a year, and a vote follows in May. '.repeat(4)

export interface BenchBrief {
  readonly id: string
  readonly at: string
  readonly kicker: string
  text: string
  readonly status: 'ready'
}

export function briefs(count: number, words: (index: number) => string = () => text): BenchBrief[] {
  return Array.from({ length: count }, (_, index) => {
    const minute = index % perDay
    const day = addDays('2026-01-01', -Math.floor(index / perDay))
    const at = new Date(Date.parse(`${day}T08:00:00Z`) + minute * 60_000).toISOString()
    return { id: `k${String(index)}`, at, kicker: `harbour toll ${String(index)}`, text: words(index), status: 'ready' }
  })
}

export interface BenchDesk {
  readonly host: Host
  readonly channel: string
  readonly ask: <K extends CommandName>(name: K, input: Input<K>) => Promise<Output<K>>
}

/** Closed after it was filled, and open again. */
export async function filledDesk(folder: string, all: readonly BenchBrief[]): Promise<BenchDesk> {
  const host = createHost({
    kind: 'cli',
    version: '0',
    settingsFolder: join(folder, 'settings'),
    defaultFolder: join(folder, 'library'),
    picker: {},
  })
  const ask: BenchDesk['ask'] = async (name, input) => {
    const result = (await host.call('bench', name, input)) as Result<Output<typeof name>>
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  await ask('createLibrary', { title: 'Bench', language: 'en', zone: 'UTC', site: '', name: 'Bench', where: 'default' })
  const { channel } = await ask('view', {})
  const now = '2026-01-02T00:00:00.000Z'
  for (let first = 0; first < all.length; first += perDay) {
    const day = all[first]?.at.slice(0, 10) ?? ''
    const sets = all
      .slice(first, first + perDay)
      .flatMap(({ id, at, kicker, text }) =>
        newBrief(channel, day, id, { at, kicker, text, status: 'ready', where: { rail: `${channel}/${day}`, where: 'top' } }, now),
      )
    await ask('edit', { step: 'fill', sets })
  }
  await host.close()
  const opened = await host.open(join(folder, 'library'))
  if (!opened.ok) throw new Error(opened.error.message)
  return { host, channel, ask }
}
