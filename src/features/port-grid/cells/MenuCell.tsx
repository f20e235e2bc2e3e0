import IconDots from '@tabler/icons-react/icons/IconDots'
import { deletingId, useGrid } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import classes from './cells.module.css'
import type { PortRow } from '../rows/port-row'

const dots = <IconDots size={18} stroke={1.75} aria-hidden />

/** The button that opens the menu of a port. */
export function MenuCell({ row }: { row: PortRow }) {
  const { actions, words } = useGrid()
  const deletedBy = row.activity.pending === 'delete' ? deletingId(row.id) : null
  return (
    <div role="gridcell" className={classes['actions']}>
      <button
        type="button"
        tabIndex={-1}
        className={gridClasses['iconButton']}
        aria-label={words.actionsName(row)}
        data-tooltip={words.actionsName(row)}
        aria-haspopup="menu"
        aria-disabled={deletedBy === null ? undefined : true}
        aria-describedby={deletedBy ?? undefined}
        onClick={(event) => deletedBy === null && actions.openMenu(row.id, event.currentTarget)}
      >
        {dots}
      </button>
    </div>
  )
}
