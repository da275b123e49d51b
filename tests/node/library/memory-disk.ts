/* eslint-disable @typescript-eslint/require-await -- what promises bytes has them here at once */
/**
 * A disk in memory that can lose its power. What was not flushed may then be there, or not, or in part, each thing for
 * itself, as file systems allow: a file's bytes count by its own flush, its name by that of its folder.
 */
import { dirname } from 'node:path'
import type { Disk, DiskFile } from '../../../src/node/library/disk.ts'

interface Inode {
  bytes: Buffer
  flushed: Buffer
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
}

export class MemoryDisk {
  readonly #root: string
  /** Files, and folders as `true`, by their paths below the root. */
  readonly #names: Map<string, Inode | true>
  readonly #flushedNames: Map<string, Inode | true>

  constructor(root: string, names: ReadonlyMap<string, Inode | true> = new Map()) {
    this.#root = root
    this.#names = new Map(names)
    this.#flushedNames = new Map(names)
  }

  readonly disk: Disk = {
    create: (path) => this.#create(path),
    open: async (path) => this.#open(this.#inode(path) ?? throwing(missing(path))),
    read: async (path) => {
      const inode = this.#inode(path)
      return inode && Buffer.from(inode.bytes)
    },
    stamp: async (path) => this.#inode(path)?.bytes.toString('base64'),
    list: async (folder) => this.#within(this.#names, this.#key(folder)).map((key) => key.slice(key.lastIndexOf('/') + 1)),
    rename: async (from, to) => {
      this.#names.set(this.#key(to), this.#inode(from) ?? throwing(missing(from)))
      this.#names.delete(this.#key(from))
    },
    remove: async (path) => {
      if (!this.#names.delete(this.#key(path))) throw missing(path)
    },
    makeFolder: async (folder) => {
      let first: string | undefined
      for (let path = folder; path.length > this.#root.length && !this.#names.has(this.#key(path)); path = dirname(path)) {
        this.#names.set(this.#key(path), true)
        first = path
      }
      return first
    },
    flushFolder: async (folder) => {
      const key = this.#key(folder)
      for (const gone of this.#within(this.#flushedNames, key)) if (!this.#names.has(gone)) this.#flushedNames.delete(gone)
      for (const name of this.#within(this.#names, key)) this.#flushedNames.set(name, this.#names.get(name)!)
    },
  }

  /** The disk after a power cut, mounted at another root. `chance` is true for what made it though nothing had to. */
  afterPowerCut(root: string, chance: () => boolean): MemoryDisk {
    const names = new Map(this.#flushedNames)
    for (const key of new Set([...this.#names.keys(), ...this.#flushedNames.keys()])) {
      const [now, flushed] = [this.#names.get(key), this.#flushedNames.get(key)]
      if (now === flushed || !chance()) continue
      if (now === undefined) names.delete(key)
      else names.set(key, now)
    }
    const after = new Map<string, Inode | true>()
    for (const [key, what] of names) if (this.#reachable(names, key)) after.set(key, what === true ? true : settled(what, chance))
    return new MemoryDisk(root, after)
  }

  /** The disk as a killed process leaves it to the next: everything is there, flushed or not. */
  afterKill(root: string): MemoryDisk {
    const next = new MemoryDisk(root, this.#flushedNames)
    next.#names.clear()
    for (const [key, what] of this.#names) next.#names.set(key, what)
    return next
  }

  #key(path: string): string {
    return path.slice(this.#root.length).replace(/^\//, '')
  }

  #inode(path: string): Inode | undefined {
    const found = this.#names.get(this.#key(path))
    return found === true ? undefined : found
  }

  #within(names: ReadonlyMap<string, unknown>, folder: string): string[] {
    const start = folder === '' ? '' : `${folder}/`
    return [...names.keys()].filter((key) => key.startsWith(start) && !key.slice(start.length).includes('/'))
  }

  #reachable(names: ReadonlyMap<string, Inode | true>, key: string): boolean {
    const folder = dirname(key)
    return folder === '.' || (names.get(folder) === true && this.#reachable(names, folder))
  }

  async #create(path: string): Promise<DiskFile> {
    const key = this.#key(path)
    if (this.#names.has(key)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' })
    if (dirname(key) !== '.' && this.#names.get(dirname(key)) !== true) throw missing(path)
    const inode = { bytes: Buffer.alloc(0), flushed: Buffer.alloc(0) }
    this.#names.set(key, inode)
    return this.#open(inode)
  }

  #open(inode: Inode): DiskFile {
    const flush = async () => {
      inode.flushed = inode.bytes
    }
    return {
      write: async (bytes, position) => {
        const size = Math.max(inode.bytes.length, position + bytes.length)
        const next = Buffer.alloc(size)
        inode.bytes.copy(next)
        next.set(bytes, position)
        inode.bytes = next
        return bytes.length
      },
      truncate: async (length) => {
        inode.bytes = inode.bytes.subarray(0, length)
      },
      flush,
      sync: flush,
      close: async () => undefined,
    }
  }
}

/** A file's bytes once the power is back: as flushed, as written, or the new length with a part of the new bytes missing. */
function settled({ bytes, flushed }: Inode, chance: () => boolean): Inode {
  let kept = chance() ? bytes : flushed
  if (kept !== flushed && chance()) {
    const page = 64
    const torn = Buffer.from(bytes)
    for (let start = 0; start < torn.length; start += page) {
      const old = flushed.subarray(start, start + page)
      if (old.equals(torn.subarray(start, start + page)) || chance()) continue
      torn.fill(0, start, Math.min(start + page, torn.length))
      old.copy(torn, start)
    }
    kept = torn
  }
  return { bytes: kept, flushed: kept }
}

function throwing(error: Error): never {
  throw error
}
