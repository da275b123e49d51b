/** JSON files through lowdb, with an adapter that takes no missing or damaged file for a new one and never leaves half of one. */
import { Low, type Adapter } from 'lowdb'
import { replace, type Disk } from './disk.ts'

/** A file that is there and does not hold what it should. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/**
 * lowdb's two methods for a JSON file. `decode` turns parsed JSON into the file's content, or says
 * undefined where it is none; then, as where it is no JSON, `read` throws a DamagedFile. A missing file is null.
 */
export class JsonFile<T> implements Adapter<T> {
  readonly #disk: Disk
  readonly #path: string
  readonly #decode: (json: unknown) => T | undefined

  constructor(disk: Disk, path: string, decode: (json: unknown) => T | undefined) {
    this.#disk = disk
    this.#path = path
    this.#decode = decode
  }

  async read(): Promise<T | null> {
    const bytes = await this.#disk.read(this.#path)
    if (bytes === undefined) return null
    const content = this.#decode(parse(bytes))
    if (content === undefined) throw new DamagedFile(`${this.#path} is damaged`)
    return content
  }

  write(content: T): Promise<void> {
    return replace(this.#disk, this.#path, Buffer.from(JSON.stringify(content)))
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

/** What was found where a file should be. */
export type Found = 'whole' | 'missing' | 'damaged'

/** Opens a JSON file with lowdb and says what was found; unless that is whole, the data are the blank ones given. */
export async function openJson<T extends object>(
  disk: Disk,
  path: string,
  decode: (json: unknown) => T | undefined,
  blank: T,
): Promise<{ readonly db: Low<T>; readonly found: Found }> {
  const db = new Low<T>(new JsonFile(disk, path, decode), blank)
  try {
    await db.read()
  } catch (error) {
    if (error instanceof DamagedFile) return { db, found: 'damaged' }
    throw error
  }
  return { db, found: db.data === blank ? 'missing' : 'whole' }
}
