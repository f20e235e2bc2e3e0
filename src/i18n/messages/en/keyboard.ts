/** The list of all keys that do something. */
export const keyboardEn = {
  close: 'Close',
  page: {
    title: 'On every page',
    search: 'Search or filter',
    undo: 'Undo the last change',
    redo: 'Redo',
    notices: 'Go to the last change and back',
    help: 'Show this list',
  },
  ports: { title: 'On a component page', add: 'Add port' },
  grid: {
    title: 'In the port table',
    move: 'Move between cells',
    ends: 'First or last cell of the row',
    corners: 'First or last row',
    screens: 'One screen up or down',
    toggle: 'Toggle a switch',
    select: 'Select a row and the next one',
    selectAll: 'Select all rows that the filter leaves',
    edit: 'Edit or open a cell',
    escape: 'Cancel editing, hide why a change was refused, or clear the selection',
  },
} as const
