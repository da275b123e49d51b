/**
 * A host's one desk: which library is open, the settings of this machine, and the contract for every
 * window and client. Electron, the web host and the CLI are three ways to reach one of these.
 */
import { createHash, randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { setField } from '../core/acts.ts'
import { checkInput, isCommand, type CommandName, type Input, type Output } from '../core/contract.ts'
import type { DeskEvent } from '../core/contract/event.ts'
import type { Result } from '../core/contract/failure.ts'
import type { Hello } from '../core/contract/hello.ts'
import { editionNumber } from '../core/edition.ts'
import { recordIds, type RecordId } from '../core/ids.ts'
import { exportOf } from './desk/bundles.ts'
import { channelOf, recordEdit, refuseSample, type Unnumbered } from './desk/context.ts'
import { editionOf } from './desk/launching.ts'
import type { DeskCommand, Handler, Handlers } from './desk.ts'
import { DeskError, resultOf } from './failure.ts'
import { freeFolder, introduce } from './host/founding.ts'
import { infoOf, OpenDesk, type Founding, type Open, type Opened, type OpenOptions } from './host/open-desk.ts'
import { realDisk, replace } from './library/disk.ts'
import { isLibrary } from './library/library.ts'
import { mustLieOutside } from './publish/outside.ts'
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
  /** The clock; the machine's where left out. */
  readonly now?: () => string
  /** The address for downloading an edition's zip, on a host without dialogs. */
  readonly download?: (channel: string, day: string, edition: string) => string
}

/** What is answered without an open library. */
type HostCommand = Exclude<CommandName, DeskCommand>

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
  /** An edition's zip, without what was retracted since. */
  bundle(channel: string, day: string, edition: string): Promise<Uint8Array | undefined>
  /** An image of the open library; undefined where there is none of that name, or it is damaged. */
  media(name: string): Promise<Uint8Array | undefined>
  /** Says where a folder target lies on this machine. */
  bindTarget(target: RecordId, folder: string): Promise<void>
  close(): Promise<void>
}

const now = (): string => new Date().toISOString()
/** Lower-case letters and digits for ids, 80 random bits. */
const newKey = (): string => randomBytes(10).toString('hex')

/** Makes a host with nothing open. */
export function createHost(options: HostOptions): Host {
  return new DeskHost(options)
}

class DeskHost implements Host {
  readonly #options: HostOptions
  readonly #machine: MachineFile
  readonly #desk: OpenDesk
  readonly #listeners = new Set<(event: DeskEvent) => void>()
  readonly #handlers: Handlers<HostCommand>
  #n = 0

