import { Skeleton } from '@mantine/core'
import { PageSkeleton } from '../../components/page/PageSkeleton'
import { GridSkeleton } from '../port-grid/GridSkeleton'
import headClasses from './head/component-head.module.css'
import classes from './ports.module.css'
import toolbarClasses from './toolbar/toolbar.module.css'

/** A placeholder of the page's size, so that nothing moves when the component is found. */
export function PortsSkeleton() {
  return (
    <PageSkeleton className={classes['page']}>
      <div className={headClasses['head']} aria-hidden>
        <Skeleton width="12rem" height="1.25rem" />
        <Skeleton width="5rem" height="1.25rem" radius="xl" />
      </div>
      <div className={headClasses['facts']} aria-hidden>
        <Skeleton width="20rem" maw="80%" height="0.75rem" />
      </div>
      <div className={classes['body']} aria-hidden>
        <div className={toolbarClasses['toolbar']}>
          <Skeleton height="2rem" />
        </div>
        <GridSkeleton />
      </div>
    </PageSkeleton>
  )
}
