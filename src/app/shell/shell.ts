import { columnTracks, shownColumns } from '../../features/port-grid/rows/columns'

/** As many as the skeleton of the grid has. */
const rows = 12

const shown = shownColumns(false)
const row = `<div>${'<i></i>'.repeat(shown.size)}</div>`

/**
 * What stands in the page before any script has run. `data-shell` of the document says which of its placeholders is shown.
 *
 * @public `vite.config.ts` reads it at build time.
 */
export const shellMarkup = [
  '<div class="shell" aria-hidden="true">',
  '<div class="shell-bar"><img src="/favicon.svg" alt="" width="22" height="22"><b>Portdeck</b></div>',
  `<div class="shell-ports"><i></i><i></i><i></i><div class="shell-rows"><p></p>${row.repeat(rows)}</div></div>`,
  '<div class="shell-list"><i></i><i></i><div></div></div>',
  '<div class="shell-card"></div>',
  '</div>',
].join('')

/**
 * The tracks of the grid's columns.
 *
 * @public `vite.config.ts` reads it at build time.
 */
export const shellTracks = columnTracks(shown)
