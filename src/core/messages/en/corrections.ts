export const corrections = {
  title: 'Corrections',
  note: 'Correction, for readers',
  hint: 'What readers are told, such as “Correction: an earlier version gave another number.”',
  add: 'Add a correction',
  edit: 'Edit',
  editName: 'Edit the correction of {time}',
  remove: 'Remove',
  removeName: 'Remove the correction of {time}',
  removed: 'The correction is removed',
  done: 'Done',
  notLive: 'Readers have not seen {kicker} yet: there is nothing to correct.',
}
