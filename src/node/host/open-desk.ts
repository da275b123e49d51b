/** Which library is open, and how it comes to be: opened, founded, or made anew as the sample. One at a time. */
import { randomBytes } from 'node:crypto'
import { readdir, realpath, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import type { Input } from '../../core/contract.ts'
import type { Failure } from '../../core/contract/failure.ts'
import type { LibraryInfo } from '../../core/contract/hello.ts'
import { libraryHome } from '../../core/ids.ts'
import { channelsInUse, type NewChannel } from '../../core/channels.ts'
import type { DeskContext, Unnumbered } from '../desk/context.ts'
import { createDesk, type Desk } from '../desk.ts'
import { failureOf } from '../failure.ts'
import { cautionFor } from '../library/caution.ts'
import { createLibrary, openLibrary, type Library, type LibraryOptions } from '../library/library.ts'
import { inTurns } from '../library/turns.ts'
import type { MachineFile } from '../settings.ts'
import { addChannel, introduce } from './founding.ts'
import { foundSample } from './sample.ts'

export interface OpenOptions {
  readonly readOnly?: boolean | undefined
  readonly anyway?: boolean | undefined
}

export interface Opened {
  readonly opened: boolean
}

export type Founding = Omit<Input<'createLibrary'>, 'where'>

/** The open library with its desk. */
export interface Open {
  readonly library: Library
  readonly context: DeskContext
  readonly desk: Desk
  readonly how: OpenOptions
}

export interface OpenDeskOptions {
  readonly machine: MachineFile
  readonly settingsFolder: string
  readonly now: () => string
  readonly newKey: () => string
  readonly emit: (event: Unnumbered) => void
  /** The number of the last event. */
  readonly eventNumber: () => number
  /** Whether it stays open for people, and not for one command. */
  readonly attended: boolean
}

const mostRecent = 12
const sampleName = 'sample-'

export class OpenDesk {
  readonly #options: OpenDeskOptions
  readonly #inTurn = inTurns()
  #open: Open | undefined
  #refused: { readonly folder: string; readonly failure: Failure } | undefined

  constructor(options: OpenDeskOptions) {
    this.#options = options
  }

  get current(): Open | undefined {
    return this.#open
  }

  /** The library that could not be opened while none is open, and why. */
  get refused(): { readonly folder: string; readonly failure: Failure } | undefined {
    return this.#open === undefined ? this.#refused : undefined
  }

  /** Opens a library in place of the one that is open; where that fails, the desk stays as it was. */
  open(folder: string, how: OpenOptions = {}): Promise<Opened> {
    return this.#inTurn(async () => {
      const before = this.#open
      // Its own lock would be in the way.
      const same = before !== undefined && (await isSame(before.library.folder, folder))
      if (same) await this.#close()
      try {
        await this.#adopt(await openLibrary(await this.#libraryOptions(folder, how)), how)
      } catch (error) {
        this.#refused = { folder, failure: failureOf(error) }
        if (same) await this.#adopt(await openLibrary(await this.#libraryOptions(before.library.folder, before.how)), before.how)
        throw error
      }
      return { opened: true }
    })
  }

  /** Makes a library with one channel. */
  found(folder: string, { name, title, language, zone, site }: Founding): Promise<Opened> {
    return this.#inTurn(async () => {
      await this.#options.machine.update((machine) => ({ ...machine, settings: { ...machine.settings, name } }))
      const channel: NewChannel = { title, railTitle: title, language, zone, site }
      await this.#adopt(await createLibrary(await this.#libraryOptions(folder)), {}, (context) =>
        addChannel(context, channel, this.#options.newKey()),
      )
      return { opened: true }
    })
  }

  /** The sample is dated today and nobody's own: it is made anew each time, in a folder of its own. */
  sample(): Promise<Opened> {
    return this.#inTurn(async () => {
      const folder = join(this.#options.settingsFolder, `${sampleName}${this.#options.newKey().slice(0, 8)}`)
      await this.#adopt(await createLibrary(await this.#libraryOptions(folder)), {}, (context) =>
        foundSample(context, this.#options.newKey),
      )
      await this.#clearSamples(folder)
      return { opened: true }
    })
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }

  async #close(): Promise<void> {
    const was = this.#open
    this.#open = undefined
    await was?.desk.close()
    await was?.library.close()
  }

  async #libraryOptions(folder: string, how: OpenOptions = {}): Promise<LibraryOptions> {
    const { person, settings } = await this.#options.machine.read()
    return {
      folder,
      now: this.#options.now,
      newOpening: () => randomBytes(8).toString('hex'),
      person: { id: person, name: settings.name },
      machine: hostname(),
      ...how,
    }
  }

  /** Makes a library the open one, prepared and with the person known to it; one that cannot be is closed again. */
  async #adopt(library: Library, how: OpenOptions, prepare?: (context: DeskContext) => Promise<unknown>): Promise<void> {
    try {
      const context = await this.#contextOf(library)
      await prepare?.(context)
      await introduce(context, (await this.#options.machine.read()).settings.name)
      if (library.readOnly === undefined) await this.#remember(library)
      await this.#close()
      library.onChange((change) => {
        this.#options.emit({ kind: 'change', change })
      })
      this.#open = { library, context, how, desk: createDesk(context, this.#options.eventNumber, this.#options) }
    } catch (error) {
      await library.close()
      throw error
    }
    this.#options.emit({ kind: 'hello' })
  }

  async #contextOf(library: Library): Promise<DeskContext> {
    const { machine, now, emit } = this.#options
    await library.load([libraryHome])
    return {
      library,
      now,
      person: (await machine.read()).person,
      folderOf: async (target) => (await machine.read()).targets[target],
      emit,
      editing: new Map(),
    }
  }

  /** What was only read does not become the one last opened. */
  async #remember(library: Library): Promise<void> {
    const { title } = await infoOf(library)
    await this.#options.machine.update((machine) => {
      const others = machine.recent.filter((one) => one.folder !== library.folder)
      return { ...machine, recent: [{ folder: library.folder, title }, ...others].slice(0, mostRecent) }
    })
  }

  /** Removes samples of before, except one that a desk has open. */
  async #clearSamples(kept: string): Promise<void> {
    const { settingsFolder, machine } = this.#options
    for (const name of await readdir(settingsFolder)) {
      const folder = join(settingsFolder, name)
      if (!name.startsWith(sampleName) || folder === kept) continue
      try {
        const library = await openLibrary(await this.#libraryOptions(folder))
        await library.close()
        await rm(folder, { recursive: true, force: true })
        await machine.update((now) => ({ ...now, recent: now.recent.filter((one) => one.folder !== folder) }))
      } catch {
        // In use, or not to be removed: the next sample tries again.
      }
    }
  }
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((folder) => realpath(folder).catch(() => folder)))
  return a === b
}

/** What is told of an open library. */
export async function infoOf(library: Library): Promise<LibraryInfo> {
  const channels = channelsInUse(library.records.values())
  const caution = await cautionFor(library.folder)
  return {
    id: library.opening,
    title: channels.map((channel) => channel.title).join(', '),
    folder: basename(library.folder),
    sample: channels.some((channel) => channel.sample),
    problems: library.problems.map(({ file, message }) => ({ file, message })),
    ...(library.readOnly === undefined ? {} : { readOnly: library.readOnly.message }),
    ...(caution === undefined ? {} : { caution: caution.message }),
  }
}
