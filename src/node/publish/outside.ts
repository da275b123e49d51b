/** Keeps what a site serves apart from the library, which holds drafts, notes and names. */
import { realpath } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { DeskError } from '../failure.ts'

/**
 * Refuses a target that is the library's folder, lies in it or around it, by whatever path.
 * @throws DeskError `refused`
 */
export async function mustLieOutside(library: string, target: string): Promise<void> {
  const [own, other] = await Promise.all([realPathOf(library), realPathOf(target)])
  if (!contains(own, other) && !contains(other, own)) return
  throw new DeskError(
    'refused',
    'This folder is the library’s own, or holds it: a site that serves it would show drafts and notes. Nothing was written; choose another folder.',
    { field: 'target' },
  )
}

/** The real path of a folder, or where it would be once it is made. */
async function realPathOf(folder: string): Promise<string> {
  const path = resolve(folder)
  try {
    return await realpath(path)
  } catch {
    return dirname(path) === path ? path : resolve(await realPathOf(dirname(path)), relative(dirname(path), path))
  }
}

function contains(folder: string, other: string): boolean {
  const way = relative(folder, other)
  return way === '' || !(way.startsWith('..') || resolve(way) === way)
}
