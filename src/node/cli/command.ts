/** What a command of the terminal is: its options, its help and its act. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { print } from './output.ts'

/** The command was not written as it has to be: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface Command {
  readonly name: string
  /** For the list of commands. */
  readonly does: string
  /** Parses, acts and answers the exit code. Throws a UsageError, or whatever refuses or fails. */
  run(args: readonly string[]): Promise<number>
}

interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly does: string
  /** How its value is called in the help. */
  readonly value?: string
}
type Options = Readonly<Record<string, Option>>

/** What every command takes. */
const common = {
  library: { type: 'string', value: 'DIR', does: 'the library; else the one last opened' },
  channel: { type: 'string', value: 'NAME', does: 'the channel by title or key; may be left out where there is one' },
  day: { type: 'string', value: 'YYYY-MM-DD', does: 'the day; else today on the channel’s clock' },
  json: { type: 'boolean', does: 'print for programs' },
  help: { type: 'boolean', short: 'h', does: 'print this' },
} as const satisfies Options

type Values<O extends Options> = { readonly [K in keyof O]?: O[K]['type'] extends 'string' ? string : boolean }
export type CommonValues = Values<typeof common>

export interface Called<O extends Options> {
  readonly values: Values<O> & CommonValues
  /** What is no option. */
  readonly words: readonly string[]
}

interface Spec<O extends Options> {
  readonly name: string
  /** What stands between the name and the options. */
  readonly words?: string
  readonly does: string
  readonly options: O
  readonly example: string
  /** How many words it takes at least and at most. */
  readonly takes?: readonly [number, number]
  /** Answers the exit code. */
  readonly act: (called: Called<O>) => Promise<number>
}

export function command<const O extends Options>(spec: Spec<O>): Command {
  const options: Options = { ...spec.options, ...common }
  return {
    name: spec.name,
    does: spec.does,
    async run(args) {
      const { values, positionals } = parse(args, options)
      if (values.help === true) {
        print(helpOf(spec, options))
        return 0
      }
      const [least, most] = spec.takes ?? [0, 0]
      if (positionals.length < least || positionals.length > most) throw new UsageError(`Usage: ${usageOf(spec)}`)
      return spec.act({ values: values as Called<O>['values'], words: positionals })
    },
  }
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // Of several sentences the first says what is wrong.
    if (error instanceof TypeError && 'code' in error) throw new UsageError(error.message.split('. ', 1)[0])
    throw error
  }
}

function usageOf({ name, words }: Pick<Spec<Options>, 'name' | 'words'>): string {
  return ['newsrail', name, words ?? '', '[options]'].filter((part) => part !== '').join(' ')
}

function helpOf(spec: Pick<Spec<Options>, 'name' | 'words' | 'does' | 'example'>, options: Options): string {
  const rows = Object.entries(options).map(([name, { value, does, short }]) => [
    `  ${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    does,
  ])
  const width = Math.max(...rows.map(([option = '']) => option.length))
  const lines = rows.map(([option = '', does = '']) => `${option.padEnd(width)}  ${does}`)
  return [`newsrail ${spec.name}: ${spec.does}`, '', `Usage: ${usageOf(spec)}`, '', ...lines, '', `Example: ${spec.example}`].join('\n')
}
