/** Where the web host stood last and what it let in, so that windows find it again after a crash. Only its owner can read it. */
import { randomBytes } from 'node:crypto'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureFolder, realDisk, replace } from '../library/disk.ts'

const doorSchema = z.object({ port: z.int().min(1).max(65_535), token: z.string().regex(/^[\w-]{43}$/) })
export type Door = z.infer<typeof doorSchema>

/** 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

const fileIn = (settingsFolder: string): string => join(settingsFolder, 'web.json')

/** The door of before; undefined where there was none, or it cannot be read. */
export async function readDoor(settingsFolder: string): Promise<Door | undefined> {
  const bytes = await realDisk.read(fileIn(settingsFolder))
  try {
    return bytes && doorSchema.parse(JSON.parse(bytes.toString()))
  } catch {
    return undefined
  }
}

export async function keepDoor(settingsFolder: string, door: Door): Promise<void> {
  await ensureFolder(realDisk, settingsFolder)
  const file = fileIn(settingsFolder)
  // Made empty and closed to others before the token goes in.
  await replace(realDisk, file, Buffer.from('{}'))
  await chmod(file, 0o600)
  const handle = await realDisk.open(file)
  try {
    await handle.write(Buffer.from(JSON.stringify(door)), 0)
    await handle.flush()
  } finally {
    await handle.close()
  }
}
