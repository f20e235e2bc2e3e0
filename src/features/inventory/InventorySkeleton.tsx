import { Skeleton } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { GridSkeleton } from '../port-grid/GridSkeleton'
import classes from './inventory.module.css'
import { useView } from './use-view'

/** A placeholder of the page's size, until it is known what the link leads to. */
export function InventorySkeleton() {
  const t = useTranslations('app')
  const { shown } = useView(false)
  return (
    <div className={classes['page']}>
      <p role="status" className={classes['loading']}>
        {t('loading')}
      </p>
      <div className={classes['head']} aria-hidden>
        <Skeleton width="12rem" height="1.25rem" />
      </div>
      <div className={classes['toolbar']} aria-hidden>
        <Skeleton height="2rem" />
      </div>
      <GridSkeleton shown={shown} />
    </div>
  )
}
