/**
 * The one contract: a table of commands, each with the schemas of its input and output. Types, runtime
 * checks, the preload bridge, the web host and the CLI all derive from it. Ids and values pass, never paths.
 */
import { z } from 'zod'
import type { Change, RecordState } from './change.ts'
import { isDay } from './clock.ts'
import { editSetSchema } from './edit.ts'
import { editionIdPattern, editionNoteSchema, editionSchema, pageSchema, type EditionNote } from './edition.ts'
import { whys } from './elsewhere.ts'
import type { RecordChange } from './history.ts'
import { channelKeyRegExp, recordIdRegExp } from './ids.ts'
import { deskLanguages } from './messages/languages.ts'
import { takenDownFields } from './model/brief.ts'
import { channelKind } from './model/channel.ts'
import { instant, jsonSchema } from './model/field.ts'
import { mediaSchema } from './model/image.ts'
import { personKind } from './model/person.ts'
import { heldReasons } from './held.ts'
import { foundStates } from './search/entry.ts'

const recordId = z.string().regex(recordIdRegExp, 'Not a record id.')
const channel = z.string().regex(channelKeyRegExp, 'Not a channel.')
const day = z.string().refine(isDay, 'Not a date, yyyy-mm-dd.')
const edition = z.string().regex(editionIdPattern, 'Not an edition.')
const nothing = z.strictObject({})
const rail = { channel, day }

const changeSchema = z.custom<Change>((value) => typeof value === 'object' && value !== null && 'sets' in value)
const recordChangeSchema = z.custom<RecordChange>((value) => typeof value === 'object' && value !== null && 'act' in value)
const recordSchema = z.custom<RecordState>((value) => typeof value === 'object' && value !== null && 'seen' in value)

export const languages = ['system', ...deskLanguages] as const
export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const
export const textSizes = ['small', 'normal', 'large', 'largest'] as const

/** What belongs to the machine and the person at it. */
export const settingsSchema = z.object({
  theme: z.enum(themes),
  /** What the desk speaks; `system` is the first of the system's languages that it knows. */
  language: z.enum(languages),
  /** How much air stands between rows. */
  density: z.enum(densities),
  textSize: z.enum(textSizes),
  /** Whether plain letters act on the board. */
  letters: z.boolean(),
  /** The name on this person's changes. */
  name: personKind.fields.name,
  leftPane: z.int().min(160).max(480),
  rightPane: z.int().min(280).max(900),
  leftOpen: z.boolean(),
  rightOpen: z.boolean(),
  /** Whether the system's notifications tell of what cannot wait. */
  notify: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

export const recentSchema = z.object({
  /** Names it in `openLibrary`. */
  id: z.string(),
  title: z.string(),
  /** The folder's own name, for telling two of one title apart. */
  folder: z.string(),
  gone: z.boolean(),
})

export const librarySchema = z.object({
  /** Another one whenever a library is opened. */
  id: z.string(),
  title: z.string(),
  folder: z.string(),
  sample: z.boolean(),
  /** Why nothing can be written, for people. */
  readOnly: z.string().optional(),
  /** What was found damaged, and what became of it. */
  problems: z.array(z.object({ file: z.string(), message: z.string() })),
  /** That the folder is synced or on a network. */
  caution: z.string().optional(),
})
export type LibraryInfo = z.infer<typeof librarySchema>

export const errorCodes = [
  'bad-input',
  'no-command',
  'no-library',
  'not-found',
  'refused',
  'locked',
  'other-machine',
  'not-a-library',
  'damaged',
  'not-empty',
  'read-only',
  'disk-full',
  'disk',
  'no-dialogs',
  'unreachable',
  'internal',
] as const

/** An error for people: what happened, what it means for their words, what to do. `field` names the input at fault. */
export const failureSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  field: z.string().optional(),
  details: z.record(z.string(), jsonSchema).optional(),
})
export type Failure = z.infer<typeof failureSchema>

