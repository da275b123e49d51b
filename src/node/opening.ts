/** Which library a host opens when it starts. */
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Failure } from '../core/contract/failure.ts'
import type { Host } from './host.ts'

/** The library that a command line names, as an absolute path; undefined where it names none. Options of others, such as Chromium's, are passed over. */
export function libraryNamed(args: readonly string[], workingFolder: string): string | undefined {
  const { values } = parseArgs({ args: [...args], options: { library: { type: 'string' } }, strict: false, allowPositionals: true })
  return typeof values.library === 'string' ? resolve(workingFolder, values.library) : undefined
}

/** Opens the library that was named, else the one last opened; answers why none is open where there should be one. */
export async function openAtStart(host: Host, named: string | undefined): Promise<Failure | undefined> {
  const folder = named ?? (await host.lastOpened())
  if (folder === undefined) return undefined
  const opened = await host.open(folder)
  return opened.ok ? undefined : opened.error
}

/** Whether a host has this very folder open, by whatever path. */
export async function isOpen(host: Host, folder: string): Promise<boolean> {
  if (host.folder === undefined) return false
  const [open, other] = await Promise.all([host.folder, folder].map((path) => realpath(path).catch(() => path)))
  return open === other
}
