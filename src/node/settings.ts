/**
 * What belongs to the machine and the person at it: appearance, recent libraries, this person's id and
 * where folder targets lie. One file in one folder, the same for all hosts, read afresh before each write.
 */
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { settingsSchema, type Settings } from '../core/contract/settings.ts'
import { recordIdRegExp, recordIds } from '../core/ids.ts'
import { openJson } from './library/checkpoint.ts'
import { inTurns } from './library/turns.ts'
import { ensureFolder, realDisk, setAside } from './library/disk.ts'

const recordId = z.string().regex(recordIdRegExp)
const machineSchema = z.looseObject({
  settings: settingsSchema,
  person: recordId,
  /** Last opened first. */
  recent: z.array(z.object({ folder: z.string(), title: z.string() })),
  /** The folder of each target that was set up here. */
  targets: z.record(recordId, z.string()),
})
export type Machine = z.infer<typeof machineSchema>

export interface MachineFile {
  read(): Promise<Machine>
  /** Reads, changes and writes, one after the other. */
  update(change: (machine: Machine) => Machine): Promise<Machine>
}

const defaults: Omit<Settings, 'name'> = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  textSize: 'normal',
  letters: true,
  leftPane: 208,
  rightPane: 440,
  leftOpen: true,
  rightOpen: true,
  notify: true,
}

/** NEWSRAIL_HOME, else Newsrail's folder where the platform keeps configuration. */
export function settingsFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env.NEWSRAIL_HOME !== undefined && env.NEWSRAIL_HOME !== '') return env.NEWSRAIL_HOME
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Newsrail')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Newsrail')
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'newsrail')
}

/** Where a library lies when nothing else is said. */
export function defaultLibraryFolder(): string {
  return join(homedir(), 'Newsrail')
}

/** The name on the account that runs the program. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** Opens the settings. A part that does not fit counts as not set; a file that cannot be read is set aside. */
export function openMachine(folder: string, newKey: () => string): MachineFile {
  const path = join(folder, 'settings.json')
  const fresh: Machine = { settings: { ...defaults, name: accountName() }, person: recordIds.person(newKey()), recent: [], targets: {} }
  const decode = (json: unknown): Machine | undefined => {
    const stored = z.record(z.string(), z.unknown()).safeParse(json).data
    return (
      stored && {
        ...fresh,
        ...fitting(machineSchema, stored),
        settings: { ...fresh.settings, ...fitting(settingsSchema, stored.settings) },
      }
    )
  }
  const open = async () => {
    const { db, found } = await openJson(realDisk, path, decode, fresh)
    if (found === 'damaged') await setAside(realDisk, path)
    return db
  }
  const inTurn = inTurns()
  return {
    read: () => inTurn(async () => (await open()).data),
    update: (change) =>
      inTurn(async () => {
        const db = await open()
        await ensureFolder(realDisk, folder)
        db.data = change(db.data)
        await db.write()
        return db.data
      }),
  }
}

/** The parts of a stored object that fit their schemas; parts of a newer program stay as they are. */
function fitting(schema: z.ZodObject, stored: unknown): object {
  if (typeof stored !== 'object' || stored === null) return {}
  const fits = ([key, value]: [string, unknown]): boolean => {
    const part = Object.hasOwn(schema.shape, key) ? (schema.shape[key] as z.ZodType) : undefined
    return part === undefined || part.safeParse(value).success
  }
  return Object.fromEntries(Object.entries(stored).filter(fits))
}
