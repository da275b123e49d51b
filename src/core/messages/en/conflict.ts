export const conflict = {
  title: '{field}: two people wrote without knowing of each other',
  shown: 'shown now',
  take: 'Take this',
  nothing: '(nothing)',
  onRail: 'on the rail of {day}',
  onShelf: 'on the shelf',
  discarded: 'discarded',
  chosen: 'Chosen.',
  openOrClosed: 'Open or closed',
  status: 'Ready or draft',
  place: 'Place',
}
