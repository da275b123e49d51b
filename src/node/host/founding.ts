/** Beginning a library: its first channel, the person who writes in it, the sample day. */
import { readdir } from 'node:fs/promises'
import { setField } from '../../core/acts.ts'
import { channelKeyFor, newChannel, type NewChannel } from '../../core/channels.ts'
import { readPerson } from '../../core/records.ts'
import { recordEdit, type DeskContext } from '../desk/context.ts'

/** Makes the person at this machine known to a library, under the name they go by. */
export async function introduce(context: DeskContext, name: string): Promise<void> {
  const { library, person } = context
  const known = library.records.get(person)
  if (library.readOnly !== undefined || (known !== undefined && readPerson(known).name === name)) return
  await recordEdit(context, [setField(known, person, 'name', name)])
}

/** A new channel; answers its key. */
export async function addChannel(context: DeskContext, fields: NewChannel, random: string): Promise<string> {
  const key = channelKeyFor(fields.title ?? '', random)
  await recordEdit(context, newChannel(context.library.records, key, fields))
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
