import { beforeEach, describe, expect, it } from 'vitest'
import { actName, duplicate, setCrops, setField, setImage } from '../../src/core/acts.ts'
import { conflictsOf } from '../../src/core/change.ts'
import { sendAnyway } from '../../src/core/checks/answers.ts'
import { check } from '../../src/core/checks/checks.ts'
import { restore } from '../../src/core/history.ts'
import { recordIds, type RecordId } from '../../src/core/ids.ts'
import type { Image } from '../../src/core/model/image.ts'
import { readBrief, readLead } from '../../src/core/records.ts'
import { noChoices } from '../../src/core/held.ts'
import { review } from '../../src/core/review.ts'
import { channelKey, day, home, Newsroom } from './newsroom.ts'

const media = (digit: string) => ({ hash: digit.repeat(64), type: 'image/jpeg' as const, width: 1200, height: 900, size: 1000 })
const image: Image = { master: media('a'), focus: { x: 0.5, y: 0.5 }, crops: [media('b')] }
const cut: Image = { ...image, focus: { x: 0.1, y: 0.5 }, crops: [media('c')] }

let room: Newsroom
let id: RecordId

beforeEach(() => {
  room = new Newsroom()
  id = room.brief('22:00', 'Ferries')
})

const set = (field: string, to: string, record = id) => room.edit([setField(room.records.get(record), record, field, to)])
const errors = () => check(room.board(), room.now, []).flatMap((one) => (one.severity === 'error' ? [[one.check, one.field]] : []))
const launched = () => review(room.board(), undefined, noChoices, room.now)

describe('a brief with an image', () => {
  it('is held back until alt text and credit are written', () => {
    room.edit(setImage(room.get(id), id, image))
    expect(errors()).toEqual([
      ['noAlt', 'imageAlt'],
      ['noCredit', 'imageCredit'],
    ])
    expect(launched().held).toEqual([{ id, reason: 'error', live: false }])
    set('imageAlt', 'A ferry at the quay')
    set('imageCredit', '  ')
    expect(errors()).toEqual([['noCredit', 'imageCredit']])
    set('imageCredit', 'Ana')
    expect(errors()).toEqual([])
    expect(launched().page.briefs[0]?.image).toEqual({ alt: 'A ferry at the quay', credit: 'Ana', crops: [media('b')] })
  })

  it('goes out without them where somebody says why', () => {
    room.edit(setImage(room.get(id), id, image))
    for (const name of ['noAlt', 'noCredit'] as const) room.edit(sendAnyway(room.get(id), name, 'on the wire'))
    expect(errors()).toEqual([])
    expect(launched().page.briefs[0]?.image).toMatchObject({ alt: '', credit: '' })
  })

  it('is changed on the site by another crop alone', () => {
    room.edit(setImage(room.get(id), id, image))
    set('imageAlt', 'A ferry')
    set('imageCredit', 'Ana')
    const base = launched().page
    room.edit(setCrops(room.get(id), id, cut))
    expect(readBrief(room.get(id)).imageAlt).toBe('A ferry')
    const { rows } = review(room.board(base), base, noChoices, room.now)
    expect(rows).toMatchObject([{ kind: 'reworded', id }])
  })

  it('keeps it with its words in a copy', () => {
    room.edit(setImage(room.get(id), id, image))
    set('imageCredit', 'Ana')
    room.edit(duplicate(room.get(id), channelKey, day, 'copy'))
    expect(readBrief(room.get(recordIds.brief(home, 'copy')))).toMatchObject({ image, imageCredit: 'Ana' })
  })

  it('gets it back from its history', () => {
    room.edit(setImage(room.get(id), id, image))
    set('imageAlt', 'A ferry')
    const then = room.get(id)
    const taken = room.edit(setImage(room.get(id), id, undefined))
    expect(actName(taken.sets)).toBe('image')
    room.edit(restore(room.get(id), then, room.now))
    expect(readBrief(room.get(id))).toMatchObject({ image, imageAlt: 'A ferry' })
  })

  it('cropped in one window and credited in another is no conflict; cropped in both is one', () => {
    room.edit(setImage(room.get(id), id, image))
    const opened = room.get(id)
    room.edit([setField(opened, id, 'imageCredit', 'Ana')])
    room.edit(setCrops(opened, id, cut))
    expect(conflictsOf(room.get(id))).toEqual([])
    room.edit(setCrops(opened, id, { ...image, focus: { x: 1, y: 1 } }))
    expect(conflictsOf(room.get(id)).map(({ field }) => field)).toEqual(['image'])
  })
})

describe('a lead with an image', () => {
  const lead = recordIds.lead(channelKey, day)
  beforeEach(() => {
    for (const [field, to] of [
      ['headline', 'Ferries resume'],
      ['status', 'ready'],
    ] as const)
      set(field, to, lead)
    room.edit(setImage(room.records.get(lead), lead, image))
  })

  it('is held back as well, and nothing but the words it lacks takes it along', () => {
    expect(errors()).toEqual([
      ['noAlt', 'imageAlt'],
      ['noCredit', 'imageCredit'],
    ])
    const taken = review(room.board(), undefined, { ...noChoices, taken: new Set([lead]) }, room.now)
    expect(taken.held).toEqual([{ id: lead, reason: 'error', live: false }])
    set('imageAlt', 'A ferry', lead)
    set('imageCredit', 'Ana', lead)
    expect(launched().page.lead).toMatchObject({ headline: 'Ferries resume', image: { alt: 'A ferry', crops: [media('b')] } })
  })

  it('goes out without it once it is taken off', () => {
    room.edit(setImage(room.get(lead), lead, undefined))
    expect(readLead(room.get(lead), lead).image).toBeUndefined()
    expect(launched().page.lead).not.toHaveProperty('image')
  })
})
