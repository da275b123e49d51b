import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { conflictsOf, replay, sorted, union } from '../../../src/core/change.ts'
import { openingOf } from '../../../src/core/ids.ts'
import { brief, create, edit, newFolder, open, ownPart, shown, today } from './support.ts'

it('a library copied while open, edited on both sides: the logs unite, no id is used twice, both wordings are kept', async () => {
  const folder = await newFolder()
  const one = await create(folder)
  await edit(one, brief('a'), 'text', 'common')
  await edit(one, brief('b'), 'text', 'common')
  const copy = join(await newFolder(), 'copy')
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock.sqlite') })
  const other = await open(copy)
  expect(shown(other, brief('a'))).toBe('common')
  await edit(one, brief('a'), 'text', 'here')
  await edit(other, brief('a'), 'text', 'there')
  await edit(other, brief('b'), 'text', 'only there')
  await one.checkpoint({ fold: true })
  await other.close()

  const [logOne, logOther] = [await one.history(today), await (await open(copy)).history(today)]
  const log = union(logOne, logOther)
  expect(new Set(log.map((change) => change.id)).size).toBe(log.length)
  expect(log).toEqual(sorted([...logOne, ...logOther.filter((change) => openingOf(change.id) !== one.opening)]))
  const records = replay(log)
  expect(records).toEqual(replay(union(logOther, logOne)))
  expect(conflictsOf(records.get(brief('a'))!).map(({ writes }) => writes.map((write) => write.value).sort())).toEqual([['here', 'there']])
  expect(records.get(brief('b'))!.fields.text).toMatchObject([{ value: 'only there' }])
  expect(replay(ownPart(logOne, today, one.records.values())).get(brief('a'))).toEqual(one.records.get(brief('a')))
})
