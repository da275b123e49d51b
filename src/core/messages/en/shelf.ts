export const shelf = {
  title: 'Shelf',
  discarded: 'Discarded',
  empty: 'Nothing on the shelf. S puts a brief here for later.',
  discardedEmpty: 'Nothing discarded.',
  hint: 'Enter puts it onto the rail',
  list: 'Briefs on the shelf',
  discardedList: 'Discarded briefs',
}
