/** The command line as a person or a script has it: real processes on libraries of their own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { setField } from '../../src/core/acts.ts'
import { valueOf } from '../../src/core/change.ts'
import { recordIds } from '../../src/core/ids.ts'
import { answerProcesses } from '../../src/node/socket.ts'
import { Office } from './office.ts'

const evening = `Ferries resume across the bay after a two-day stop.
The first boat left at dawn on Monday, the harbour office said.
Read next
00:20
Night buses
Two night lines return on Friday.
23:40
harbour toll
The city council has delayed the toll by a year. A vote follows in May.
What do you think?
Be the first to comment
`

// Each command is a process that compiles the program first.
vi.setConfig({ testTimeout: 60_000 })
let compiled = ''
beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'newsrail-compiled-'))
})
afterAll(() => rm(compiled, { recursive: true, force: true }))

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

class Terminal {
  /** A short name: a socket's path has some hundred characters at most. */
  readonly home: string
  private constructor(home: string) {
    this.home = home
  }

  static async open(): Promise<Terminal> {
    const home = await mkdtemp('/tmp/nr-')
    onTestFinished(() => rm(home, { recursive: true, force: true }))
    return new Terminal(home)
  }

  /** With a library that has one channel and was opened last. */
  static async withLibrary(): Promise<Terminal> {
    const terminal = await Terminal.open()
    expect(
      await terminal.run(['init', '--title', 'Read next', '--zone', 'Europe/Vilnius', '--name', 'Ana', '--library', 'desk']),
    ).toMatchObject({ code: 0 })
    return terminal
  }

  get library(): string {
    return join(this.home, 'desk')
  }

  get settings(): string {
    return join(this.home, 'settings')
  }

  start(args: readonly string[]) {
    const node = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, '../../src/node/cli.ts')]
    const env = {
      ...process.env,
      HOME: this.home,
      NEWSRAIL_HOME: this.settings,
      TMPDIR: this.home,
      TZ: 'Europe/Vilnius',
      NODE_COMPILE_CACHE: compiled,
    }
    return spawn(process.execPath, [...node, ...args], { cwd: this.home, env })
  }

  async run(args: readonly string[], input = ''): Promise<Ran> {
    const child = this.start(args)
    child.stdin.end(input)
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number | null]>,
    ])
    return { code, stdout, stderr }
  }

  /** The standard output of a command that has to succeed. */
  async done(args: readonly string[], input = ''): Promise<string> {
    const ran = await this.run(args, input)
    expect(ran.code, ran.stderr).toBe(0)
    return ran.stdout
  }

  async json(args: readonly string[]): Promise<unknown> {
    return JSON.parse(await this.done([...args, '--json']))
  }

  at(...path: string[]): string {
    return join(this.home, ...path)
  }
}

const day = ['--day', '2026-04-15']

