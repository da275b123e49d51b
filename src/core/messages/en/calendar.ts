export const calendar = {
  title: 'Calendar',
  before: 'Month before',
  after: 'Month after',
  today: 'Today',
  briefs: 'no briefs | {n} brief | {n} briefs',
  edition: 'ed. {number}',
  editionLong: 'launched, edition {number}',
  states: {
    empty: '',
    drafts: 'drafts',
    ready: 'ready',
    launched: 'launched',
  },
  failed: 'What these days hold could not be read. {message}',
  keys: 'Arrows go by day and week, PgUp and PgDn by month. Enter opens the day.',
}
