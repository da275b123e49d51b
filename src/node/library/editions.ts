/** The editions: immutable files, each with the bundle made of it. */
import { editionId, editionIdPattern, editionNumber, editionSchema } from '../../core/edition.ts'
import type { Edition, EditionId, EditionNote } from '../../core/edition.ts'
import { dayPattern, type ChannelKey, type Day, type RecordId } from '../../core/ids.ts'
import { ensureFolder, replace, sweep } from './disk.ts'
import type { LibraryFolder } from './folder.ts'
import { channelFolder, editionFiles, editionsFolder } from './layout.ts'
import { LibraryError } from './library-error.ts'
import { inTurns } from './turns.ts'

/** What an edition's file name and folder say. */
export interface EditionName {
  readonly day: Day
  readonly id: EditionId
}

export interface Editions {
  /** All editions of a channel, by day, number and opening. Reads folders' names once, never the files. */
  list(channel: ChannelKey): Promise<readonly EditionName[]>
  /** Of a day's editions, besides, when and by whom each was launched. One whose file cannot be read is left out and reported. */
  notes(channel: ChannelKey, day: Day): Promise<EditionNote[]>
  /**
   * An edition; undefined where there is none.
   * @throws LibraryError `damaged`
   */
  read(channel: ChannelKey, day: Day, id: EditionId): Promise<Edition | undefined>
  /** Whether an edition's file names a record. Parses nothing. */
  names(channel: ChannelKey, name: EditionName, record: RecordId): Promise<boolean>
  /** The bundle's zip that is kept beside it; undefined where there is none. */
  bundle(channel: ChannelKey, day: Day, id: EditionId): Promise<Uint8Array | undefined>
  /**
   * Launches: the bundle is flushed first, then the edition's file is renamed into place.
   * @throws LibraryError where either failed; then nothing was launched, but after a failed flush nobody knows
   */
  write(edition: Edition, bundle: Uint8Array): Promise<void>
  /** Puts a bundle made again beside its edition, where the one kept there is lost. */
  mend(edition: Edition, bundle: Uint8Array): Promise<void>
}

export function createEditions(folder: LibraryFolder): Editions {
  const lists = new Map<ChannelKey, Promise<EditionName[]>>()
  const notes = new Map<string, EditionNote>()
  const turn = inTurns()

  function list(channel: ChannelKey): Promise<EditionName[]> {
    const known = lists.get(channel)
    if (known !== undefined) return known
    const listed = listFolders(folder, channel)
    lists.set(channel, listed)
    listed.catch(() => lists.delete(channel))
    return listed
  }

  async function read(channel: ChannelKey, day: Day, id: EditionId): Promise<Edition | undefined> {
    const file = editionFiles(channel, day, id).edition
    const bytes = await folder.disk.read(folder.at(file))
    return bytes === undefined ? undefined : decode(bytes, file, channel, day, id)
  }

  async function noteOf(channel: ChannelKey, { day, id }: EditionName): Promise<EditionNote[]> {
    const { edition: file } = editionFiles(channel, day, id)
    const known = notes.get(file)
    if (known !== undefined) return [known]
    try {
      const edition = await read(channel, day, id)
      if (edition === undefined) return []
      const note = { id, day, at: edition.at, by: edition.by }
      notes.set(file, note)
      return [note]
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error
      folder.report(file, 'cannot-be-read', error.message)
      return []
    }
  }

  async function write(edition: Edition, bundle: Uint8Array): Promise<void> {
    folder.mustWrite()
    const { day, channel } = edition
    const id = editionId(edition)
    const files = editionFiles(channel.key, day, id)
    const listed = await list(channel.key)
    if (listed.some((known) => known.id === id && known.day === day)) throw new Error(`There is an edition ${id} already.`)
    try {
      const own = folder.at(editionsFolder(channel.key, day))
      await ensureFolder(folder.disk, own)
      await sweep(folder.disk, own)
      await replace(folder.disk, folder.at(files.bundle), bundle)
      await replace(folder.disk, folder.at(files.edition), Buffer.from(JSON.stringify(edition)))
    } catch (error) {
      lists.delete(channel.key)
      throw folder.failed(error, 'Nothing was launched; the rail is as it was.')
    }
    lists.set(channel.key, Promise.resolve([...listed, { day, id }].sort(inOrder)))
  }

  return {
    list,
    read,
    notes: async (channel, day) => {
      const ofDay = (await list(channel)).filter((name) => name.day === day)
      return (await Promise.all(ofDay.map((name) => noteOf(channel, name)))).flat()
    },
    names: async (channel, { day, id }, record) => {
      const bytes = await folder.disk.read(folder.at(editionFiles(channel, day, id).edition))
      return bytes?.includes(`"${record}"`) === true
    },
    bundle: (channel, day, id) => folder.disk.read(folder.at(editionFiles(channel, day, id).bundle)),
    write: (edition, bundle) => turn(() => write(edition, bundle)),
    mend: (edition, bundle) => {
      folder.mustWrite()
      return replace(folder.disk, folder.at(editionFiles(edition.channel.key, edition.day, editionId(edition)).bundle), bundle)
    },
  }
}

async function listFolders(folder: LibraryFolder, channel: ChannelKey): Promise<EditionName[]> {
  const days = (await folder.disk.list(folder.at(channelFolder('editions', channel)))).filter((name) => dayPattern.test(name))
  const names = await Promise.all(
    days.map(async (day) => {
      const files = await folder.disk.list(folder.at(editionsFolder(channel, day)))
      const ids = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length))
      return ids.filter((id) => editionIdPattern.test(id)).map((id) => ({ day, id }))
    }),
  )
  return names.flat().sort(inOrder)
}

function inOrder(a: EditionName, b: EditionName): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return editionNumber(a.id) - editionNumber(b.id) || (a.id < b.id ? -1 : 1)
}

function decode(bytes: Buffer, file: string, channel: ChannelKey, day: Day, id: EditionId): Edition {
  try {
    const edition: unknown = JSON.parse(bytes.toString())
    const { data } = editionSchema.safeParse(edition)
    // Returned as it was written: what a newer program added belongs to it.
    if (data?.channel.key === channel && data.day === day && editionId(data) === id) return edition as Edition
  } catch {
    // Reported below.
  }
  throw new LibraryError(
    'damaged',
    `The edition file ${file} is damaged. What is on the site and on the rail is not touched by that. Put it back from a backup to see this edition again.`,
    { file },
  )
}
