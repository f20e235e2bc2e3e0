import headerClasses from './header/grid-header.module.css'
import skeletonClasses from './grid-skeleton.module.css'
import classes from './port-grid.module.css'
import { columns, columnTracks, shownColumns } from './rows/columns'

const rows = Array.from({ length: 12 }, (_, index) => index)
const shown = shownColumns(false)
const shownIds = columns.map(({ id }) => id).filter((id) => shown.has(id))

/** A placeholder of the grid's size, so that nothing moves when the ports arrive. */
export function GridSkeleton() {
  return (
    <div className={classes['frame']} aria-hidden>
      <div className={headerClasses['chooser']} />
      <div className={classes['grid']} style={columnTracks(shown)}>
        <div className={classes['header']} />
        <SkeletonRows />
      </div>
    </div>
  )
}

/** The same below an existing header. */
export function SkeletonRows() {
  return (
    <div aria-hidden>
      {rows.map((row) => (
        <div key={row} className={classes['row']}>
          {shownIds.map((id) => (
            <span key={id} className={skeletonClasses['bone']} data-column={id} />
          ))}
        </div>
      ))}
    </div>
  )
}
