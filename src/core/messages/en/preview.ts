export const preview = {
  title: 'Preview of the page',
  next: 'Next launch',
  drafts: 'With drafts',
  what: 'What is shown',
  phone: 'Phone',
  desktop: 'Desktop',
  width: 'Width of the page',
  failed: 'The preview could not be made. Your words are not affected; it is tried again with the next change.',
  again: 'Try again',
}
