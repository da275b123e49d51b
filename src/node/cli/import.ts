import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { accept, problemsOf, takenOf, toReview, type ImportBrief, type ImportReview } from '../../core/ingest/accept.ts'
import { decodeText } from '../../core/ingest/decode.ts'
import type { Problem, ProblemKind } from '../../core/ingest/problems.ts'
import { understand, type Understood } from '../../core/ingest/understand.ts'
import { recordIds } from '../../core/ids.ts'
import { en } from '../../core/messages/en.ts'
import { readRail } from '../../core/records.ts'
import { inlineText } from '../../core/text.ts'
import { DeskError } from '../failure.ts'
import { command } from './command.ts'
import { withDesk } from './desk.ts'
import { excerpt, print, printJson, remark, say, table } from './output.ts'
import { railNamed, type Rail } from './rail.ts'

export const importText = command({
  name: 'import',
  words: 'FILE',
  does: 'brings text into a rail: a file, or - for the standard input',
  options: {
    draft: { type: 'boolean', does: 'as drafts, else they come in ready' },
    'dry-run': { type: 'boolean', does: 'only show what was understood' },
  },
  example: 'newsrail import evening.txt --day 2026-04-15 --draft',
  takes: [1, 1],
  async act({ values, words: [file = ''] }) {
    const text = await textOf(file)
    const dryRun = values['dry-run'] === true
    const done = await withDesk(values, dryRun ? 'read' : 'write', async (desk) => {
      const rail = await railNamed(desk, values)
      const { zone, railTitle } = rail.channel
      const understood = understand(text, { day: rail.day, zone, railTitle })
      const id = recordIds.rail(rail.channel.key, rail.day)
      const context = { board: rail.board, hasPrompt: readRail(rail.records.get(id), id).prompt !== undefined, now: rail.now }
      const review: ImportReview = { ...toReview(understood, context), drafts: values.draft === true }
      const sets = accept(review, rail.records, context, () => randomBytes(10).toString('hex'))
      if (!dryRun && sets.length > 0) await desk.ask('edit', { step: randomUUID(), sets })
      return { rail, understood, review }
    })
    tell(done, dryRun, values.json === true)
    const { briefs, lead } = done.understood
    if (briefs.length > 0 || lead !== undefined) return 0
    remark(en.importing.nothing)
    return 1
  },
})

async function textOf(file: string): Promise<string> {
  const bytes = await (file === '-' ? buffer(process.stdin) : readFile(file)).catch((error: unknown) => {
    throw new DeskError('not-found', `${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`)
  })
  const text = decodeText(bytes)
  if (text === undefined) throw new DeskError('bad-input', say(en.importing.notText, { name: file }))
  return text
}

interface Done {
  readonly rail: Rail
  readonly understood: Understood
  readonly review: ImportReview
}

function tell(done: Done, dryRun: boolean, json: boolean): void {
  const { rail, understood } = done
  if (json) {
    printJson({ ...summaryOf(done), dryRun, problems: understood.problems, moreProblems: understood.moreProblems })
    return
  }
  if (dryRun) print(shown(done))
  for (const problem of understood.problems) remark(`${whereOf(problem)}: ${say(messages[problem.kind], { text: problem.text })}`)
  if (understood.moreProblems > 0) remark(say(en.importing.moreProblems, { n: understood.moreProblems }))
  const { briefs, lead, discussion, had } = summaryOf(done)
  print(`${dryRun ? 'Would import' : 'Imported'} into ${rail.channel.title}, ${rail.day}: ${listOf({ briefs, lead, discussion })}.`)
  if (had.briefs > 0 || had.lead || had.discussion) print(`Left out, since the rail has them already: ${listOf(had)}.`)
}

interface Parts {
  readonly briefs: number
  readonly lead: boolean
  readonly discussion: boolean
}

function listOf({ briefs, lead, discussion }: Parts): string {
  const { found } = en.importing
  const parts = [briefs > 0 ? say(found.briefs, {}, briefs) : '', lead ? found.lead : '', discussion ? found.discussion : '']
  return parts.filter((part) => part !== '').join(', ') || 'nothing'
}

function summaryOf({ rail, review }: Done) {
  const { briefs } = takenOf(review, { zone: rail.channel.zone, now: rail.now })
  return {
    channel: rail.channel.key,
    day: rail.day,
    briefs: briefs.length,
    lead: review.lead?.take === true,
    discussion: review.discussion?.take === true,
    had: {
      briefs: review.briefs.filter((brief) => brief.duplicate !== undefined).length,
      lead: review.lead?.had === true,
      discussion: review.discussion?.had === true,
    },
  }
}

/** What was understood, line by line. */
function shown({ rail, review }: Done): string {
  const { lead, discussion, briefs } = review
  const clock = { zone: rail.channel.zone, now: rail.now }
  const fate = (take: boolean): string => (take ? '' : 'left out')
  const rows = [
    ...(lead === undefined
      ? []
      : [['lead', '', fate(lead.take), excerpt(inlineText(lead.headline === '' ? lead.standfirst : lead.headline))]]),
    ...briefs.map((brief) => [
      brief.typed,
      brief.kicker,
      briefFate(brief, problemsOf(brief, clock).length > 0),
      excerpt(inlineText(brief.text)),
    ]),
    ...(discussion === undefined ? [] : [['prompt', '', fate(discussion.take), excerpt(discussion.prompt)]]),
  ]
  return table(rows)
}

function briefFate({ duplicate, take }: ImportBrief, faulty: boolean): string {
  if (faulty) return 'left out: not whole'
  if (duplicate === undefined) return take ? '' : 'left out'
  return 'line' in duplicate.of ? `left out: repeats line ${duplicate.of.line}` : 'left out: on the rail'
}

function whereOf({ line, until }: Problem): string {
  return until > line ? say(en.importing.atLines, { line, until }) : say(en.importing.atLine, { line })
}

const { kinds } = en.importing
const messages: Readonly<Record<ProblemKind, string>> = {
  'impossible-time': kinds.impossibleTime,
  'time-twice': kinds.timeTwice,
  'time-never': kinds.timeNever,
  'no-kicker': kinds.noKicker,
  'no-text': kinds.noText,
  'no-words': kinds.noWords,
  'too-long': kinds.tooLong,
  stray: kinds.stray,
  'after-end': kinds.afterEnd,
  'like-a-time': kinds.likeATime,
  'oldest-first': kinds.oldestFirst,
  'too-many': kinds.tooMany,
}
