export const palette = {
  title: 'All commands',
  filter: 'Find a command',
  none: 'No command is called “{query}”.',
  keys: 'All keys',
  letters: 'Letters act while a row of the board has the focus. In a field they are text.',
  lettersOff: 'Letters are turned off in the desk settings. Every act is also in the card’s menu and in the palette.',
  about: 'On the board',
}
