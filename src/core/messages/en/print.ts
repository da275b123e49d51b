export const print = {
  printed: 'Printed {time}',
  edition: 'On site: edition {number}',
  notLaunched: 'Not launched',
}
