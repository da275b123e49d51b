export const dialogs = {
  close: 'Close',
  cancel: 'Cancel',
}
