/**
 * A desk to be killed: opens or makes the library in a folder and edits, checkpoints, folds and launches as fast as it
 * can. Each acknowledged change and edition is noted in a file before the next is asked for.
 */
import { openSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { valueOf, writesShown } from '../../../src/core/change.ts'
import { homes, recordIds } from '../../../src/core/ids.ts'
import { createLibrary, openLibrary, type LibraryOptions } from '../../../src/node/library/library.ts'
import { LibraryError } from '../../../src/node/library/library-error.ts'

const [folder = '', acknowledged = ''] = process.argv.slice(2)
const notes = openSync(acknowledged, 'a')
const note = (what: string) => writeSync(notes, `${what}\n`)

const ana = recordIds.person('ana')
const [today, yesterday, shelf] = [homes.day('world-1', '2026-04-15'), homes.day('world-1', '2026-04-14'), homes.shelf('world-1')]
const options: LibraryOptions = {
  folder,
  now: () => new Date().toISOString(),
  newOpening: () => randomBytes(8).toString('hex'),
  person: { id: ana, name: 'Ana' },
  machine: 'desk-1',
}

const library = await openLibrary(options).catch((error: unknown) => {
  if (error instanceof LibraryError && error.code === 'not-a-library') return createLibrary(options)
  throw error
})
await library.load([today, yesterday, shelf])
process.stdout.write('open\n')

async function edit(record: string, field: string, to: string | object): Promise<void> {
  const id = await library.commit((records, id) => {
    const had = records.get(record)
    const set = { record, field, from: valueOf(had, field), to: to as never, after: writesShown(had, field) }
    return { change: { id, at: options.now(), by: ana, sets: [set] }, result: id }
  })
  note(id)
}

async function launch(number: number): Promise<void> {
  const edition = {
    format: 1 as const,
    number,
    opening: library.opening,
    at: options.now(),
    by: ana,
    channel: { key: 'world-1', title: '', railTitle: '', language: 'en', zone: 'UTC', site: '', accent: '' },
    day: '2026-04-15',
    briefs: [],
    discussion: { prompt: '', emptyState: '', state: 'open' as const },
  }
  await library.editions.write(edition, Buffer.from('a zip'))
  note(`edition ${String(number)}-${library.opening}`)
}

const places = [
  { rail: today, rank: 'a0' },
  { rail: yesterday, rank: 'a0' },
  { shelf, rank: 'a0' },
]
for (let round = 1; ; round++) {
  const beside = round % 5 === 0 ? library.checkpoint({ fold: round % 10 === 0 }) : round % 7 === 0 ? launch(round) : undefined
  await Promise.all([
    edit(recordIds.channel('world-1'), 'title', `World ${String(round)}`),
    edit(recordIds.brief(today, `a${String(round % 30)}`), 'text', `Round ${String(round)}. ${'And more. '.repeat(round % 20)}`),
    edit(recordIds.brief(yesterday, `b${String(round % 5)}`), 'place', places[round % 3] ?? {}),
    edit(recordIds.brief(shelf, 'c'), 'text', `Round ${String(round)}`),
  ])
  await beside
}
