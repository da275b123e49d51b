/** Where the desk's window stood when it was last closed: of this machine, so it lies beside the settings. */
import { join } from 'node:path'
import { z } from 'zod'
import { openJson } from './library/checkpoint.ts'
import { ensureFolder, realDisk } from './library/disk.ts'

const stateSchema = z.object({
  /** What it is when not maximised, in the screen's logical pixels. */
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof stateSchema>

export interface WindowStateFile {
  /** Undefined where none is known. */
  read(): Promise<WindowState | undefined>
  write(state: WindowState): Promise<void>
}

/** A file that cannot be read counts as none, and is written over: there is nothing in it to lose. */
export function windowStateFile(settingsFolder: string): WindowStateFile {
  const decode = (json: unknown): WindowState | undefined => stateSchema.safeParse(json).data
  const open = () => openJson<Partial<WindowState>>(realDisk, join(settingsFolder, 'window.json'), decode, {})
  return {
    read: async () => decode((await open()).db.data),
    write: async (state) => {
      await ensureFolder(realDisk, settingsFolder)
      const { db } = await open()
      db.data = state
      await db.write()
    },
  }
}
