export const panes = {
  title: '{channel}, {day}',
  shelf: 'Shelf and discarded',
  board: 'The rail',
  side: 'Preview, checks, history and launch',
  tabs: { preview: 'Preview', checks: 'Checks', history: 'History' },
  resizeLeft: 'Width of the shelf',
  resizeRight: 'Width of the preview',
  close: 'Close',
}
