export const shelf = {
  title: 'Shelf',
  later: 'Later',
  laterList: 'Briefs under embargo, the next first',
  laterEmpty: 'Nothing under embargo. E keeps a brief back until a time.',
  laterHint: 'Enter goes to it',
  going: 'goes out now',
  discarded: 'Discarded',
  empty: 'Nothing on the shelf. S puts a brief here for later.',
  discardedEmpty: 'Nothing discarded.',
  hint: 'Enter puts it onto the rail',
  list: 'Briefs on the shelf',
  discardedList: 'Discarded briefs',
}
