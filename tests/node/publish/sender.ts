/** A process to be killed: sends two bundles to a folder in turn, as fast as it can. */
import { sendToFolder } from '../../../src/node/publish/folder.ts'
import { bundleOf } from './support.ts'

const [folder = ''] = process.argv.slice(2)
const bundles = [bundleOf(14, 'ferry', 'harbour'), bundleOf(15, 'harbour')]
process.stdout.write('sending\n')
for (let n = 0; ; n++) {
  const files = bundles[n % 2]
  if (files !== undefined) await sendToFolder({ folder, place: '', files })
}
