/**
 * The one contract: a table of commands, each with the schemas of its input and output. Types, runtime
 * checks, the preload bridge, the web host and the CLI all derive from it. Ids and values pass, never paths.
 * What crosses it stands in `contract/`, by subject.
 */
import { z } from 'zod'
import type { Change } from './change.ts'
import { railReportSchema, readableSchema, standsSchema, stillAtSchema } from './contract/delivery.ts'
import { elsewhereSchema } from './contract/elsewhere.ts'
import { embargoNoteSchema } from './contract/embargo.ts'
import type { Result } from './contract/failure.ts'
import { hitSchema, searchStates } from './contract/found.ts'
import { helloSchema } from './contract/hello.ts'
import { channel, day, edition, rail, recordId } from './contract/ids.ts'
import { settingsSchema } from './contract/settings.ts'
import { undoneSchema } from './contract/undone.ts'
import { dayNoteSchema, railThenSchema, viewSchema } from './contract/view.ts'
import { editSetSchema } from './edit.ts'
import { editionNoteSchema } from './edition.ts'
import type { RecordChange } from './history.ts'
import { takenDownFields } from './model/brief.ts'
import { channelKind } from './model/channel.ts'
import { instant } from './model/field.ts'
import { mediaSchema } from './model/image.ts'
import { personKind } from './model/person.ts'

const nothing = z.strictObject({})
const changeSchema = z.custom<Change>((value) => typeof value === 'object' && value !== null && 'sets' in value)
const recordChangeSchema = z.custom<RecordChange>((value) => typeof value === 'object' && value !== null && 'act' in value)

/** Characters: the host's limit of a call, 32 MB, less its frame. */
const mostBase64 = 33_000_000
const undoInput = z.strictObject({ ...rail, sure: z.string().optional() })

