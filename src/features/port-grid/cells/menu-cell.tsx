import { deletingId } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import type { CellParts } from './cell-parts'
import classes from './cells.module.css'

/** Renders the button that opens the menu of a port. */
export function menuCell({ grid: { actions, words }, row }: CellParts) {
  const deletedBy = row.activity.pending === 'delete' ? deletingId(row.id) : null
  return (
    <div key="menu" role="gridcell" className={classes['actions']}>
      <button
        type="button"
        tabIndex={-1}
        className={`${gridClasses['iconButton']} ${classes['dots']}`}
        aria-label={words.actionsName(row)}
        data-tooltip=""
        aria-haspopup="menu"
        aria-disabled={deletedBy === null ? undefined : true}
        aria-describedby={deletedBy ?? undefined}
        onClick={(event) => deletedBy === null && actions.openMenu(row.id, event.currentTarget)}
      />
    </div>
  )
}
