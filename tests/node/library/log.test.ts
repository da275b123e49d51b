import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/change.ts'
import { changeId } from '../../../src/core/ids.ts'
import { format } from '../../../src/core/model/kinds.ts'
import { encodeHeader, encodeLine, readLog } from '../../../src/node/library/log.ts'

const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as never)
const id = fc
  .tuple(fc.integer({ min: 1, max: 1e11 }), fc.constantFrom('a'.repeat(16), '0123456789abcdef'))
  .map(([n, opening]) => changeId(n, opening))
const set = fc.record(
  {
    record: fc.constantFrom('library/channel-world-1', 'world-1/2026-04-15/rail', 'world-1/shelf/brief-k9', 'world-1/2026-04-15/quiz-7'),
    field: fc.constantFrom('text', 'place', 'somethingNewer'),
    from: json,
    to: json,
    after: fc.array(id, { maxLength: 3 }),
  },
  { requiredKeys: ['record', 'field', 'after'] },
)
const change: fc.Arbitrary<Change> = fc.record(
  {
    id,
    at: fc.constant('2026-04-15T20:00:00.000Z'),
    by: fc.constant('library/person-ana'),
    sets: fc.array(set, { minLength: 1, maxLength: 3 }),
    step: fc.string(),
    undoes: fc.array(id, { maxLength: 2 }),
    laterProperty: json,
  },
  { requiredKeys: ['id', 'at', 'by', 'sets'] },
)
const changes = fc.array(change, { maxLength: 8 })

const encode = (log: readonly Change[]) => Buffer.concat([encodeHeader(), ...log.map((one) => encodeLine(JSON.stringify(one)))])

describe('a log', () => {
  it('reads back every change as it was written', () => {
    fc.assert(
      fc.property(changes, (log) => {
        const bytes = encode(log)
        expect(readLog(bytes)).toEqual({ changes: log, bad: [], end: bytes.length, format })
      }),
    )
  })

  it('cut off anywhere, reads as a beginning of what was written, and as no damage', () => {
    fc.assert(
      fc.property(changes, fc.nat(), (log, at) => {
        const bytes = encode(log)
        const cut = readLog(bytes.subarray(0, at % (bytes.length + 1)))
        expect(cut.changes).toEqual(log.slice(0, cut.changes.length))
        expect(cut.bad).toEqual([])
      }),
    )
  })

  it('with any byte changed, loses at most two lines and never yields another change', () => {
    fc.assert(
      fc.property(changes, fc.nat(), fc.integer({ min: 1, max: 255 }), (log, at, flip) => {
        const bytes = encode(log)
        const index = at % bytes.length
        bytes[index] = bytes[index]! ^ flip
        const read = readLog(bytes)
        const rest = read.changes.map((one) => JSON.stringify(one))
        const written = log.map((one) => JSON.stringify(one))
        expect(rest.length).toBeGreaterThanOrEqual(log.length - 2)
        for (const line of rest) expect(written).toContain(line)
      }),
    )
  })

  it('tells damage by line from a torn end', () => {
    const one: Change = {
      id: changeId(1, 'a'.repeat(16)),
      at: '2026-04-15T20:00:00.000Z',
      by: 'library/person-ana',
      sets: [{ record: 'world-1/2026-04-15/rail', field: 'prompt', to: 'Well?', after: [] }],
    }
    const bytes = Buffer.concat([
      encode([one]),
      Buffer.from('00000000 {"id":"x"}\n'),
      encodeLine(JSON.stringify({ ...one, id: changeId(2, 'a'.repeat(16)) })),
    ])
    const read = readLog(Buffer.concat([bytes, Buffer.from('1234abcd {"torn')]))
    expect(read.bad).toEqual([3])
    expect(read.changes).toHaveLength(2)
    expect(read.end).toBe(bytes.length)
  })

  it('takes no line for a change that could lead out of the library', () => {
    for (const record of ['../../etc/brief-x', 'world-1/../brief-x', 'world-1/2026-04-15/../brief-x', '/brief-x', 'World/shelf/brief-x']) {
      const line = { id: changeId(1, 'a'.repeat(16)), at: '', by: '', sets: [{ record, field: 'text', after: [] }] }
      expect(readLog(encodeLine(JSON.stringify(line)))).toMatchObject({ changes: [], bad: [1] })
    }
  })
})