export const helloSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'cli']),
  settings: settingsSchema,
  person: recordId,
  recent: z.array(recentSchema),
  library: librarySchema.optional(),
  /** Why the library that was to be open at the start is not, and which of the recent it is. */
  refused: z.object({ failure: failureSchema, recent: z.string().optional() }).optional(),
})
export type Hello = z.infer<typeof helloSchema>

export const viewSchema = z.object({
  /** The number of the last event that this state holds. */
  n: z.int(),
  channel,
  day,
  /** The channel's records and the library's, the day's, the shelf's, the discarded, and earlier days' as far as they are carried. */
  records: z.array(recordSchema),
  /** What the site shows of this rail: its last edition, else the channel's newest of an earlier day. */
  base: editionSchema.optional(),
  /** The channel's newest edition of an earlier day. */
  earlier: pageSchema.optional(),
  /** The newest edition of the channel's newest launched day: what its page shows. */
  site: editionNoteSchema.optional(),
  /** What other windows are editing now. */
  editing: z.array(recordId),
})
export type View = z.infer<typeof viewSchema>

export const dayStates = ['empty', 'drafts', 'ready', 'launched'] as const
export const dayNoteSchema = z.object({
  day,
  briefs: z.int(),
  /** Its briefs in each hour of the channel's clock, the retracted aside. */
  hours: z.array(z.int()).length(24),
  state: z.enum(dayStates),
  /** The number of its last edition. */
  edition: z.int().optional(),
})
export type DayNote = z.infer<typeof dayNoteSchema>

const act = z.object({
  name: z.string(),
  record: recordId.optional(),
  records: z.int(),
  /** By how many minutes it shifted their times, where that is what it did. */
  minutes: z.int().optional(),
})
const leftRecord = z.object({ record: recordId, by: z.string() })

/** What an undo or redo did, or why it waits for a second press. */
export const undoneSchema = z.discriminatedUnion('kind', [
  /** `stays` is a brief that was just taken down, which only reinstating brings back. */
  z.object({ kind: z.literal('nothing'), stays: recordId.optional() }),
  /** From before the last launch or the last take-down, or older than half an hour: `sure` names it in the second call. */
  z.object({
    kind: z.literal('ask'),
    why: z.enum(['launched', 'old', 'takenDown']),
    at: instant,
    sure: z.string(),
    act,
    stays: recordId.optional(),
  }),
  z.object({ kind: z.literal('done'), act, left: z.array(leftRecord) }),
])
export type Undone = z.infer<typeof undoneSchema>

/** Whose bundle stands in a target. */
export const standsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ours') }),
  z.object({ kind: z.literal('empty') }),
  /** Another edition than the one last sent from here. */
  z.object({ kind: z.literal('other'), edition: z.string(), title: z.string(), at: z.string() }),
  z.object({ kind: z.literal('unreadable'), message: z.string() }),
])
export type Stands = z.infer<typeof standsSchema>

export const deliverySchema = z.object({
  target: recordId,
  edition,
  day,
  state: z.enum(['sending', 'sent', 'failed', 'cancelled', 'disagrees']),
  done: z.int(),
  total: z.int(),
  message: z.string().optional(),
  stands: standsSchema.optional(),
})
export type DeliveryState = z.infer<typeof deliverySchema>

/** A brief under embargo, or one whose embargo has ended and that is not launched. */
export const embargoNoteSchema = z.object({
  channel,
  /** The rail it stands on. */
  day,
  record: recordId,
  kicker: z.string(),
  embargo: instant,
  /** `going`: the desk is about to let it out by itself. */
  state: z.enum(['ahead', 'going', 'fallen']),
  /** What holds it back beside the embargo. */
  held: z.enum(heldReasons).optional(),
})
export type EmbargoNote = z.infer<typeof embargoNoteSchema>