  constructor(options: HostOptions) {
    this.#options = options
    this.#machine = openMachine(options.settingsFolder, newKey)
    this.#desk = new OpenDesk({
      machine: this.#machine,
      settingsFolder: options.settingsFolder,
      now: options.now ?? now,
      newKey,
      emit: (event) => {
        this.#emit(event)
      },
      eventNumber: () => this.#n,
      attended: options.kind !== 'cli',
    })
    this.#handlers = {
      hello: () => this.#hello(),
      saveSettings: (change) => this.#saveSettings(change),
      createLibrary: ({ where, ...founding }) => this.#createLibrary(where, founding),
      openLibrary: (input) => this.#openLibrary(input),
      openSample: () => this.#desk.sample(),
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
    this.#desk.current?.desk.drop(client)
  }

  get folder(): string | undefined {
    return this.#desk.current?.library.folder
  }

  async lastOpened(): Promise<string | undefined> {
    const folder = (await this.#machine.read()).recent[0]?.folder
    return folder !== undefined && (await isLibrary(folder)) ? folder : undefined
  }

  open(folder: string, how: OpenOptions = {}): Promise<Result<Opened>> {
    return resultOf(() => this.#desk.open(folder, how))
  }

  create(folder: string, founding: Founding): Promise<Result<Opened>> {
    return resultOf(() => this.#desk.found(folder, founding))
  }

  async bundle(channel: string, day: string, edition: string): Promise<Uint8Array | undefined> {
    const { context } = this.#opened()
    return (await exportOf(context, await editionOf(context, { channel, day, edition }))).zip
  }

  async media(name: string): Promise<Uint8Array | undefined> {
    return this.#desk.current?.library.media.read(name)
  }

  async bindTarget(target: RecordId, folder: string): Promise<void> {
    if (this.folder !== undefined) await mustLieOutside(this.folder, folder)
    await this.#machine.update((machine) => ({ ...machine, targets: { ...machine.targets, [target]: folder } }))
  }

  close(): Promise<void> {
    return this.#desk.close()
  }

  #handler(name: CommandName): unknown {
    if (Object.hasOwn(this.#handlers, name)) return this.#handlers[name as HostCommand]
    return this.#opened().desk.handlers[name as DeskCommand]
  }

  #opened(): Open {
    const open = this.#desk.current
    if (open === undefined) throw new DeskError('no-library', 'No library is open. Open one, or start a desk.')
    return open
  }

  #emit(event: Unnumbered): void {
    this.#n += 1
    for (const listener of this.#listeners) listener({ ...event, n: this.#n })
  }

  async #hello(): Promise<Hello> {
    const { settings, person, recent } = await this.#machine.read()
    const listed = recent.map(async ({ folder, title }) => ({
      id: idOf(folder),
      title,
      folder: basename(folder),
      gone: !(await isLibrary(folder)),
    }))
    const { current, refused } = this.#desk
    const known = recent.some(({ folder }) => folder === refused?.folder)
    return {
      version: this.#options.version,
      host: this.#options.kind,
      settings,
      person,
      recent: await Promise.all(listed),
      ...(current === undefined ? {} : { library: await infoOf(current.library) }),
      ...(refused === undefined ? {} : { refused: { failure: refused.failure, ...(known ? { recent: idOf(refused.folder) } : {}) } }),
    }
  }

  async #saveSettings(change: Input<'saveSettings'>): Promise<Output<'saveSettings'>> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const { settings } = await this.#machine.update((machine) => ({ ...machine, settings: { ...machine.settings, ...given } }))
    const open = this.#desk.current
    if (open !== undefined) await introduce(open.context, settings.name)
    this.#emit({ kind: 'hello' })
    return settings
  }

  async #createLibrary(where: 'default' | 'choose', founding: Founding): Promise<Opened> {
    const folder =
      where === 'choose'
        ? await this.#pick('folder', founding.title)
        : await freeFolder(this.#options.defaultFolder ?? defaultLibraryFolder())
    return folder === undefined ? { opened: false } : this.#desk.found(folder, founding)
  }

  async #openLibrary({ recent, choose, readOnly, anyway }: Input<'openLibrary'>): Promise<Opened> {
    const folder = choose === true ? await this.#pick('folder', '') : await this.#recentFolder(recent)
    return folder === undefined ? { opened: false } : this.#desk.open(folder, { readOnly, anyway })
  }

  async #recentFolder(id: string | undefined): Promise<string> {
    const found = (await this.#machine.read()).recent.find(({ folder }) => idOf(folder) === id)
    if (found === undefined) throw new DeskError('not-found', 'This library is not among those last opened here.', { field: 'recent' })
    return found.folder
  }

  async #exportEdition({ channel, day, edition }: Input<'exportEdition'>): Promise<Output<'exportEdition'>> {
    const { context } = this.#opened()
    const { zip, withheld } = await exportOf(context, await editionOf(context, { channel, day, edition }))
    if (this.#options.download !== undefined) return { kind: 'download', address: this.#options.download(channel, day, edition), withheld }
    const path = await this.#pick('saveZip', `${channel}-${day}-${String(editionNumber(edition))}.zip`)
    if (path === undefined) return { kind: 'cancelled' }
    await replace(realDisk, path, zip)
    return { kind: 'saved', name: basename(path), withheld }
  }

  async #chooseTarget(channel: string, name: string): Promise<Output<'chooseTarget'>> {
    const { context } = this.#opened()
    refuseSample(channelOf(context.library.records, channel))
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

/** A recent library's name in the contract: no path, and not its place in a list that changes. */
function idOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16)
}