export const commands = {
  /** What a window needs before anything else; needs no library. */
  hello: { input: nothing, output: helloSchema },
  saveSettings: { input: settingsSchema.partial().strict(), output: settingsSchema },
  createLibrary: {
    input: z.strictObject({
      title: channelKind.fields.title,
      language: channelKind.fields.language,
      zone: channelKind.fields.zone,
      site: channelKind.fields.site,
      name: personKind.fields.name,
      /** In the place where libraries lie, or asked for by the host's dialog. */
      where: z.enum(['default', 'choose']),
    }),
    output: z.object({ opened: z.boolean() }),
  },
  /** `recent` names one of the list; `choose` asks by the host's dialog. */
  openLibrary: {
    input: z.strictObject({
      recent: z.string().optional(),
      choose: z.boolean().optional(),
      readOnly: z.boolean().optional(),
      /** Write although another machine seems to have it open. */
      anyway: z.boolean().optional(),
    }),
    output: z.object({ opened: z.boolean() }),
  },
  openSample: { input: nothing, output: z.object({ opened: z.boolean() }) },
  closeLibrary: { input: nothing, output: nothing },

  /** The state of a channel's day; without a channel the first, without a day today. */
  view: { input: z.strictObject({ channel: channel.optional(), day: day.optional() }), output: viewSchema },
  /** The days of a month (`yyyy-mm`) that hold anything. */
  days: {
    input: z.strictObject({ channel, month: z.string().regex(/^\d{4}-\d{2}$/) }),
    output: z.object({ days: z.array(dayNoteSchema) }),
  },
  /** The one way to write: sets with the writes their fields were opened on. `step` joins the edits of one act. */
  edit: {
    input: z.strictObject({ step: z.string().min(1).max(60), sets: z.array(editSetSchema).min(1).max(100_000) }),
    output: z.object({ change: changeSchema }),
  },
  /** Keeps an image file, JPEG or PNG, without its metadata. Comes before the edit that names it. */
  addMedia: {
    input: z.strictObject({
      /** Base64. */
      data: z.string().max(mostBase64),
    }),
    output: mediaSchema,
  },
  /** What holds all the words of a text, by their beginnings, newest first; without words all there is. */
  search: {
    input: z.strictObject({
      text: z.string().max(500),
      channel: channel.optional(),
      /** First and last day. */
      from: day.optional(),
      to: day.optional(),
      state: z.enum(searchStates).optional(),
      /** One of those who wrote on it. */
      person: recordId.optional(),
      tag: z.string().max(100).optional(),
      kicker: z.string().max(200).optional(),
      limit: z.int().min(1).max(500),
      offset: z.int().min(0).optional(),
    }),
    output: z.object({
      hits: z.array(hitSchema),
      total: z.int(),
      /** There are more than `total`. */
      more: z.boolean(),
      /** How many days and shelves can be found so far, while the index is being made. */
      indexing: z.object({ done: z.int(), total: z.int() }).optional(),
    }),
  },
  /** The kickers of a channel's last two weeks, most used first. */
  kickers: { input: z.strictObject(rail), output: z.object({ kickers: z.array(z.string()) }) },
  /** All that became of a record, oldest first. */
  history: { input: z.strictObject({ record: recordId }), output: z.object({ changes: z.array(recordChangeSchema) }) },
  /** A day's rail as it stood at an instant, or when an edition of the day was launched. */
  railAt: { input: z.strictObject({ ...rail, at: z.union([instant, edition]) }), output: railThenSchema },
  undo: { input: undoInput, output: undoneSchema },
  redo: { input: undoInput, output: undoneSchema },
  /** What this window is editing now, so that a launch elsewhere holds it back. */
  editing: { input: z.strictObject({ record: recordId.optional() }), output: nothing },

  /** The page as it would be launched; `drafts` shows present words that are held back too, outlined. */
  preview: { input: z.strictObject({ ...rail, drafts: z.boolean() }), output: z.object({ html: z.string() }) },
  /** Makes an edition and sends it to targets in the background. With nothing changed the last edition goes again. */
  launch: {
    input: z.strictObject({
      ...rail,
      unticked: z.array(recordId),
      taken: z.array(recordId),
      /** Only these go out; all else stays as the site has it. */
      only: z.array(recordId).optional(),
      targets: z.array(recordId),
    }),
    output: z.object({
      edition: editionNoteSchema,
      again: z.boolean(),
      /** What went out without its image, which the library has lost. */
      lost: z.array(recordId),
    }),
  },
  /** Where else a brief stands: see `src/node/desk/elsewhere.ts` for how far it is looked. */
  elsewhere: { input: z.strictObject({ record: recordId }), output: elsewhereSchema },
  /** Launches these records alone on several rails, and sends each to the targets where they stand. */
  launchRails: {
    input: z.strictObject({ rails: z.array(z.strictObject(rail)).min(1).max(1000), only: z.array(recordId).min(1) }),
    output: z.object({ rails: z.array(railReportSchema) }),
  },
  /** Takes briefs down everywhere. `notice` is what readers are told in their place, empty for nothing. Asked again, it tries again. */
  takeDown: {
    input: z.strictObject({ records: z.array(recordId).min(1).max(1000), reason: takenDownFields.reason, notice: takenDownFields.notice }),
    output: z.object({ rails: z.array(railReportSchema), readable: z.array(stillAtSchema) }),
  },
  /** What comes of a library's channels, and what has fallen due and is not launched; what comes first first. */
  embargoes: { input: nothing, output: z.object({ embargoes: z.array(embargoNoteSchema) }) },
  /** What readers can still read at targets though it was retracted and launched without. */
  readable: { input: nothing, output: z.object({ readable: z.array(readableSchema) }) },
  /** What was launched of a day. */
  editions: { input: z.strictObject(rail), output: z.object({ editions: z.array(editionNoteSchema) }) },
  /** The edition's zip, by the host's dialog or as an address to download from. */
  exportEdition: {
    input: z.strictObject({ ...rail, edition }),
    output: z.discriminatedUnion('kind', [
      /** `withheld` are the kickers of what was retracted since and is left out. */
      z.object({ kind: z.literal('saved'), name: z.string(), withheld: z.array(z.string()) }),
      z.object({ kind: z.literal('download'), address: z.string(), withheld: z.array(z.string()) }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  /** A folder chosen by the host's dialog becomes a target of the channel. */
  chooseTarget: { input: z.strictObject({ channel, name: z.string().min(1).max(100) }), output: z.object({ target: recordId.optional() }) },
  lookAtTarget: { input: z.strictObject({ target: recordId, day }), output: standsSchema },
  /** Sends an edition again: after a failure, or over what a person has seen stands there. */
  deliver: { input: z.strictObject({ target: recordId, edition, day, anyway: z.boolean() }), output: nothing },
  cancelDelivery: { input: z.strictObject({ target: recordId }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type CommandName = keyof typeof commands
export type Input<K extends CommandName> = z.input<(typeof commands)[K]['input']>
export type Output<K extends CommandName> = z.output<(typeof commands)[K]['output']>

/** Answers the contract for one client. */
export type Call = <K extends CommandName>(name: K, input: Input<K>) => Promise<Result<Output<K>>>

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

/** Holds an input against a command's schema; a bad one becomes an error that names the field. */
export function checkInput<K extends CommandName>(name: K, input: unknown): Result<z.output<(typeof commands)[K]['input']>> {
  const parsed = commands[name].input.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data as z.output<(typeof commands)[K]['input']> }
  const issue = parsed.error.issues[0]
  const field = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
  return {
    ok: false,
    error: { code: 'bad-input', message: `${name}: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'not understood'}`, field },
  }
}