/** A retracted brief that a target still shows, though an edition without it was launched. */
export const readableSchema = z.object({ channel, target: recordId, edition, day, record: recordId, kicker: z.string() })
export type Readable = z.infer<typeof readableSchema>

/** A rail as it stood, for `board`. */
export const railThenSchema = z.object({
  at: instant,
  records: z.array(recordSchema),
  /** The same records as they are now, wherever they stand. */
  now: z.array(recordSchema),
  /** What the site showed of this rail. */
  base: pageSchema.optional(),
  earlier: pageSchema.optional(),
})
export type RailThen = z.infer<typeof railThenSchema>

/** Characters: the host's limit of a call, 32 MB, less its frame. */
const mostBase64 = 33_000_000
/** Text with the places in it that were looked for, as UTF-16 offsets. */
const markedSchema = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) })

/** A brief, a lead or a rail's discussion that was found. */
export const hitSchema = z.object({
  record: recordId,
  channel,
  /** The rail it stands on; left out on the shelf and where it is discarded. */
  day: day.optional(),
  at: instant.optional(),
  state: z.enum(foundStates),
  embargo: instant.optional(),
  /** A brief's kicker, a lead's headline. */
  kicker: markedSchema,
  /** So much of its words that what was looked for is in sight. */
  excerpt: markedSchema,
})
export type Hit = z.infer<typeof hitSchema>

/** Under embargo is what is ready or a draft besides. */
export const searchStates = [...foundStates, 'embargoed'] as const

/** What one launch of several made of a rail. */
const railReportSchema = z.object({
  ...rail,
  edition: editionNoteSchema.optional(),
  /** Nothing had changed there: its last edition was sent again. */
  again: z.boolean(),
  failure: failureSchema.optional(),
  /** What was to go and did not, and why, as a review has it. */
  held: z.array(z.object({ record: recordId, reason: z.enum(heldReasons) })),
  sent: z.array(
    deliverySchema.pick({ target: true, state: true, message: true, stands: true }).extend({ name: z.string(), place: z.string() }),
  ),
})
export type RailReport = z.infer<typeof railReportSchema>

/** A place in a target where taken-down words can still be read: its root (`''`) or a day's folder. */
const stillAtSchema = z.object({ target: recordId, name: z.string(), removed: z.boolean(), place: z.string(), day, edition })
export type StillAt = z.infer<typeof stillAtSchema>

export const elsewhereSchema = z.object({
  /** The brief itself first, then what readers see, then the rest; the nearest first. */
  places: z.array(
    z.object({
      record: recordId,
      why: z.enum(whys),
      percent: z.int(),
      figures: z.array(z.string()),
      /** The rails whose newest edition shows it, and whether a launch would change it there. */
      shows: z.array(z.object({ ...rail, changed: z.boolean() })),
    }),
  ),
  /** How many more there are that are told of by figures or wording alone. */
  more: z.int(),
  records: z.array(recordSchema),
  readable: z.array(stillAtSchema),
})

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

/** Results cross as values, never as thrown errors. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** Answers the contract for one client. */
export type Call = <K extends CommandName>(name: K, input: Input<K>) => Promise<Result<Output<K>>>

/** What a desk tells its windows. Numbered one by one; a window that missed one asks for the state again. */
export type DeskEvent =
  | { readonly n: number; readonly kind: 'change'; readonly change: Change }
  | { readonly n: number; readonly kind: 'edition'; readonly channel: string; readonly day: string }
  | { readonly n: number; readonly kind: 'editing'; readonly client: string; readonly record: string | undefined }
  | { readonly n: number; readonly kind: 'delivery'; readonly delivery: DeliveryState }
  /** What fell due went out by itself, as an edition; or why it did not. */
  | {
      readonly n: number
      readonly kind: 'due'
      readonly channel: string
      readonly day: string
      readonly records: readonly string[]
      readonly outcome: Result<EditionNote>
    }
  /** Settings, or which library is open, changed: say hello again. */
  | { readonly n: number; readonly kind: 'hello' }

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
