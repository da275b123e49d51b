/**
 * A host's one desk: which library is open, the settings of this machine, and the contract for every
 * window and client. Electron, the web host and the CLI are three ways to reach one of these.
 */
import { randomBytes } from 'node:crypto'
import { access, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { setField } from '../core/acts.ts'
import {
  checkInput,
  isCommand,
  type CommandName,
  type DeskEvent,
  type Failure,
  type Hello,
  type Input,
  type LibraryInfo,
  type Output,
  type Result,
} from '../core/contract.ts'
import { libraryHome, recordIds, type RecordId } from '../core/ids.ts'
import { channelsOf, recordEdit, type DeskContext, type Unnumbered } from './desk/context.ts'
import { createDesk, type Desk, type DeskCommand, type Handler, type Handlers } from './desk.ts'
import { DeskError, resultOf } from './failure.ts'
import { addChannel, freeFolder, introduce } from './host/founding.ts'
import { foundSample } from './host/sample.ts'
import { cautionFor } from './library/caution.ts'
import { realDisk, replace } from './library/disk.ts'
import { createLibrary, openLibrary, type Library, type LibraryOptions } from './library/library.ts'
import { defaultLibraryFolder, openMachine, type MachineFile } from './settings.ts'

/** The host's dialogs; one that is left out it does not have. */
export interface Picker {
  readonly folder?: (title: string) => Promise<string | undefined>
  readonly saveZip?: (name: string) => Promise<string | undefined>
}

export interface HostOptions {
  readonly kind: Hello['host']
  readonly version: string
  readonly settingsFolder: string
  /** Where "Start a desk" makes its library; `~/Newsrail` where nothing is said. */
  readonly defaultFolder?: string | undefined
  readonly picker: Picker
  /** The address for downloading an edition's zip, on a host without dialogs. */
  readonly download?: (channel: string, day: string, edition: string) => string
}

export interface OpenOptions {
  readonly readOnly?: boolean | undefined
  readonly anyway?: boolean | undefined
}

/** What is answered without an open library. */
type HostCommand = Exclude<CommandName, DeskCommand>
type Founding = Omit<Input<'createLibrary'>, 'where'>
interface Opened {
  readonly opened: boolean
}

export interface Host {
  /** Answers any command for one client. Never throws. */
  call(client: string, name: string, input: unknown): Promise<Result<unknown>>
  on(listener: (event: DeskEvent) => void): () => void
  /** A client is gone. */
  drop(client: string): void
  /** The folder of the open library. */
  readonly folder: string | undefined
  /** The folder of the library last opened, unless it is gone. */
  lastOpened(): Promise<string | undefined>
  open(folder: string, how?: OpenOptions): Promise<Result<Opened>>
  create(folder: string, founding: Founding): Promise<Result<Opened>>
  /** The zip kept beside an edition. */
  bundle(channel: string, day: string, edition: string): Promise<Uint8Array | undefined>
  /** Says where a folder target lies on this machine. */
  bindTarget(target: RecordId, folder: string): Promise<void>
  close(): Promise<void>
}

/** So many libraries are remembered. */
const mostRecent = 12
const now = (): string => new Date().toISOString()
/** Lower-case letters and digits for ids, 80 random bits. */
const newKey = (): string => randomBytes(10).toString('hex')

/** Makes a host with nothing open. */
export function createHost(options: HostOptions): Host {
  return new DeskHost(options)
}

interface Open {
  readonly library: Library
  readonly context: DeskContext
  readonly desk: Desk
  readonly info: LibraryInfo
}

class DeskHost implements Host {
  readonly #options: HostOptions
  readonly #machine: MachineFile
  readonly #listeners = new Set<(event: DeskEvent) => void>()
  readonly #handlers: Handlers<HostCommand>
  #n = 0
  /** The library that could not be opened while none is open, and why. */
  #refused: { readonly folder: string; readonly failure: Failure } | undefined
  #open: Open | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: HostOptions) {
    this.#options = options
    this.#machine = openMachine(options.settingsFolder, newKey)
    this.#handlers = {
      hello: () => this.#hello(),
      saveSettings: (change) => this.#saveSettings(change),
      createLibrary: ({ where, ...founding }) => this.#createLibrary(where, founding),
      openLibrary: (input) => this.#openLibrary(input),
      openSample: () => this.#inTurn(() => this.#foundSample()),
      closeLibrary: async () => {
        await this.close()
        this.#emit({ kind: 'hello' })
        return {}
      },
      exportEdition: (input) => this.#exportEdition(input),
      chooseTarget: ({ channel, name }) => this.#chooseTarget(channel, name),
    }
  }

  async call(client: string, name: string, input: unknown): Promise<Result<unknown>> {
    if (!isCommand(name)) return { ok: false, error: { code: 'no-command', message: `There is no command "${name}".`, field: name } }
    const checked = checkInput(name, input)
    // The table is checked as a whole by its type; one entry's input cannot be told from another's here.
    return checked.ok ? resultOf(() => (this.#handler(name) as Handler<CommandName>)(checked.value, client)) : checked
  }

  on(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  drop(client: string): void {
    this.#open?.desk.drop(client)
  }

  get folder(): string | undefined {
    return this.#open?.library.folder
  }

  async lastOpened(): Promise<string | undefined> {
    const folder = (await this.#machine.read()).recent[0]?.folder
    return folder !== undefined && (await isLibrary(folder)) ? folder : undefined
  }

  async open(folder: string, how: OpenOptions = {}): Promise<Result<Opened>> {
    const result = await resultOf(() => this.#openFolder(folder, how))
    if (!result.ok && this.#open === undefined) this.#refused = { folder, failure: result.error }
    return result
  }

  create(folder: string, founding: Founding): Promise<Result<Opened>> {
    return resultOf(() => this.#found(folder, founding))
  }

  async bundle(channel: string, day: string, edition: string): Promise<Uint8Array | undefined> {
    return this.#opened().library.editions.bundle(channel, day, edition)
  }

  async bindTarget(target: RecordId, folder: string): Promise<void> {
    await this.#machine.update((machine) => ({ ...machine, targets: { ...machine.targets, [target]: folder } }))
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeNow())
  }

  #handler(name: CommandName): unknown {
    if (Object.hasOwn(this.#handlers, name)) return this.#handlers[name as HostCommand]
    return this.#opened().desk.handlers[name as DeskCommand]
  }

  #opened(): Open {
    if (this.#open === undefined) throw new DeskError('no-library', 'No library is open. Open one, or start a desk.')
    return this.#open
  }

  #emit(event: Unnumbered): void {
    this.#n += 1
    for (const listener of this.#listeners) listener({ ...event, n: this.#n })
  }

  /** Opening and closing happen one after the other. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #closeNow(): Promise<void> {
    const was = this.#open
    this.#open = undefined
    await was?.desk.close()
    await was?.library.close()
  }

  async #libraryOptions(folder: string, how: OpenOptions = {}): Promise<LibraryOptions> {
    const { person, settings } = await this.#machine.read()
    return {
      folder,
      now,
      newOpening: () => randomBytes(8).toString('hex'),
      person: { id: person, name: settings.name },
      machine: hostname(),
      ...(how.readOnly === undefined ? {} : { readOnly: how.readOnly }),
      ...(how.anyway === undefined ? {} : { anyway: how.anyway }),
    }
  }

  async #contextOf(library: Library): Promise<DeskContext> {
    await library.load([libraryHome])
    return {
      library,
      now,
      person: (await this.#machine.read()).person,
      folderOf: async (target) => (await this.#machine.read()).targets[target],
      emit: (event) => {
        this.#emit(event)
      },
      editing: new Map(),
    }
  }

  /** Makes a library the open one: the person is known to it, and windows hear of it. */
  async #adopt(library: Library): Promise<Opened> {
    const context = await this.#contextOf(library)
    const { settings } = await this.#machine.read()
    await introduce(context, settings.name)
    library.onChange((change) => {
      this.#emit({ kind: 'change', change })
    })
    const info = await infoOf(library)
    this.#refused = undefined
    this.#open = { library, context, desk: createDesk(context, () => this.#n), info }
    await this.#machine.update((machine) => {
      const others = machine.recent.filter((one) => one.folder !== library.folder)
      return { ...machine, recent: [{ folder: library.folder, title: info.title }, ...others].slice(0, mostRecent) }
    })
    this.#emit({ kind: 'hello' })
    return { opened: true }
  }

  #openFolder(folder: string, how: OpenOptions): Promise<Opened> {
    return this.#inTurn(async () => {
      const options = await this.#libraryOptions(folder, how)
      // Another library is opened before this one is closed: where that fails, the desk stays as it is.
      if (this.#open?.library.folder === folder) await this.#closeNow()
      const library = await openLibrary(options)
      await this.#closeNow()
      return this.#adopt(library)
    })
  }

  #found(folder: string, { name, title, language, zone, site }: Founding): Promise<Opened> {
    return this.#inTurn(async () => {
      await this.#machine.update((machine) => ({ ...machine, settings: { ...machine.settings, name } }))
      const library = await createLibrary(await this.#libraryOptions(folder))
      await addChannel(await this.#contextOf(library), { title, railTitle: title, language, zone, site }, newKey())
      await this.#closeNow()
      return this.#adopt(library)
    })
  }

  /** The sample is dated today and nobody's own: it is made anew each time. */
  async #foundSample(): Promise<Opened> {
    const folder = join(this.#options.settingsFolder, 'sample')
    await this.#closeNow()
    await rm(folder, { recursive: true, force: true })
    const library = await createLibrary(await this.#libraryOptions(folder))
    await foundSample(await this.#contextOf(library), newKey)
    return this.#adopt(library)
  }

  async #hello(): Promise<Hello> {
    const { settings, person, recent } = await this.#machine.read()
    const listed = recent.map(async ({ folder, title }, index) => ({
      id: String(index),
      title,
      folder: basename(folder),
      gone: !(await isLibrary(folder)),
    }))
    return {
      version: this.#options.version,
      host: this.#options.kind,
      settings,
      person,
      recent: await Promise.all(listed),
      ...(this.#open === undefined ? {} : { library: await infoOf(this.#open.library) }),
      ...(this.#refused === undefined ? {} : { refused: { failure: this.#refused.failure, ...namedIn(recent, this.#refused.folder) } }),
    }
  }

  async #saveSettings(change: Input<'saveSettings'>): Promise<Output<'saveSettings'>> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const { settings } = await this.#machine.update((machine) => ({ ...machine, settings: { ...machine.settings, ...given } }))
    if (this.#open !== undefined) await introduce(this.#open.context, settings.name)
    this.#emit({ kind: 'hello' })
    return settings
  }

  async #createLibrary(where: 'default' | 'choose', founding: Founding): Promise<Opened> {
    const folder =
      where === 'choose'
        ? await this.#pick('folder', founding.title)
        : await freeFolder(this.#options.defaultFolder ?? defaultLibraryFolder())
    return folder === undefined ? { opened: false } : this.#found(folder, founding)
  }

  async #openLibrary({ recent, choose, readOnly, anyway }: Input<'openLibrary'>): Promise<Opened> {
    const listed = (await this.#machine.read()).recent[Number(recent ?? 0)]?.folder
    const folder = choose === true ? await this.#pick('folder', '') : listed
    return folder === undefined ? { opened: false } : this.#openFolder(folder, { readOnly, anyway })
  }

  async #exportEdition({ channel, day, edition }: Input<'exportEdition'>): Promise<Output<'exportEdition'>> {
    const bytes = await this.bundle(channel, day, edition)
    if (bytes === undefined) throw new DeskError('not-found', 'This library does not hold that edition.', { field: 'edition' })
    if (this.#options.download !== undefined) return { kind: 'download', address: this.#options.download(channel, day, edition) }
    const path = await this.#pick('saveZip', `${channel}-${day}-${edition.slice(0, edition.indexOf('-'))}.zip`)
    if (path === undefined) return { kind: 'cancelled' }
    await replace(realDisk, path, bytes)
    return { kind: 'saved', name: basename(path) }
  }

  async #chooseTarget(channel: string, name: string): Promise<Output<'chooseTarget'>> {
    const { context } = this.#opened()
    const folder = await this.#pick('folder', name)
    if (folder === undefined) return {}
    const id = recordIds.target(newKey())
    await this.bindTarget(id, folder)
    const fields = Object.entries({ channel, name, kind: 'folder' })
    await recordEdit(
      context,
      fields.map(([field, to]) => setField(undefined, id, field, to)),
    )
    return { target: id }
  }

  async #pick(dialog: keyof Picker, text: string): Promise<string | undefined> {
    const ask = this.#options.picker[dialog]
    if (ask !== undefined) return ask(text)
    throw new DeskError(
      'no-dialogs',
      'A browser cannot choose folders on this computer. Use the newsrail command instead, for example: newsrail targets add website /srv/site/rail',
    )
  }
}

/** A library's place in the list of recent ones, where it stands there. */
function namedIn(recent: readonly { readonly folder: string }[], folder: string): { recent?: string } {
  const index = recent.findIndex((one) => one.folder === folder)
  return index < 0 ? {} : { recent: String(index) }
}

async function isLibrary(folder: string): Promise<boolean> {
  return access(join(folder, 'library.json')).then(
    () => true,
    () => false,
  )
}

async function infoOf(library: Library): Promise<LibraryInfo> {
  const channels = channelsOf(library.records)
  const caution = await cautionFor(library.folder)
  return {
    title: channels.map((channel) => channel.title).join(', '),
    folder: basename(library.folder),
    sample: channels.some((channel) => channel.sample),
    problems: library.problems.map(({ file, message }) => ({ file, message })),
    ...(library.readOnly === undefined ? {} : { readOnly: library.readOnly.message }),
    ...(caution === undefined ? {} : { caution: caution.message }),
  }
}
