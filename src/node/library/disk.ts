/** The few acts on a disk that the library is made of. They arrive as one object, so that a test can be a full or failing disk. */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file open for writing. */
export interface DiskFile {
  /** Writes at a position and says how many bytes it wrote, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>
  truncate(length: number): Promise<void>
  /** fdatasync: the bytes, and what is needed to read them, are on the disk. */
  flush(): Promise<void>
  /** fsync: everything of the file is. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** Paths are absolute; errors are Node's own. */
export interface Disk {
  /** A new file; EEXIST where there is one. */
  create(path: string): Promise<DiskFile>
  /** A file that is there. */
  open(path: string): Promise<DiskFile>
  /** A file's bytes; undefined where there is none. */
  read(path: string): Promise<Buffer | undefined>
  /** Differs once a file's bytes do, as far as its size and time tell; undefined where there is no file. Cheap. */
  stamp(path: string): Promise<string | undefined>
  /** The names in a folder; none where there is no folder. */
  list(folder: string): Promise<string[]>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes a folder and those it lies in; the first that it made, undefined where it was there. */
  makeFolder(folder: string): Promise<string | undefined>
  /** fsync of a folder: what it names is on the disk. */
  flushFolder(folder: string): Promise<void>
}

/** Whether an error of the file system has one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function unlessMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return instead
    throw error
  }
}

function fileOf(handle: FileHandle): DiskFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (length) => handle.truncate(length),
    flush: () => handle.datasync(),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** The machine's own disk. */
export const realDisk: Disk = {
  create: async (path) => fileOf(await open(path, 'wx')),
  open: async (path) => fileOf(await open(path, 'r+')),
  read: (path) => readFile(path).catch(unlessMissing(undefined)),
  stamp: (path) =>
    stat(path)
      .then(({ size, mtimeMs }) => `${String(size)} ${String(mtimeMs)}`)
      .catch(unlessMissing(undefined)),
  list: (folder) => readdir(folder).catch(unlessMissing([])),
  rename,
  remove: unlink,
  makeFolder: (folder) => mkdir(folder, { recursive: true }),
  flushFolder: async (folder) => {
    // Windows opens no folders; NTFS keeps names in its own log.
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/** The disk did not confirm a write. What was to be flushed may be there or not, and asking again would not tell. */
export class FlushError extends Error {
  override readonly name = 'FlushError'
}

/** Waits for a flush; its failure is a FlushError. */
export async function flushed(flush: Promise<void>, path: string): Promise<void> {
  try {
    await flush
  } catch (cause) {
    throw new FlushError(`${path} was not flushed`, { cause })
  }
}

/** Writes every byte: a full disk first writes less than it was given, without an error. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const more = await file.write(bytes.subarray(written), position + written)
    if (more === 0) throw Object.assign(new Error('The disk took no more bytes.'), { code: 'ENOSPC' })
    written += more
  }
}

/** Whether a name is that of a temporary file of `replace`. */
export function isTemporary(name: string): boolean {
  return /\.[0-9a-f]{12}\.tmp$/.test(name)
}

/** Puts new content in a file's place: a reader, or a start after a power cut, finds the old whole or the new whole. */
export async function replace(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const file = await disk.create(temporary)
  try {
    try {
      await writeAll(file, bytes, 0)
      await flushed(file.sync(), path)
    } finally {
      await file.close()
    }
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw error
  }
  await flushed(disk.flushFolder(dirname(path)), path)
}

/** Removes what a killed `replace` left in a folder. Only the folder's one writer may do so. */
export async function sweep(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (isTemporary(name)) await disk.remove(`${folder}/${name}`)
  }
}

/** Makes a folder that outlasts a power cut, and those it lies in. */
export async function ensureFolder(disk: Disk, folder: string): Promise<void> {
  const first = await disk.makeFolder(folder)
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushed(disk.flushFolder(dirname(made)), made)
}

/** Where a damaged file's content is kept: beside it, ending in `.damaged`, under a name that holds nothing else. */
async function asideName(disk: Disk, path: string, bytes: Uint8Array): Promise<{ name: string; there: boolean }> {
  for (let n = 1; ; n++) {
    const name = `${path}${n === 1 ? '' : `-${String(n)}`}.damaged`
    const had = await disk.read(name)
    if (had === undefined) return { name, there: false }
    if (had.equals(bytes)) return { name, there: true }
  }
}

/** Moves a damaged file out of the way. */
export async function setAside(disk: Disk, path: string): Promise<void> {
  const bytes = await disk.read(path)
  if (bytes === undefined) return
  await disk.rename(path, (await asideName(disk, path, bytes)).name)
  await flushed(disk.flushFolder(dirname(path)), path)
}

/** Copies a damaged file that stays in use. */
export async function copyAside(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const { name, there } = await asideName(disk, path, bytes)
  if (!there) await replace(disk, name, bytes)
}
