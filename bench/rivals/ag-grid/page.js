// AG Grid's community edition with its own renderers and editors, as its documentation sets them up.
import { protocols, readRows } from '../rows.js'

function createMenuButton({ data }) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '⋯'
  button.ariaLabel = `Actions, port ${data.port}`
  button.ariaHasPopup = 'menu'
  return button
}

function createLink({ value }) {
  const link = document.createElement('a')
  if (value.includes('://')) link.href = value
  link.textContent = value
  return link
}

const api = agGrid.createGrid(document.querySelector('#grid'), {
  rowData: await readRows(),
  rowHeight: 44,
  headerHeight: 36,
  // Rows that the filter removes would fade out.
  animateRows: false,
  getRowId: ({ data }) => String(data.port),
  columnDefs: [
    { field: 'port', headerName: 'Port', width: 84 },
    {
      field: 'protocol',
      headerName: 'Protocol',
      width: 160,
      editable: true,
      cellEditor: 'agSelectCellEditor',
      cellEditorParams: { values: protocols },
    },
    { field: 'alias', headerName: 'Alias', flex: 1, editable: true },
    { field: 'inner', headerName: 'Internal', width: 128, editable: true, cellDataType: 'boolean' },
    { field: 'outer', headerName: 'External', width: 128, editable: true, cellDataType: 'boolean' },
    { field: 'address', headerName: 'Address', flex: 2.4, cellRenderer: createLink },
    { colId: 'actions', headerName: '', width: 44, cellRenderer: createMenuButton },
  ],
})

document
  .querySelector('#filter')
  .addEventListener('input', ({ target }) => api.setGridOption('quickFilterText', target.value))
