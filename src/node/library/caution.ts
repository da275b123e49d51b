/** Places where a library is better not kept: folders that another program syncs, and disks across a network. */
import { readFile, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

export interface Caution {
  readonly kind: 'synced' | 'network'
  /** What syncs it, or the kind of network disk. */
  readonly what: string
  readonly message: string
}

/** Names of folders that sync programs make, as one part of a path. */
const synced: readonly (readonly [what: string, part: RegExp])[] = [
  ['OneDrive', /^OneDrive([ -].*)?$/i],
  ['iCloud Drive', /^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i],
  ['Dropbox', /^Dropbox([ -].*|\s*\(.*\))?$/i],
  ['Google Drive', /^(Google ?Drive([ -].*)?|My Drive|DriveFS)$/i],
]

/** File systems of Linux whose files lie on another machine. */
const networked = /^(nfs|nfs4|cifs|smb3|smbfs|afs|ceph|davfs|glusterfs|fuse\.(sshfs|davfs2?|glusterfs|rclone|s3fs|gvfsd-fuse|smbnetfs))$/

/** Which program syncs a folder, by the names in its path. */
export function syncedBy(folder: string): string | undefined {
  const parts = folder.split(/[/\\]/)
  return synced.find(([, name]) => parts.some((part) => name.test(part)))?.[0]
}

/** On what kind of network disk a folder lies: a share's name on Windows, else by the mounts, as in Linux's /proc/mounts. */
export function networkDisk(folder: string, mounts: string): string | undefined {
  if (/^[/\\]{2}[^/\\]/.test(folder)) return 'a network share'
  const holding = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, point = '', type = '']) => ({
      point: point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
      type,
    }))
    .filter(({ point }) => point === '/' || folder === point || (point !== '' && folder.startsWith(`${point}/`)))
  // The longest mount point holds it; of two on one point the later hides the earlier.
  const mount = holding.reduce<(typeof holding)[number] | undefined>(
    (best, one) => (one.point.length >= (best?.point.length ?? 0) ? one : best),
    undefined,
  )
  return mount !== undefined && networked.test(mount.type) ? `a network disk (${mount.type})` : undefined
}

/** What to tell a person before a library is made or opened in a folder, which need not be there yet; undefined where nothing. */
export async function cautionFor(folder: string): Promise<Caution | undefined> {
  const path = await realPlace(resolve(folder))
  const program = syncedBy(path) ?? syncedBy(folder)
  if (program !== undefined) {
    return {
      kind: 'synced',
      what: program,
      message: `This folder is synced by ${program}, which copies files while they are written and may put older ones back. Keep the library in a folder on this computer alone, such as Newsrail in your home folder, and hand copies over instead.`,
    }
  }
  const network = networkDisk(path, await readFile('/proc/mounts', 'utf8').catch(() => ''))
  if (network === undefined) return undefined
  return {
    kind: 'network',
    what: network,
    message: `This folder is on ${network}. Such disks may say that words are saved before they are, and let two computers write at once. Keep the library in a folder on this computer, such as Newsrail in your home folder.`,
  }
}

/** The real path of a folder, or of the nearest one above it that is there. */
async function realPlace(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : realPlace(above)
  }
}
