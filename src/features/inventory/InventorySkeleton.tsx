import { Skeleton } from '@mantine/core'
import { PageHeadSkeleton } from '../../components/page/PageHead'
import { PageSkeleton } from '../../components/page/PageSkeleton'
import { GridSkeleton } from '../port-grid/GridSkeleton'
import classes from './inventory.module.css'
import { useView } from './use-view'

/** A placeholder of the page's size, until it is known what the link leads to. */
export function InventorySkeleton() {
  const { shown } = useView(false)
  return (
    <PageSkeleton>
      <PageHeadSkeleton />
      <div className={classes['toolbar']} aria-hidden>
        <Skeleton height="2rem" />
      </div>
      <GridSkeleton shown={shown} />
    </PageSkeleton>
  )
}