describe('newsrail', () => {
  it('lists its commands, and tells of each with an example', async () => {
    const terminal = await Terminal.open()
    const overview = await terminal.done(['--help'])
    const commands = ['open', 'serve', 'init', 'channels', 'import', 'list', 'launch', 'targets', 'verify']
    for (const command of commands) expect(overview).toMatch(new RegExp(`^  ${command} `, 'm'))
    const helps = await Promise.all(commands.map((command) => terminal.done([command, '--help'])))
    for (const help of helps) expect(help).toMatch(/\nExample: newsrail /)
  })

  it('exits 2 on wrong usage, says what is wrong, and does nothing', async () => {
    const terminal = await Terminal.withLibrary()
    const wrong: [string[], string][] = [
      [[], 'newsrail COMMAND --help'],
      [['lunch'], 'There is no command "lunch".'],
      [['list', '--foo'], "Unknown option '--foo'"],
      [['list', 'more'], 'Usage: newsrail list [options]'],
      [['list', '--day', 'today'], '"today" is no day.'],
      [['list', '--channel', 'Sport'], 'It has: Read next (read-next-'],
      [['import'], 'Usage: newsrail import FILE [options]'],
      [['launch'], 'Say where the bundle goes'],
      [['launch', '--target', 'website'], 'has no targets yet. Set one up'],
      [['init', '--library', 'other'], 'Say what the rail is called'],
      [['init', '--title', 'World', '--zone', 'Mars/Olympus', '--library', 'other'], '--zone: Not a time zone'],
      [['serve', '--port', 'many'], '"many" is no port'],
    ]
    for (const [args, reason] of wrong) {
      const ran = await terminal.run(args)
      expect([args, ran]).toEqual([args, { code: 2, stdout: '', stderr: expect.stringContaining(reason) as string }])
    }
    expect(await readdir(terminal.home)).not.toContain('other')
  })

  it('asks for a library where none was opened yet, and makes none of a folder that is not one', async () => {
    const terminal = await Terminal.open()
    expect(await terminal.run(['list'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--library DIR') as string })
    const ran = await terminal.run(['list', '--library', 'nothing'])
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no Newsrail library in') as string })
    expect(await readdir(terminal.home)).not.toContain('nothing')
  })

  it('makes no library where anything is', async () => {
    const terminal = await Terminal.withLibrary()
    const ran = await terminal.run(['init', '--title', 'World', '--library', 'desk'])
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') as string })
  })

  it('asks which channel is meant where there are several', async () => {
    const terminal = await Terminal.withLibrary()
    const office = await Office.open({ settings: terminal.settings, folder: terminal.library, empty: true })
    await office.host.open(terminal.library)
    const sport = recordIds.channel('sport')
    await office.edit(
      Object.entries({ title: 'Sport', railTitle: 'Scores', zone: 'UTC' }).map(([field, to]) => setField(undefined, sport, field, to)),
    )
    await office.host.close()
    expect(await terminal.run(['list'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Sport (sport)') as string })
    expect(await terminal.done(['list', '--channel', 'sport'])).toContain('No briefs yet.')
  })
})

describe('import', () => {
  it('brings a page in, as one act, and leaves out the second time what is there', async () => {
    const terminal = await Terminal.withLibrary()
    await writeFile(terminal.at('evening.txt'), evening)
    expect(await terminal.done(['import', 'evening.txt', ...day])).toBe(
      'Imported into Read next, 2026-04-15: 2 briefs, a lead, a discussion.\n',
    )
    expect(await terminal.done(['import', '-', ...day], evening)).toBe(
      'Imported into Read next, 2026-04-15: nothing.\nLeft out, since the rail has them already: 2 briefs, a lead, a discussion.\n',
    )
    expect(await terminal.done(['list', ...day])).toBe(
      [
        'Read next, 2026-04-15, not launched',
        '00:20        ready  Night buses   Two night lines return on Friday.',
        '04-14 23:40  ready  harbour toll  The city council has delayed the toll by a year. A vote fol…',
        '',
      ].join('\n'),
    )
  })

  it('takes drafts, and with --dry-run only shows what it understood', async () => {
    const terminal = await Terminal.withLibrary()
    expect(await terminal.done(['import', '-', '--dry-run', ...day], evening)).toContain('00:20             Night buses   ')
    expect(await terminal.done(['list', ...day])).toContain('No briefs yet.')
    await terminal.done(['import', '-', '--draft', ...day], evening)
    expect(await terminal.json(['list', ...day])).toMatchObject({
      edition: null,
      briefs: [{ status: 'draft', time: '00:20' }, { status: 'draft' }],
    })
  })

  it('says by line what it did not understand, and keeps the rest', async () => {
    const terminal = await Terminal.withLibrary()
    const ran = await terminal.run(['import', '-', ...day], '22:10\nCongo\nTalks go on.\n25:61\nEstLink 2\nThe cable is back.\n')
    expect(ran).toMatchObject({ code: 0, stdout: 'Imported into Read next, 2026-04-15: 1 brief.\n' })
    expect(ran.stderr).toBe('Line 4: There is no such time as 25:61.\n')
  })

  it('refuses what is no text, no brief, or not there', async () => {
    const terminal = await Terminal.withLibrary()
    await writeFile(terminal.at('picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))
    expect(await terminal.run(['import', 'picture.png'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not a text file') as string,
    })
    expect(await terminal.run(['import', 'none.txt'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('none.txt cannot be read') as string,
    })
    expect(await terminal.run(['import', '-'], 'Nothing much.')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No brief was found') as string,
    })
  })
})

describe('check', () => {
  it('exits with 1 where there is an error, and with 0 where there are warnings only', async () => {
    const terminal = await Terminal.withLibrary()
    await terminal.run(['import', '-', '--day', '2026-04-15'], '23:40\nharbour toll\nThe vote is on TK May.\n23:30\nCongo\n“Talks go on.')
    const found = await terminal.run(['check', '--day', '2026-04-15'])
    expect(found.code).toBe(1)
    expect(found.stdout).toMatch(
      /2026-04-15: 1 error, 1 other\nerror +23:40 +harbour toll +text +“TK” only holds a place\nwarning +23:30 +Congo/,
    )
    const json = JSON.parse((await terminal.run(['check', '--day', '2026-04-15', '--json'])).stdout) as {
      errors: number
      findings: unknown[]
    }
    expect(json).toMatchObject({ errors: 1, findings: [{ check: 'placeholder' }, { check: 'unbalancedQuotes', severity: 'warning' }] })
    expect((await terminal.run(['check', '--day', '2026-04-14'])).code).toBe(0)
  })
})

describe('launch', () => {
  async function ready(): Promise<Terminal> {
    const terminal = await Terminal.withLibrary()
    await terminal.done(['import', '-', ...day], evening)
    return terminal
  }

  it('writes a bundle into a folder, which verify finds whole until something in it changes', async () => {
    const terminal = await ready()
    expect(await terminal.done(['launch', '--out', 'site/rail', ...day])).toBe(
      `Edition 1 of Read next, 2026-04-15, is in ${terminal.at('site/rail')}.\n`,
    )
    expect(await terminal.done(['verify', 'site/rail'])).toMatch(
      /^whole {2}index\.html\n[^]*Edition 1 of Read next, 2026-04-15, is whole\.\n$/,
    )
    await writeFile(terminal.at('site/rail/rail.html'), 'x')
    await rm(terminal.at('site/rail/rss.xml'))
    const ran = await terminal.run(['verify', 'site/rail'])
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('is damaged') as string })
    expect(ran.stdout).toMatch(/changed +rail\.html/)
    expect(ran.stdout).toMatch(/missing +rss\.xml/)
    await terminal.done(['launch', '--out', 'site/rail', ...day])
    await terminal.done(['verify', 'site/rail'])
  })

  it('sends the same edition again where nothing changed, byte for byte also as a zip', async () => {
    const terminal = await ready()
    expect(await terminal.json(['launch', '--out', 'one.zip', ...day])).toMatchObject({ number: 1, again: false })
    expect(await terminal.json(['launch', '--out', 'two.zip', ...day])).toMatchObject({ number: 1, again: true })
    expect((await readFile(terminal.at('one.zip'))).equals(await readFile(terminal.at('two.zip')))).toBe(true)
    await terminal.done(['verify', 'two.zip'])
    await writeFile(terminal.at('two.zip'), 'no zip')
    expect(await terminal.run(['verify', 'two.zip'])).toMatchObject({ code: 1 })
  })

  it('shows with --dry-run what readers would see change, and what is held back', async () => {
    const terminal = await ready()
    await terminal.done(['import', '-', '--draft', ...day], '00:30\nCongo\nTalks go on.\n')
    const shown = await terminal.done(['launch', '--dry-run', ...day])
    expect(shown).toMatch(/^Read next, 2026-04-15, against nothing on the site yet: 4 to change\n/)
    expect(shown).toMatch(/^added +00:20 +Night buses /m)
    expect(shown).toMatch(/^held back +00:30 +Congo +a draft$/m)
    expect(await terminal.done(['list', ...day])).toContain('not launched')
  })

  it('says whose bundle stands in its way and launches nothing, until it is told to', async () => {
    const [terminal, other] = [await ready(), await ready()]
    await other.done(['launch', '--out', terminal.at('site'), ...day])
    const before = await readFile(terminal.at('site/manifest.json'), 'utf8')
    const ran = await terminal.run(['launch', '--out', 'site', ...day])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('Edition 1 of "Read next", 2026-04-15, launched at')
    expect(await readFile(terminal.at('site/manifest.json'), 'utf8')).toBe(before)
    expect(await terminal.done(['list', ...day])).toContain('not launched')
    await terminal.done(['launch', '--out', 'site', '--anyway', ...day])
    expect(await readFile(terminal.at('site/manifest.json'), 'utf8')).not.toBe(before)
  })

  it('never writes over a file that is no bundle', async () => {
    const terminal = await ready()
    await writeFile(terminal.at('notes.zip'), 'mine')
    expect(await terminal.run(['launch', '--out', 'notes.zip', ...day])).toMatchObject({ code: 1 })
    expect(await readFile(terminal.at('notes.zip'), 'utf8')).toBe('mine')
  })

  it('puts an older day beside a newer one', async () => {
    const terminal = await ready()
    await terminal.done(['import', '-', '--day', '2026-04-14'], '12:00\nCongo\nTalks go on.\n')
    await terminal.done(['launch', '--out', 'site', ...day])
    await terminal.done(['launch', '--out', 'site', '--day', '2026-04-14'])
    expect(await terminal.json(['verify', 'site'])).toMatchObject({ whole: true, edition: { day: '2026-04-15' } })
    expect(await terminal.json(['verify', 'site/2026-04-14'])).toMatchObject({ whole: true, edition: { day: '2026-04-14' } })
  })

  it('lists channels and adds one, and wants to know which from then on', async () => {
    const terminal = await ready()
    expect(await terminal.json(['channels', 'add', 'العالم', '--language', 'ar'])).toMatchObject({ title: 'العالم', language: 'ar' })
    expect(await terminal.json(['channels'])).toMatchObject([
      { title: 'Read next' },
      { title: 'العالم', zone: 'Europe/Vilnius', archived: false },
    ])
    expect(await terminal.run(['list'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Say which with --channel') as string })
    expect(await terminal.done(['list', '--channel', 'العالم'])).toContain('العالم')
  })

  it('sends to a target that was set up on this machine', async () => {
    const terminal = await ready()
    expect(await terminal.run(['targets', 'add', 'website', 'www'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no folder') as string,
    })
    expect(await terminal.run(['targets', 'add', 'website', terminal.library])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('library’s own') as string,
    })
    await mkdir(terminal.at('www'))
    await terminal.done(['targets', 'add', 'website', 'www'])
    await rm(terminal.at('www'), { recursive: true })
    const missing = await terminal.run(['launch', '--target', 'website', ...day])
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('folder is not there') as string })
    await terminal.done(['launch', '--out', 'www', ...day])
    await terminal.done(['launch', '--target', 'website', '--anyway', ...day])
    expect(await terminal.done(['launch', '--target', 'website', ...day])).toContain('went to the target "website" again.')
    expect(await terminal.json(['targets', 'list'])).toMatchObject([
      { name: 'website', folder: terminal.at('www'), sent: expect.stringMatching(/^1-/) as string },
    ])
    await terminal.done(['verify', 'www'])
  })
})

describe('launch --due', () => {
  const ago = (minutes: number): string => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`

  it('launches what has fallen due and nothing else, and has nothing to do the second time', async () => {
    const terminal = await Terminal.withLibrary()
    expect(await terminal.done(['launch', '--due'])).toBe('Nothing has fallen due.\n')
    const office = await Office.open({ settings: terminal.settings, folder: terminal.library, empty: true })
    await office.host.open(terminal.library)
    await office.view()
    const [congo, draft, old] = [await office.brief('Congo'), await office.brief('Draft'), await office.brief('Old')]
    await office.brief('Riga')
    for (const [id, minutes] of [
      [congo, 3],
      [draft, 3],
      [old, 3000],
    ] as const)
      await office.set(id, 'embargo', ago(minutes))
    await office.set(draft, 'status', 'draft')
    await office.host.close()
    await mkdir(terminal.at('www'))
    await terminal.done(['targets', 'add', 'website', 'www'])
    expect(await terminal.run(['launch', '--due', '--target', 'website'])).toMatchObject({ code: 2 })
    expect(await terminal.done(['launch', '--due', '--dry-run'])).toMatch(/Congo \(due .*would be launched/)
    const said = await terminal.done(['launch', '--due'])
    expect(said).toMatch(/^Edition 1 of Read next, .* with Congo \(due .*\), is for "website"\.$/m)
    expect(said).toMatch(/^Draft \(due .*not launched, a draft$/m)
    expect(said).toMatch(/^Old \(due .*not launched, too long ago/m)
    const rail = await readFile(terminal.at('www/rail.json'), 'utf8')
    expect(['Congo', 'Riga', 'Draft', 'Old'].map((kicker) => rail.includes(`"${kicker}"`))).toEqual([true, false, false, false])
    expect(await terminal.json(['launch', '--due', '--channel', 'Read next'])).toMatchObject({
      due: [],
      launched: [],
      held: [{ record: old }, { record: draft, held: 'draft' }],
    })
  })
})

describe('a desk that has the library open', () => {
  async function desk(terminal: Terminal): Promise<Office> {
    const office = await Office.open({ settings: terminal.settings, folder: terminal.library, empty: true })
    await office.host.open(terminal.library)
    await office.view()
    return office
  }

  it('is worked through: its windows see at once what a command does', async () => {
    const terminal = await Terminal.withLibrary()
    const office = await desk(terminal)
    vi.stubEnv('TMPDIR', terminal.home)
    onTestFinished(() => void vi.unstubAllEnvs())
    onTestFinished(await answerProcesses(office.host, (message) => expect.unreachable(message)))
    await terminal.done(['import', '-', ...day], evening)
    const change = office.events.findLast((event) => event.kind === 'change')!
    expect(change.change.sets.map((set) => set.to)).toContain('harbour toll')
    await mkdir(terminal.at('www'))
    await terminal.done(['targets', 'add', 'website', 'www'])
    await terminal.done(['launch', '--target', 'website', ...day])
    expect(office.events.some((event) => event.kind === 'delivery' && event.delivery.state === 'sent')).toBe(true)
    await terminal.done(['verify', 'www'])
  })

  it('is named where it does not answer; reading goes on without it', async () => {
    const terminal = await Terminal.withLibrary()
    const office = await desk(terminal)
    const id = await office.brief('Congo')
    const ran = await terminal.run(['import', '-'], evening)
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('Ana has this library open on this computer since') as string })
    expect(await terminal.done(['list'])).toContain('Congo')
    expect(valueOf(await office.record(id), 'kicker')).toBe('Congo')
  })
})

describe('serve', () => {
  async function served(terminal: Terminal) {
    const child = terminal.start(['serve', '--json'])
    const ended = once(child, 'exit') as Promise<[number | null]>
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await ended
    })
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { address } = JSON.parse(line) as { address: string }
    return { child, ended, address }
  }

  it('prints its address, answers there to those who have it, and ends cleanly when told to', async () => {
    const terminal = await Terminal.withLibrary()
    const { child, ended, address } = await served(terminal)
    const first = await fetch(address, { redirect: 'manual' })
    expect(first.status).toBe(303)
    expect((await fetch(new URL(address).origin)).status).toBe(401)
    expect(await readdir(terminal.library)).toContain('open.json')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(await readdir(terminal.library)).not.toContain('open.json')
  })

  it('takes commands, and after it was killed the library is free again', async () => {
    const terminal = await Terminal.withLibrary()
    const first = await served(terminal)
    await terminal.done(['import', '-', ...day], evening)
    first.child.kill('SIGKILL')
    await first.ended
    expect(await terminal.done(['list', ...day])).toContain('harbour toll')
    await served(terminal)
    await terminal.done(['import', '-', ...day], '00:30\nCongo\nTalks go on.\n')
    expect(await terminal.done(['list', ...day])).toContain('Congo')
  })
})
