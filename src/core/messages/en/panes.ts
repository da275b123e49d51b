export const panes = {
  title: '{channel}, {day}',
  shelf: 'Shelf and discarded',
  board: 'The rail',
  side: 'Preview, checks, elsewhere, history and launch',
  tabs: { preview: 'Preview', checks: 'Checks', elsewhere: 'Elsewhere', history: 'History' },
  resizeLeft: 'Width of the shelf',
  resizeRight: 'Width of the preview',
  close: 'Close',
}
