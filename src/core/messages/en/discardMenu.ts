export const discardMenu = {
  title: '{kicker} is on the site',
  takeOff: 'Take off the site',
  takeOffHint: 'gone with the next launch',
  retract: 'Retract',
  retractHint: 'stays here, marked; gone from the page with the next launch',
  takeOffRail: 'Take off this rail',
  takeOffRailHint: 'its own day keeps it',
  cancel: 'Cancel',
}
