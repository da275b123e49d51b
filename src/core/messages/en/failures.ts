export const failures = {
  unreachable: 'The desk cannot be reached. What you type stays here and is recorded when it answers again.',
  view: 'This day cannot be shown.',
  again: 'Try again',
}
