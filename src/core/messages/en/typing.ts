export const typing = {
  stopped:
    'You are typing, but no field is open. Enter to edit. | You are typing, but no field is open. Enter to edit; {keys} takes back {n} act. | You are typing, but no field is open. Enter to edit; {keys} takes back {n} acts.',
}
