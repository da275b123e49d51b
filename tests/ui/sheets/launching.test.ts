import { createPinia } from 'pinia'
import { createApp, effectScope } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { setField } from '../../../src/core/acts.ts'
import type { Call } from '../../../src/core/contract.ts'
import type { Stands } from '../../../src/core/contract/delivery.ts'
import { useLaunching, type Launching } from '../../../src/ui/components/launch/launching.ts'
import { connectionKey } from '../../../src/ui/connection.ts'
import { useRail } from '../../../src/ui/stores/rail.ts'
import { channelKey, day } from '../../core/newsroom.ts'
import { flushed, TestDesk } from '../desk.ts'

const edition = { id: '7-aaaaaaaaaaaaaaaa', day, at: '2026-04-15T20:00:00.000Z', by: 'library/person-ana' }
const other: Stands = { kind: 'other', edition: '15-bbbbbbbbbbbbbbbb', title: 'World', at: '2026-04-15T19:51:00.000Z' }

/** A desk with targets, and the launch sheet's doings on it. */
class Sheet {
  readonly desk = new TestDesk()
  readonly stands = new Map<string, Stands>()
  readonly calls: { name: string; input: unknown }[] = []
  refuse = false
  launching!: Launching
  readonly #scope = effectScope()

  target(name: string, stands: Stands): string {
    const id = `library/target-${name}`
    this.desk.newsroom.edit(
      Object.entries({ channel: channelKey, name, kind: 'folder' }).map(([field, to]) => setField(undefined, id, field, to)),
    )
    this.stands.set(id, stands)
    return id
  }

  async open(): Promise<Launching> {
    const call = (async (name: string, input: { target?: string }) => {
      this.calls.push({ name, input })
      if (name === 'lookAtTarget') return { ok: true, value: this.stands.get(input.target ?? '') }
      if (name === 'launch' && this.refuse) return { ok: false, error: { code: 'disk-full', message: 'The disk is full.' } }
      if (name === 'launch') return { ok: true, value: { edition, again: false } }
      return this.desk.connection.call(name as 'edit', input as never)
    }) as Call
    const app = createApp({})
      .provide(connectionKey, { ...this.desk.connection, call })
      .use(createPinia())
    await app.runWithContext(() => useRail().show())
    this.launching = app.runWithContext(() => this.#scope.run(useLaunching))!
    await flushed()
    return this.launching
  }

  inputs(name: string): unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.input)
  }

  close(): void {
    this.#scope.stop()
  }
}

let sheet: Sheet
afterEach(() => sheet.close())

describe('launching', () => {
  it('sends what is ticked and taken to the targets that agree', async () => {
    sheet = new Sheet()
    const room = sheet.desk.newsroom
    const [a, draft] = [room.brief('22:00', 'a'), room.brief('21:00', 'draft', { status: 'draft' })]
    room.brief('20:00', 'b')
    const website = sheet.target('website', { kind: 'ours' })
    sheet.target('mirror', other)
    const launching = await sheet.open()
    launching.tick(a, false)
    launching.take(draft)
    await launching.launch()
    expect(sheet.inputs('launch')).toEqual([{ channel: channelKey, day, unticked: [a], taken: [draft], targets: [website] }])
    expect(sheet.inputs('deliver')).toEqual([])
    expect(launching.launched.value).toMatchObject({ edition, targets: [website] })
  })

  it('sends over another’s edition only where a person has said so', async () => {
    sheet = new Sheet()
    sheet.desk.newsroom.brief('22:00', 'a')
    const mirror = sheet.target('mirror', other)
    const launching = await sheet.open()
    expect([launching.disagrees(mirror), launching.isSent(mirror)]).toEqual([true, false])
    launching.sendTo(mirror, true)
    await launching.launch()
    expect(sheet.inputs('launch')).toMatchObject([{ targets: [] }])
    expect(sheet.inputs('deliver')).toEqual([{ target: mirror, edition: edition.id, day, anyway: true }])
    expect(launching.launched.value?.targets).toEqual([mirror])
  })

  it('leaves out a target that is unticked', async () => {
    sheet = new Sheet()
    sheet.desk.newsroom.brief('22:00', 'a')
    const website = sheet.target('website', { kind: 'empty' })
    const launching = await sheet.open()
    launching.sendTo(website, false)
    await launching.launch()
    expect(sheet.inputs('launch')).toMatchObject([{ targets: [] }])
  })

  it('says what a failure means and keeps the choices', async () => {
    sheet = new Sheet()
    const a = sheet.desk.newsroom.brief('22:00', 'a')
    const launching = await sheet.open()
    launching.tick(a, false)
    sheet.refuse = true
    await launching.launch()
    expect(launching.problem.value).toBe('Nothing was launched, and the site is as it was. The disk is full.')
    expect(launching.launched.value).toBeUndefined()
    expect(launching.list.value.unticked.has(a)).toBe(true)
  })

  it('begins the next launch with everything ticked', async () => {
    sheet = new Sheet()
    const a = sheet.desk.newsroom.brief('22:00', 'a')
    const launching = await sheet.open()
    launching.tick(a, false)
    await launching.launch()
    launching.again()
    expect(launching.launched.value).toBeUndefined()
    expect(launching.list.value.unticked.size).toBe(0)
  })
})
