export const marks = {
  draft: 'draft',
  ready: 'ready',
  live: 'live',
  corrected: 'live, corrected',
  changed: 'changed since launch',
  held: 'held back',
  embargoed: 'embargo until {time}',
  retracted: 'retracted',
}
