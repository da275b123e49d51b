import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cautionFor, networkDisk, syncedBy } from '../../../src/node/library/caution.ts'
import { newFolder } from './support.ts'

const mounts = [
  '/dev/sda1 / ext4 rw 0 0',
  'server:/home /home/shared nfs4 rw 0 0',
  '//server/desk /mnt/the\\040desk cifs rw 0 0',
  'ana@server: /home/ana/remote fuse.sshfs rw 0 0',
  '/dev/sdb1 /home/shared/local ext4 rw 0 0',
].join('\n')

describe('where a library lies', () => {
  it.each([
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Newsrail', 'iCloud Drive'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/Newsrail', 'Google Drive'],
    ['/Users/ana/Library/CloudStorage/Dropbox/Newsrail', 'Dropbox'],
    ['C:\\Users\\ana\\OneDrive - The Paper\\Newsrail', 'OneDrive'],
    ['C:\\Users\\ana\\iCloudDrive\\Newsrail', 'iCloud Drive'],
    ['/home/ana/Dropbox (The Paper)/Newsrail', 'Dropbox'],
    ['/home/ana/Newsrail', undefined],
    ['/home/ana/dropboxes/Newsrail', undefined],
  ])('%s is synced by %s', (folder, program) => {
    expect(syncedBy(folder)).toBe(program)
  })

  it.each([
    ['/home/ana/Newsrail', undefined],
    ['/home/shared/Newsrail', 'a network disk (nfs4)'],
    ['/home/shared', 'a network disk (nfs4)'],
    ['/home/sharedness', undefined],
    ['/home/shared/local/Newsrail', undefined],
    ['/mnt/the desk/Newsrail', 'a network disk (cifs)'],
    ['/home/ana/remote/Newsrail', 'a network disk (fuse.sshfs)'],
    ['\\\\server\\desk\\Newsrail', 'a network share'],
  ])('%s is on %s', (folder, kind) => {
    expect(networkDisk(folder, mounts)).toBe(kind)
  })

  it('is told for a folder that is not there yet, and through a link', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'Dropbox'))
    await symlink(join(folder, 'Dropbox'), join(folder, 'desk'))
    expect(await cautionFor(join(folder, 'Newsrail'))).toBeUndefined()
    expect(await cautionFor(join(folder, 'Dropbox/Newsrail'))).toMatchObject({ kind: 'synced', what: 'Dropbox' })
    expect(await cautionFor(join(folder, 'desk/Newsrail'))).toMatchObject({
      what: 'Dropbox',
      message: expect.stringContaining('on this computer') as string,
    })
  })
})
