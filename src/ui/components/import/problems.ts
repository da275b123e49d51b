/** The words for what of a text was not understood. */
import type { Problem, ProblemKind } from '../../../core/ingest/problems.ts'
import { t, type Message } from '../../i18n.ts'

const messages: Readonly<Record<ProblemKind, Message>> = {
  'impossible-time': 'importing.kinds.impossibleTime',
  'time-twice': 'importing.kinds.timeTwice',
  'time-never': 'importing.kinds.timeNever',
  'no-kicker': 'importing.kinds.noKicker',
  'no-text': 'importing.kinds.noText',
  'no-words': 'importing.kinds.noWords',
  'too-long': 'importing.kinds.tooLong',
  stray: 'importing.kinds.stray',
  'after-end': 'importing.kinds.afterEnd',
  'like-a-time': 'importing.kinds.likeATime',
  'oldest-first': 'importing.kinds.oldestFirst',
  'too-many': 'importing.kinds.tooMany',
}

export function whatOf({ kind, text }: Problem): string {
  return t(messages[kind], { text })
}

export function whereOf({ line, until }: Problem): string {
  return until > line ? t('importing.atLines', { line, until }) : t('importing.atLine', { line })
}
