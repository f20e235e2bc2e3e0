import headerClasses from './header/grid-header.module.css'
import classes from './port-grid.module.css'

const rows = Array.from({ length: 12 }, (_, index) => index)

/** A placeholder of the grid's size, so that nothing moves when the ports arrive. */
export function GridSkeleton() {
  return (
    <div className={classes['frame']} aria-hidden>
      <div className={headerClasses['chooser']} />
      <div className={classes['grid']}>
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
        <div key={row} className={[classes['row'], headerClasses['bones']].join(' ')}>
          <span className={headerClasses['bone']} />
          <span className={headerClasses['bone']} />
          <span className={headerClasses['bone']} />
          <span className={headerClasses['bone']} />
        </div>
      ))}
    </div>
  )
}
