import { Skeleton } from '@mantine/core'
import classes from './lists.module.css'

const widths = [14, 11, 16, 12, 15, 10, 13, 16]

/** A placeholder of a list's size. */
export function ListSkeletonRows() {
  return (
    <div className={classes['table']} aria-hidden>
      {widths.map((width, at) => (
        <div key={`${String(width)} ${String(at)}`} className={classes['row']}>
          <div className={classes['bone']}>
            <Skeleton width={`${String(width)}rem`} height="0.625rem" />
          </div>
        </div>
      ))}
    </div>
  )
}
