import headerClasses from './header/grid-header.module.css'
import skeletonClasses from './grid-skeleton.module.css'
import classes from './port-grid.module.css'
import { type ColumnId, columns, columnTracks, shownColumns } from './rows/columns'

const rows = Array.from({ length: 12 }, (_, index) => index)
const portsShown = shownColumns(false)

/** A placeholder of the grid's size, so that nothing moves when the ports arrive. */
export function GridSkeleton({ shown = portsShown }: { shown?: ReadonlySet<ColumnId> }) {
  return (
    <div className={classes['frame']} aria-hidden>
      <div className={headerClasses['chooser']} />
      <div className={classes['grid']} data-selectable style={columnTracks(shown)}>
        <div className={classes['header']} />
        <SkeletonRows shown={shown} />
      </div>
    </div>
  )
}

/** The same below an existing header. */
export function SkeletonRows({ shown }: { shown: ReadonlySet<ColumnId> }) {
  const shownIds = columns.map(({ id }) => id).filter((id) => shown.has(id))
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
