/** A desk that opens a library, says so and holds it until it is killed or its input ends. */
import { openLibrary } from '../../../src/node/library/library.ts'

const [folder = '', machine = ''] = process.argv.slice(2)
const library = await openLibrary({
  folder,
  now: () => '2026-04-15T21:04:00.000Z',
  newOpening: () => '00000000000000aa',
  person: { id: 'library/person-bo', name: 'Bo' },
  machine,
})
process.stdout.write('open\n')
process.stdin.on('end', () => void library.close()).resume()
