import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, type App } from 'vue'
import { newBrief, setField } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import { recordIds, type RecordId } from '../../src/core/ids.ts'
import { useCards, type Cards } from '../../src/ui/composables/cards.ts'
import { useField } from '../../src/ui/composables/field.ts'
import { useRail } from '../../src/ui/stores/rail.ts'
import { useRows } from '../../src/ui/stores/rows.ts'
import { useSelection } from '../../src/ui/stores/selection.ts'
import { keepTyped, takeTyped, typeAhead } from '../../src/ui/typeahead.ts'
import { channelKey, day, home } from '../core/newsroom.ts'
import { TestDesk } from './desk.ts'

let desk: TestDesk
let app: App
let cards: Cards
let congo: RecordId

beforeEach(async () => {
  desk = new TestDesk()
  congo = desk.newsroom.brief('22:30', 'Congo')
  app = desk.app()
  cards = app.runWithContext(useCards)
  await useRail().show()
})

/** What a field's component makes, within its scope. */
const opened = <T>(make: () => T): T => app.runWithContext(() => effectScope().run(make)!)

/** A new brief with its card open, as N makes it. */
async function begin(): Promise<RecordId> {
  const id = recordIds.brief(home, 'new')
  await useRail().act(newBrief(channelKey, day, 'new', { at: `${day}T19:50:00.000Z` }, desk.newsroom.now), 'visit')
  useSelection().openCard(id, 'kicker', true, 'visit')
  return id
}

const kickers = (): string[] => useRail().board.own.map((row) => row.brief.kicker)

describe('a new brief', () => {
  it('that is left empty leaves nothing behind', async () => {
    await begin()
    await cards.close()
    expect(kickers()).toEqual(['Congo'])
    expect(useRail().discarded).toEqual([])
    expect(useSelection().wanted).toBe(congo)
  })

  it('that has words stays, words typed at the last moment included', async () => {
    const id = await begin()
    const writer = opened(() => useField({ record: id, field: 'kicker', step: 'visit' }))
    writer.type('Riga')
    await cards.close()
    expect(kickers()).toContain('Riga')
  })

  it('gets what is typed before its card is there', async () => {
    let open = (): void => undefined
    const opening = typeAhead(() => new Promise<void>((resolve) => (open = resolve)))
    for (const key of ['R', 'x', 'Backspace', 'i', 'Tab', 'O']) expect(keepTyped({ key })).toBe(true)
    expect(keepTyped({ key: 'ArrowUp' })).toBe(false)
    open()
    await opening
    expect(keepTyped({ key: 'g' })).toBe(false)
    expect(takeTyped()).toEqual({ text: 'Ri', goesOn: true })
    expect(takeTyped()).toEqual({ text: 'O', goesOn: false })
    expect(takeTyped()).toEqual({ text: '', goesOn: false })
  })
})

describe('an open card', () => {
  it('is ready and closed by one act', async () => {
    desk.elsewhere([setField(desk.newsroom.records.get(congo), congo, 'status', 'draft')])
    await cards.open(congo)
    await cards.readyAndClose()
    expect(valueOf(desk.newsroom.records.get(congo), 'status')).toBe('ready')
    expect(useSelection().open).toBeUndefined()
  })

  it('moves to its new time when it closes, and not before', async () => {
    const riga = desk.newsroom.brief('22:10', 'Riga')
    await useRail().reload()
    await cards.open(riga)
    desk.elsewhere([
      setField(desk.newsroom.records.get(riga), riga, 'at', `${day}T19:50:00.000Z`),
      { record: riga, field: 'place', to: { rail: home, where: 'time' }, after: [desk.newsroom.records.get(riga)!.fields.place![0]!.id] },
    ])
    expect(useRows().own.map((row) => row.brief.kicker)).toEqual(['Congo', 'Riga'])
    await cards.close()
    expect(useRows().own.map((row) => row.brief.kicker)).toEqual(['Riga', 'Congo'])
    expect(useSelection().wanted).toBe(riga)
  })

  it('with a field that cannot be recorded closes only at the second wish', async () => {
    await cards.open(congo)
    const { step } = useSelection().open!
    const parse = () => ({ ok: false, problem: 'Not an address.' }) as const
    const writer = opened(() => useField({ record: congo, field: 'link', step, when: 'leave', parse }))
    writer.type('nowhere')
    expect(await cards.close()).toBe(false)
    expect(writer.text.value).toBe('nowhere')
    expect(await cards.close()).toBe(true)
  })

  it('keeps its words until the desk has them, be it away for long', async () => {
    await cards.open(congo)
    const writer = opened(() => useField({ record: congo, field: 'text', step: 'visit' }))
    desk.refuse = { code: 'unreachable', message: 'The desk cannot be reached.' }
    writer.type('Kept')
    await cards.close()
    await cards.close()
    expect(useSelection().open).toBeUndefined()
    desk.refuse = undefined
    desk.hear({ kind: 'gap' })
    await writer.flush()
    expect(valueOf(desk.newsroom.records.get(congo), 'text')).toBe('Kept')
  })

  it('tells other windows that it is open, and that it is no more', async () => {
    await cards.open(congo)
    await cards.close()
    expect(desk.calls.filter(({ name }) => name === 'editing').map(({ input }) => input)).toEqual([{ record: congo }, {}])
  })
})
