export const cadence = {
  title: 'Cadence, {day}',
  thisDay: 'Briefs an hour',
  usualDay: 'The usual day, of the four weeks before',
  soFar: '{briefs} so far; usually {usual} by {time}.',
  whole: '{briefs}; usually {usual} a day.',
  noUsual: '{briefs}. The four weeks before hold none to compare with.',
  week: 'The week at a glance',
}
