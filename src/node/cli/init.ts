import { resolve } from 'node:path'
import { checkInput } from '../../core/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import type { Hello } from '../../core/contract/hello.ts'
import { defaultLibraryFolder } from '../settings.ts'
import { command, UsageError } from './command.ts'
import { cliHost, valueOf } from './desk.ts'
import { print, printJson } from './output.ts'

export const init = command({
  name: 'init',
  does: 'makes a library with one channel',
  options: {
    title: { type: 'string', value: 'TITLE', does: 'the rail’s title, such as "Read next"' },
    language: { type: 'string', value: 'TAG', does: 'the language of its words, such as en; else this machine’s' },
    zone: { type: 'string', value: 'ZONE', does: 'its time zone, such as Europe/Vilnius; else this machine’s' },
    site: { type: 'string', value: 'ADDRESS', does: 'where its bundle will be served; may be set later' },
    name: { type: 'string', value: 'NAME', does: 'your name, for your colleagues to read; else the account’s' },
  },
  example: 'newsrail init --title "Read next" --language en --zone Europe/Vilnius --library ~/Newsrail',
  async act({ values }) {
    if (values.title === undefined) throw new UsageError('Say what the rail is called: --title "Read next"')
    const host = await cliHost()
    const { settings } = valueOf((await host.call('cli', 'hello', {})) as Result<Hello>)
    const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const founding = checkInput('createLibrary', {
      title: values.title,
      language: values.language ?? locale,
      zone: values.zone ?? timeZone,
      site: values.site ?? '',
      name: values.name ?? settings.name,
      where: 'default',
    })
    if (!founding.ok)
      throw new UsageError(`--${founding.error.field ?? ''}: ${founding.error.message.replace(/^createLibrary: \w+: /, '')}`)
    const folder = resolve(values.library ?? defaultLibraryFolder())
    const { title, language, zone, site, name } = founding.value
    try {
      valueOf(await host.create(folder, { title, language, zone, site, name }))
    } finally {
      await host.close()
    }
    if (values.json === true) printJson({ library: folder, title })
    else print(`A library with the channel "${title}" is in ${folder}.`)
    return 0
  },
})
