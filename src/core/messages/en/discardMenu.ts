export const discardMenu = {
  title: '{kicker} is on the site',
  titleMany: '{seen} of {n} are on the site',
  takeOff: 'Take off the site',
  takeOffHint: 'gone with the next launch',
  retract: 'Retract',
  retractHint: 'stays here, marked; gone from the page with the next launch',
  takeDown: 'Take down…',
  takeDownHint: 'gone at once from every rail and target, with its copies',
  takeOffRail: 'Take off this rail',
  takeOffRailHint: 'its own day keeps it',
  cancel: 'Cancel',
}
