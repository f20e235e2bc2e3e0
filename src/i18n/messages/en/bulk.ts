/** What is said of selected ports, and done with them. */
export const bulkEn = {
  label: 'Selected ports',
  selectAll: '{ports, plural, one {Select # port} other {Select all # ports}}',
  selectGroup: 'Select all ports of {component}',
  selected: '{ports, plural, one {# port selected} other {# ports selected}}',
  hidden:
    '{ports, plural, one {# of them is hidden by the filter} other {# of them are hidden by the filter}}',
  nothingToDo: 'Nothing to change: all of them are like that already.',
  inner: 'Internal access',
  openInner: 'Open internal access',
  closeInner: 'Close internal access',
  outer: 'External access',
  openOuter: 'Open external access',
  closeOuter: 'Close external access',
  protocol: 'Change protocol',
  delete: '{ports, plural, one {Delete # port} other {Delete # ports}}',
  clear: 'Clear selection',
} as const
