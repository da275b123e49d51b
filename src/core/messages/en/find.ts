export const find = {
  label: 'Find on this rail',
  word: 'Find',
  count: 'no match | {n} match | {n} matches',
  close: 'Close find',
  position: '{at} of {n}',
}
