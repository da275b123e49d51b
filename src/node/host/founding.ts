/** Beginning a library: its first channel, the person who writes in it, the sample day. */
import { readdir } from 'node:fs/promises'
import { setField } from '../../core/acts.ts'
import { recordIds } from '../../core/ids.ts'
import type { Channel } from '../../core/model/channel.ts'
import type { Json } from '../../core/model/field.ts'
import { readPerson } from '../../core/records.ts'
import { recordEdit, type DeskContext } from '../desk/context.ts'

/** Makes the person at this machine known to a library, under the name they go by. */
export async function introduce(context: DeskContext, name: string): Promise<void> {
  const { library, person } = context
  const known = library.records.get(person)
  if (library.readOnly !== undefined || (known !== undefined && readPerson(known).name === name)) return
  await recordEdit(context, [setField(known, person, 'name', name)])
}

/** The short id of a channel: what can be read of its title, and a few random characters. */
function channelKey(title: string, random: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return [words.slice(0, 24).replace(/-$/, ''), random.slice(0, 4)].filter((part) => part !== '').join('-')
}

/** A new channel; answers its key. */
export async function addChannel(context: DeskContext, fields: Partial<Omit<Channel, 'key'>>, random: string): Promise<string> {
  const key = channelKey(fields.title ?? '', random)
  const id = recordIds.channel(key)
  await recordEdit(
    context,
    Object.entries(fields).map(([field, to]) => setField(undefined, id, field, to as Json)),
  )
  return key
}

/** The folder itself where it is absent or empty, else the same name with the first number that is free. */
export async function freeFolder(folder: string): Promise<string> {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? folder : `${folder} ${String(n)}`
    const names = await readdir(tried).catch(() => [])
    if (names.length === 0) return tried
  }
}
